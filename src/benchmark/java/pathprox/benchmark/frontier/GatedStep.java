package pathprox.benchmark.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pathprox.matrix.Matrix;
import pathprox.method.Step;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;

/** Heavy-ball descent with weight decay on all factors of a gated network; biases are free. */
final class GatedStep implements Step, GradientSink {
  /** A parameter without gates. */
  private record Plain(Parameter parameter, double decay) {}

  private final WorkingNetwork network;
  private final double momentum;
  private final List<Plain> plain = new ArrayList<>();
  private final List<GatedWeights> gated;

  GatedStep(WorkingNetwork network, GatedDecay method) {
    this.network = network;
    momentum = method.momentum();
    gated = network.pairs().stream().map(pair -> gated(pair, method)).toList();
    List<Parameter> outgoing =
        network.pairs().stream().map(pair -> pair.outgoing().weights()).toList();
    for (LayerParameters layer : network.layers()) {
      if (!outgoing.contains(layer.weights())) {
        plain.add(new Plain(layer.weights(), method.lambda()));
      }
      plain.add(new Plain(layer.bias(), 0));
    }
  }

  private static GatedWeights gated(PairUnits pair, GatedDecay method) {
    return new GatedWeights(pair.outgoing().weights(), pair.active(), method);
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    network.backward(outputGradient, this, false);
    for (Plain each : plain) {
      each.parameter.value().descendBy(each.parameter.velocity(), each.decay, learningRate);
    }
    gated.forEach(each -> each.descend(learningRate));
  }

  private Optional<GatedWeights> gates(Parameter parameter) {
    return gated.stream().filter(each -> each.product() == parameter).findFirst();
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return gates(parameter).map(GatedWeights::gradient).orElseGet(parameter::velocity);
  }

  @Override
  public double keep(Parameter parameter) {
    return gates(parameter).isPresent() ? 0 : momentum;
  }
}
