package pathprox.benchmark.frontier;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.method.Step;
import pathprox.network.LayerParameters;
import pathprox.network.PairUnits;
import pathprox.network.Parameter;
import pathprox.network.WorkingCopy;

/** Heavy-ball descent with weight decay on all factors of a gated network; biases are free. */
final class GatedStep implements Step {
  /** A parameter without gates. */
  private record Plain(Parameter parameter, Matrix velocity, double decay) {
    static Plain of(Parameter parameter, double decay) {
      Matrix value = parameter.value();
      return new Plain(
          parameter, new Arena().zeros(value.type(), value.rows(), value.columns()), decay);
    }
  }

  private final WorkingCopy network;
  private final double momentum;
  private final List<Plain> plain = new ArrayList<>();
  private final List<GatedWeights> gated;

  GatedStep(WorkingCopy network, GatedDecay method) {
    this.network = network;
    momentum = method.momentum();
    gated = network.pairs().stream().map(pair -> gated(pair, method)).toList();
    List<Parameter> outgoing =
        network.pairs().stream().map(pair -> pair.outgoing().weights()).toList();
    for (LayerParameters layer : network.parameters()) {
      if (!outgoing.contains(layer.weights())) {
        plain.add(Plain.of(layer.weights(), method.lambda()));
      }
      plain.add(Plain.of(layer.bias(), 0));
    }
  }

  private static GatedWeights gated(PairUnits pair, GatedDecay method) {
    return new GatedWeights(pair.outgoing().weights(), pair.active(), method);
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    plain.forEach(each -> each.parameter.sendGradient(each.velocity, momentum, 1));
    gated.forEach(GatedWeights::receiveGradient);
    network.backward(outputGradient);
    for (Plain each : plain) {
      each.parameter.value().descendBy(each.velocity, each.decay, learningRate);
    }
    gated.forEach(each -> each.descend(learningRate));
  }
}
