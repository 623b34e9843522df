package pathprox.method;

import java.util.Arrays;

/**
 * Running averages of the squared norms of gradients, unit by unit, whose root steps are divided
 * by.
 *
 * <p>The larger one of two averages counts: over an epoch, since single samples have rare large
 * gradients that an average over few of them would clip; and over some 20 steps, since a longer one
 * lags behind gradients that grow. A unit whose gradients are far below those of the others, as it
 * is hardly ever active, has no more than a tenth of their root to be divided by: or it would run
 * away on the few samples that it sees.
 */
final class SquaredGradients {
  private static final double FLOOR = 0.01;

  /** Keeps a gradient of 0 from dividing 0 by 0. */
  private static final double TINY = 1e-30;

  private final double[] overAnEpoch;
  private final double[] recent;
  private double mean;

  SquaredGradients(int units) {
    overAnEpoch = new double[units];
    recent = new double[units];
  }

  void forget() {
    Arrays.fill(overAnEpoch, 0);
    Arrays.fill(recent, 0);
    mean = 0;
  }

  void add(int unit, double square, Pace pace) {
    overAnEpoch[unit] += (1 - pace.epochMemory()) * (square - overAnEpoch[unit]);
    recent[unit] += (1 - pace.recentMemory()) * (square - recent[unit]);
  }

  /** Averages over the units whose norm is not 0, before a step. */
  void averageOver(double[] norms) {
    int count = 0;
    double sum = 0;
    for (int unit = 0; unit < norms.length; unit++) {
      count += norms[unit] > 0 ? 1 : 0;
      sum += norms[unit] > 0 ? overAnEpoch[unit] : 0;
    }
    mean = sum / Math.max(1, count);
  }

  double get(int unit) {
    return overAnEpoch[unit];
  }

  /** s over an epoch, of one unit, of which so many gradients were averaged. */
  double average(int unit, Pace pace) {
    return overAnEpoch[unit] * pace.epochCorrection();
  }

  /** √s of one unit, of which so many gradients were averaged. */
  double root(int unit, Pace pace) {
    double corrected = Math.max(overAnEpoch[unit], FLOOR * mean) * pace.epochCorrection();
    return Math.sqrt(Math.max(corrected, recent[unit] * pace.recentCorrection())) + TINY;
  }

  /** √s of the outgoing bias, no less than that of the mean unit. */
  double rootAbove(SquaredGradients units, Pace pace) {
    return Math.max(root(0, pace), Math.sqrt(units.mean * pace.epochCorrection()));
  }
}
