package pathprox.method;

import pathprox.network.LayerParameters;
import pathprox.network.WorkingCopy;
import pathprox.penalty.SquaredNorm;

/**
 * Weight decay: gradient descent on mean loss + (λ/2)·Σ‖weights‖² over all layers.
 *
 * @param lambda the strength λ, 0 or more; 0 is plain gradient descent
 * @param momentum the heavy-ball factor μ, at least 0 and below 1
 * @param regularizesBias whether biases are penalized as weights are
 * @param inertia heavy-ball momentum with a warm-up and a safeguard, the twin of inertial PathProx;
 *     not together with plain momentum
 */
public record WeightDecay(double lambda, double momentum, boolean regularizesBias, Inertia inertia)
    implements Method {
  /**
   * Checks the options.
   *
   * @param lambda the strength λ, 0 or more; 0 is plain gradient descent
   * @param momentum the heavy-ball factor μ, at least 0 and below 1
   * @param regularizesBias whether biases are penalized as weights are
   * @param inertia with warm-up and safeguard
   * @throws IllegalArgumentException if λ or μ is out of its range, or there are both momentum and
   *     inertia
   */
  public WeightDecay {
    new SquaredNorm(lambda);
    Momentum.check(momentum);
    Momentum.checkAlone(momentum, inertia);
  }

  /**
   * Makes weight decay without momentum, with free biases.
   *
   * @param lambda the strength λ, 0 or more
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public WeightDecay(double lambda) {
    this(lambda, 0, false, Inertia.none());
  }

  /**
   * Changes the momentum.
   *
   * @param newMomentum the heavy-ball factor μ, at least 0 and below 1
   * @return a new method
   * @throws IllegalArgumentException if μ is out of its range, or there is inertia
   */
  public WeightDecay withMomentum(double newMomentum) {
    return new WeightDecay(lambda, newMomentum, regularizesBias, inertia);
  }

  /**
   * Penalizes biases as weights.
   *
   * @return a new method
   */
  public WeightDecay withRegularizedBias() {
    return new WeightDecay(lambda, momentum, true, inertia);
  }

  /**
   * Adds inertia: with a constant learning rate it is heavy-ball momentum that starts after a
   * warm-up and is safeguarded.
   *
   * @param newInertia such as {@code Inertia.of(0.9)}
   * @return a new method
   * @throws IllegalArgumentException if there is momentum
   */
  public WeightDecay withInertia(Inertia newInertia) {
    return new WeightDecay(lambda, momentum, regularizesBias, newInertia);
  }

  @Override
  public String name() {
    return "weight decay λ=%s".formatted(Label.of(lambda))
        + (momentum == 0 ? "" : ", momentum " + Label.of(momentum))
        + inertia.label()
        + (regularizesBias ? ", biases regularized" : "");
  }

  @Override
  public Step prepare(WorkingCopy network, Task task) {
    SquaredNorm decay = new SquaredNorm(lambda);
    Descended.Builder parameters = new Descended.Builder();
    for (LayerParameters layer : network.parameters()) {
      parameters.add(layer, decay, regularizesBias ? decay : new SquaredNorm(0));
    }
    if (inertia.isNone()) {
      return new GradientDescent(network, parameters.build(), momentum);
    }
    InertialDescent descent = new InertialDescent(network, parameters.build());
    return new SafeguardedStep(network, new InertialDecayStep(descent), inertia);
  }
}
