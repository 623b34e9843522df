package pathprox.method;

import pathprox.matrix.Matrix;
import pathprox.network.running.GradientSink;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;

/**
 * The descent step on data loss and squared norms: with heavy-ball momentum (Polyak, 1964) m ← μm +
 * g, x ← x − γm; without, folded into the products that give the gradients, W ← (1 − γλ)·W − γ·g.
 */
final class GradientDescent implements Step, GradientSink {
  private final WorkingNetwork network;
  private final double momentum;
  private final double[] decay; // λ by the number of the parameter
  private double learningRate;

  GradientDescent(WorkingNetwork network, double momentum) {
    this.network = network;
    this.momentum = momentum;
    decay = new double[2 * network.layers().size()];
  }

  static void checkMomentum(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be >= 0 and < 1, was " + momentum);
    }
  }

  /** Adds (λ/2)·‖·‖² of the weights and of the bias of a layer, with a λ for each, 0 for none. */
  void penalize(LayerParameters layer, double onWeights, double onBias) {
    decay[layer.weights().number()] = onWeights;
    decay[layer.bias().number()] = onBias;
  }

  @Override
  public void take(Matrix outputGradient, double newLearningRate) {
    take(outputGradient, newLearningRate, false);
  }

  void take(Matrix outputGradient, double newLearningRate, boolean measuresInactive) {
    learningRate = newLearningRate;
    network.backward(outputGradient, this, measuresInactive);
    for (int i = 0; i < network.layers().size() && momentum > 0; i++) {
      descend(network.layers().get(i).weights());
      descend(network.layers().get(i).bias());
    }
  }

  private void descend(Parameter parameter) {
    parameter.value().descendBy(parameter.velocity(), decay[parameter.number()], learningRate);
  }

  @Override
  public Matrix destination(Parameter parameter) {
    return momentum > 0 ? parameter.velocity() : parameter.value();
  }

  @Override
  public double keep(Parameter parameter) {
    return momentum > 0 ? momentum : 1 - learningRate * decay[parameter.number()];
  }

  @Override
  public double factor(Parameter parameter) {
    return momentum > 0 ? 1 : -learningRate;
  }
}
