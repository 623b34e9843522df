package pathprox.network.running;

import java.util.List;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/** What the inactive units of a pair would have done with a batch that has gone forward. */
final class InactivePass {
  private final PairUnits units;
  private final ParametricStage into;
  private final List<Stage> between;
  private final Buffer activationBuffer;
  private final Buffer gradientBuffer;

  InactivePass(PairUnits units, ParametricStage into, List<Stage> between, Arena arena) {
    this.units = units;
    this.into = into;
    this.between = between;
    activationBuffer = arena.buffer();
    gradientBuffer = arena.buffer();
  }

  /** Computes the gradient of the weights out of these units. */
  void measure(ParametricStage outOf, Matrix outputGradient) {
    if (units.inactive() == 0) {
      return;
    }
    Matrix values =
        into.inactiveOutputs(units.inactiveWeights(), units.inactiveBias(), activationBuffer);
    for (int i = 0; i < between.size(); i++) { // an iterator would be an allocation
      values = between.get(i).forward(values);
    }
    units.takeInactiveGradient(outOf.inactiveGradient(values, outputGradient, gradientBuffer));
  }
}
