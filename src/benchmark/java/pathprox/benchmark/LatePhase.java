package pathprox.benchmark;

import java.util.Locale;
import pathprox.method.PathProx;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Network;

/**
 * A network in the late phase of a training, when few units are left: 12 % of 1,200.
 *
 * <p>It is made by training, so that the units that were left out have reason to stay out; a larger
 * λ than the published one gets there in thousands of iterations instead of a hundred thousand.
 * Steps are then timed at a hundredth of the learning rate, which keeps the number of units where
 * it is.
 */
final class LatePhase {
  static final double LAMBDA = 2e-2;
  static final double RATE = 0.05;
  static final double TIMED_RATE = RATE / 100;

  private static final int UNITS = DenseStep.WIDTH * DenseStep.BLOCKS;
  private static final int WANTED = UNITS * 12 / 100;
  private static final int LONGEST = 20_000;
  private static final int CHECK_EVERY = 100;

  private static Network trained;

  private LatePhase() {}

  /** The network, trained at the first call. */
  static Network network() {
    if (trained == null) {
      trained = train();
    }
    return trained;
  }

  static String share(Network network) {
    return String.format(Locale.ROOT, "%.1f %% active", 100.0 * ActiveUnits.of(network) / UNITS);
  }

  private static Network train() {
    TrainingStep step = DenseStep.of(PathProx.of(LAMBDA), RATE);
    for (int iteration = 0; iteration < LONGEST; iteration += CHECK_EVERY) {
      for (int i = 0; i < CHECK_EVERY; i++) {
        step.run();
      }
      Network network = step.snapshot();
      if (ActiveUnits.of(network) <= WANTED && step.note().isEmpty()) {
        return network;
      }
    }
    throw new IllegalStateException("the training did not come down to 12 % of the units");
  }
}
