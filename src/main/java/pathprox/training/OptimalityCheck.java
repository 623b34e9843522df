package pathprox.training;

/**
 * Whether each record measures how far the network is from a stationary point, and whether the
 * training ends there.
 *
 * @param measures whether it is measured, at the cost of one forward and backward pass over the
 *     training set with all units
 * @param tolerance the residual at which training ends, above 0; NaN for never
 */
public record OptimalityCheck(boolean measures, double tolerance) {
  /**
   * @throws IllegalArgumentException if the tolerance is 0 or less, or given although nothing is
   *     measured
   */
  public OptimalityCheck {
    if (tolerance <= 0) {
      throw new IllegalArgumentException("tolerance must be > 0, was " + tolerance);
    }
    if (!measures && !Double.isNaN(tolerance)) {
      throw new IllegalArgumentException(
          "a tolerance needs a residual that is measured, was %s without".formatted(tolerance));
    }
  }

  static OptimalityCheck off() {
    return new OptimalityCheck(false, Double.NaN);
  }

  static OptimalityCheck measuring() {
    return new OptimalityCheck(true, Double.NaN);
  }

  static OptimalityCheck stoppingAt(double tolerance) {
    if (Double.isNaN(tolerance)) {
      throw new IllegalArgumentException("tolerance must be > 0, was NaN");
    }
    return new OptimalityCheck(true, tolerance);
  }

  /** False for a residual that was not measured, and for NaN. */
  boolean endsAt(double residual) {
    return residual <= tolerance;
  }

  @Override
  public String toString() {
    return !measures
        ? "not measured"
        : Double.isNaN(tolerance) ? "measured" : "measured, ends at " + tolerance;
  }
}
