package pathprox.tutorial;

/** A sentence of a notebook, checked where it stands. */
public final class Claim {
  private Claim() {}

  /**
   * Checks a claim; ends a cell as the claim with a check mark.
   *
   * @param claim what the text says
   * @param holds whether it does
   * @return the claim, to be shown
   * @throws IllegalStateException if it does not hold, so that the notebook fails
   */
  public static String check(String claim, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("this does not hold here: " + claim);
    }
    return "✓ " + claim;
  }
}
