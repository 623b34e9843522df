package pathprox.method;

import java.util.Arrays;
import pathprox.matrix.State;

/**
 * Running averages of the squared norms of gradients by unit, whose root steps are divided by: the
 * larger of that over an epoch, as few samples would clip rare large gradients, and that over 20
 * steps, as a longer one lags behind gradients that grow; but at least a tenth of the others' root,
 * or a unit that is hardly ever active would run away.
 */
final class SquaredGradients {
  private static final int RECENT = 20;
  private static final double FLOOR = 0.01;
  private static final double TINY = 1e-30; // keeps a gradient of 0 from dividing 0 by 0

  private final double epochMemory;
  private final double recentMemory = 1 - 1.0 / RECENT;
  private final double[] overAnEpoch;
  private final double[] recent;
  private double mean;
  private int steps;
  private double epochCorrection;
  private double recentCorrection;

  SquaredGradients(int units, double epoch) {
    epochMemory = 1 - 1 / Math.max(RECENT, epoch);
    overAnEpoch = new double[units];
    recent = new double[units];
  }

  void keep(State state) {
    state.keepIn("overAnEpoch", overAnEpoch);
    state.keepIn("recent", recent);
    mean = state.keep("mean", mean);
    steps = state.keep("steps", steps);
    epochCorrection = state.keep("epochCorrection", epochCorrection);
    recentCorrection = state.keep("recentCorrection", recentCorrection);
  }

  void forget() {
    Arrays.fill(overAnEpoch, 0);
    Arrays.fill(recent, 0);
    steps = 0;
  }

  /** Begins a step; the mean is that of the units whose norm is not 0. */
  void begin(double[] norms) {
    int count = 0;
    double sum = 0;
    for (int unit = 0; unit < norms.length; unit++) {
      count += norms[unit] > 0 ? 1 : 0;
      sum += norms[unit] > 0 ? overAnEpoch[unit] : 0;
    }
    mean = sum / Math.max(1, count);
    steps++;
    epochCorrection = 1 / (1 - Math.pow(epochMemory, steps));
    recentCorrection = 1 / (1 - Math.pow(recentMemory, steps));
  }

  void add(int unit, double square) {
    overAnEpoch[unit] += (1 - epochMemory) * (square - overAnEpoch[unit]);
    recent[unit] += (1 - recentMemory) * (square - recent[unit]);
  }

  double overAnEpoch(int unit) {
    return overAnEpoch[unit] * epochCorrection;
  }

  double root(int unit) {
    double corrected = Math.max(overAnEpoch[unit], FLOOR * mean) * epochCorrection;
    return Math.sqrt(Math.max(corrected, recent[unit] * recentCorrection)) + TINY;
  }

  double meanRoot() {
    return Math.sqrt(mean * epochCorrection);
  }
}
