package pathprox.training;

/**
 * What the history gets, and when that ends a training.
 *
 * @param every how many iterations lie between two rows, 1 or more; the first and the last state
 *     are always recorded
 * @param optimality whether each row measures the distance from a stationary point, at the cost of
 *     one forward and backward pass over the training set with all units
 * @param tolerance the residual at which training ends, above 0; NaN for never
 */
public record Recording(int every, boolean optimality, double tolerance) {
  /**
   * @throws IllegalArgumentException if a number is out of its range, or a tolerance is given
   *     although nothing is measured
   */
  public Recording {
    if (every < 1) {
      throw new IllegalArgumentException("recordEvery must be >= 1, was " + every);
    }
    if (tolerance <= 0) {
      throw new IllegalArgumentException("tolerance must be > 0, was " + tolerance);
    }
    if (!optimality && !Double.isNaN(tolerance)) {
      throw new IllegalArgumentException(
          "a tolerance needs a residual that is measured, was %s without".formatted(tolerance));
    }
  }

  /** False for NaN, a residual that was not measured. */
  boolean endsAt(double residual) {
    return residual <= tolerance;
  }

  @Override
  public String toString() {
    String ends = Double.isNaN(tolerance) ? "" : ", ends at " + tolerance;
    return "recorded every %s, optimality %s%s"
        .formatted(every, optimality ? "measured" : "not measured", ends);
  }
}
