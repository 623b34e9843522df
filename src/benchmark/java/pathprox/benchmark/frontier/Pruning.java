package pathprox.benchmark.frontier;

import java.util.Optional;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.training.LearningRate;

/**
 * Cutting units of the smallest path norms and training on, over as many steps as any other
 * training.
 */
final class Pruning {
  private static final int CUTS = 10;
  private static final double FIRST_CUT = 0.2;
  private static final double LAST_CUT = 0.7;

  private Pruning() {}

  /** Trains all units for half of the steps. */
  static Optional<Network> half(Trial trial, Method method, double rate) {
    int half = trial.iterations() / 2;
    return trial.train(trial.start(), method, Trial.falling(rate, 0, half), 0, half);
  }

  /** Cuts what was trained for half of the steps, and makes the others with the rate as before. */
  static Optional<Network> atOnce(
      Trial trial, Optional<Network> trained, Method method, double rate, int units) {
    int half = trial.iterations() / 2;
    LearningRate again = Trial.falling(rate, half, trial.iterations());
    return trained
        .map(network -> UnitRanking.strongest(network, units))
        .flatMap(network -> trial.train(network, method, again, half, trial.iterations()));
  }

  /**
   * Cuts a few units at a time between a fifth and seven tenths of the steps, many at first and few
   * at last: as many are left to be cut as (1 − part)³ of all (Zhu, Gupta, arXiv:1710.01878).
   */
  static Optional<Network> gradually(Trial trial, Method method, double rate, int units) {
    Optional<Network> network = Optional.of(trial.start());
    int all = UnitRanking.units(network.get());
    int from = 0;
    for (int cut = 1; cut <= CUTS; cut++) {
      double part = (cut - 1.0) / (CUTS - 1);
      int to = (int) ((FIRST_CUT + part * (LAST_CUT - FIRST_CUT)) * trial.iterations());
      int left = units + (int) Math.round((all - units) * Math.pow(1 - (double) cut / CUTS, 3));
      network =
          train(trial, network, method, rate, from, to)
              .map(trained -> UnitRanking.strongest(trained, left));
      from = to;
    }
    return train(trial, network, method, rate, from, trial.iterations());
  }

  private static Optional<Network> train(
      Trial trial, Optional<Network> start, Method method, double rate, int from, int to) {
    return start.flatMap(network -> trial.train(network, method, trial.falling(rate), from, to));
  }
}
