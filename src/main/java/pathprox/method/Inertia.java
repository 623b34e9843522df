package pathprox.method;

/**
 * Inertia with a warm-up and a safeguard: each step starts from x + β(x − x_previous), for all
 * parameters (iPiano: Ochs, Chen, Brox, Pock, 2014).
 *
 * <p>During the warm-up there is no inertia, and the shrinkage of the proximal operators grows to
 * its full strength over {@link #warmUp} steps. It ends when the average data loss falls below the
 * penalty, where noise is small; at once for a network that starts there, and at the latest after
 * ten times {@link #warmUp} steps. Then β rises to {@link #factor}.
 *
 * <p>The safeguard watches loss + penalty of the batches. Where they jump to twice their average
 * and beyond eight mean deviations, or to twice the first value during the warm-up, the parameters
 * return to those of up to 200 steps before, at rest, and the learning rate is halved; where an
 * average over 200 steps is half a percent above the lowest one, it is multiplied by 0.7. After 500
 * quiet steps it grows again, after twice as many each time that it was lowered. It never falls
 * below (1 − β) of what was asked for.
 *
 * @param factor β, at least 0 and below 1; 0 is no inertia, and then there is no warm-up either
 * @param warmUp the number of steps over which the shrinkage grows, 1 or more
 */
public record Inertia(double factor, int warmUp) {
  private static final int WARM_UP = 300;

  /**
   * Checks the options.
   *
   * @param factor β, at least 0 and below 1
   * @param warmUp the number of steps over which the shrinkage grows, 1 or more
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Inertia {
    if (!(factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException("inertia must be >= 0 and < 1, was " + factor);
    }
    if (warmUp < 1) {
      throw new IllegalArgumentException("warm-up must be >= 1 step, was " + warmUp);
    }
  }

  /**
   * Makes inertia with a warm-up of 300 steps.
   *
   * @param factor β, at least 0 and below 1; 0.95 is a good first try
   * @return the inertia
   * @throws IllegalArgumentException if β is out of its range
   */
  public static Inertia of(double factor) {
    return new Inertia(factor, WARM_UP);
  }

  /**
   * Returns what methods start with.
   *
   * @return no inertia, no warm-up and no safeguard
   */
  public static Inertia none() {
    return of(0);
  }

  boolean isNone() {
    return factor == 0;
  }

  /** The part of a method's name. */
  String label() {
    return isNone() ? "" : ", inertia " + Label.of(factor);
  }
}
