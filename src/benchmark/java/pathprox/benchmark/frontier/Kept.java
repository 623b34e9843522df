package pathprox.benchmark.frontier;

import java.util.Optional;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Score;
import pathprox.network.Network;

/**
 * A network with a share of the units, and how good it is.
 *
 * @param share of the units that was asked for, up to 1
 * @param units that the network has, without those of negligible path norm
 * @param accuracy on the samples that judge, 0 to 1; null if all trainings diverged
 * @param loss on them; null if it is no finite number
 * @param lambda that led to the share; null where the share was set
 */
record Kept(double share, int units, Double accuracy, Double loss, Double lambda) {
  /** Of ten classes, as all problems have them, chance finds a tenth. */
  private static final double CHANCE = 0.2;

  /** Judges a network as it is without units of negligible path norm. */
  static Kept of(Trial trial, double share, Optional<Network> trained, Double lambda) {
    if (trained.isEmpty()) {
      return new Kept(share, 0, null, null, lambda);
    }
    Network network = UnitRanking.strong(trained.get());
    Dataset judges = trial.data().test();
    Score found =
        new Evaluator(
                network.working(),
                Examples.of(judges, network.type(), new Arena()),
                new CrossEntropy())
            .evaluate();
    Double loss = Double.isFinite(found.loss()) ? found.loss() : null;
    return new Kept(share, UnitRanking.units(network), found.accuracy(), loss, lambda);
  }

  /** Whether the training diverged, or ended near chance. */
  boolean isLost() {
    return judged() < CHANCE;
  }

  /** The accuracy to compare by: what diverged is worse than all else. */
  double judged() {
    return accuracy == null ? 0 : accuracy;
  }

  /** The loss to compare by. */
  double judgedLoss() {
    return loss == null ? Double.MAX_VALUE : loss;
  }

  /** How many units a share of a problem is. */
  static int wanted(Problem problem, double share) {
    return (int) Math.round(share * problem.units());
  }
}
