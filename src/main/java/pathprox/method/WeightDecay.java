package pathprox.method;

import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.SquaredNorm;

/**
 * Weight decay: gradient descent on mean loss + (λ/2)·Σ‖weights‖² over all layers.
 *
 * @param lambda the strength λ, 0 or more; 0 is plain gradient descent
 * @param momentum the heavy-ball factor μ, at least 0 and below 1
 * @param regularizesBias whether biases are penalized as weights are
 */
public record WeightDecay(double lambda, double momentum, boolean regularizesBias)
    implements Method {
  public WeightDecay {
    new SquaredNorm(lambda);
    GradientDescent.checkMomentum(momentum);
  }

  /** Makes weight decay of the strength {@code lambda}, without momentum and with free biases. */
  public WeightDecay(double lambda) {
    this(lambda, 0, false);
  }

  /** {@return this method with momentum μ = {@code newMomentum}} */
  public WeightDecay withMomentum(double newMomentum) {
    return new WeightDecay(lambda, newMomentum, regularizesBias);
  }

  /** {@return this method penalizing biases as weights} */
  public WeightDecay withRegularizedBias() {
    return new WeightDecay(lambda, momentum, true);
  }

  @Override
  public String name() {
    return "weight decay λ=%s".formatted(Label.of(lambda))
        + (momentum == 0 ? "" : ", momentum " + Label.of(momentum))
        + (regularizesBias ? ", biases regularized" : "");
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    GradientDescent descent = new GradientDescent(network, momentum);
    double onBias = regularizesBias ? lambda : 0;
    network.layers().forEach(layer -> descent.penalize(layer, lambda, onBias));
    return descent;
  }
}
