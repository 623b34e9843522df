package pathprox.benchmark;

import pathprox.network.Network;

/** The evaluation of a network in its late phase, without the units that are left out. */
final class LateEvaluation {
  private LateEvaluation() {}

  static EvaluationRun compacted() {
    Network network = LatePhase.network();
    return new EvaluationRun(network.compact(), LatePhase.share(network));
  }
}
