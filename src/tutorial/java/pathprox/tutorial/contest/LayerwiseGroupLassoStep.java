package pathprox.tutorial.contest;

import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.method.Step;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;

/** Heavy-ball descent on the loss, and then a threshold for each w_i and each v_i. */
final class LayerwiseGroupLassoStep implements Step, GradientSink {
  private final WorkingNetwork network;
  private final GroupLasso penalty;
  private final double momentum;

  LayerwiseGroupLassoStep(WorkingNetwork network, LayerwiseGroupLasso method) {
    this.network = network;
    penalty = new GroupLasso(method.lambda());
    momentum = method.momentum();
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    network.backward(outputGradient, this, false);
    for (LayerParameters layer : network.layers()) {
      layer.weights().value().descendBy(layer.weights().velocity(), 0, learningRate);
      layer.bias().value().descendBy(layer.bias().velocity(), 0, learningRate);
    }
    double step = learningRate / (1 - momentum);
    for (PairUnits pair : network.pairs()) {
      shrink(pair.incoming().weights().value(), pair.active(), step);
      shrink(pair.outgoing().weights().value(), pair.active(), step);
    }
  }

  private void shrink(Matrix weights, int units, double step) {
    double[] factors = new double[units];
    Units.norms(weights, units, factors);
    for (int i = 0; i < units; i++) {
      factors[i] = factors[i] == 0 ? 0 : penalty.prox(factors[i], step) / factors[i];
    }
    Units.scale(weights, units, factors);
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return parameter.velocity();
  }

  @Override
  public double keep(Parameter parameter) {
    return momentum;
  }
}
