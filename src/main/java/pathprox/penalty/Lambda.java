package pathprox.penalty;

/** The rule for λ, stated once. */
final class Lambda {
  private Lambda() {}

  static void check(double lambda) {
    if (!(lambda >= 0) || lambda == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("lambda must be >= 0 and finite, was " + lambda);
    }
  }
}
