package pathprox.method;

import pathprox.network.LayerParameters;
import pathprox.network.Pairing;
import pathprox.network.Rows;
import pathprox.network.WorkingCopy;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.SquaredNorm;

/**
 * PathProx: proximal gradient descent on mean loss + λ·Σ‖w_i‖‖v_i‖ over paired units + (λ/2)·‖·‖²
 * over unpaired weights.
 *
 * <p>One step is a gradient step on loss and unpaired weights; {@linkplain #balancesLayers layer
 * balancing}; and for each unit w_i ← w_i/‖w_i‖, its bias with it, and the block soft threshold v_i
 * ← v_i·max(0, 1 − γλ/‖v_i‖), which sets units exactly to zero (algorithm 1 of arXiv:2210.03069).
 * The norm that w_i loses is not given to v_i, as published, so a step changes the function of
 * units with ‖w_i‖ ≠ 1.
 *
 * @param lambda the strength λ, 0 or more
 * @param momentum the heavy-ball factor μ of the gradient step, at least 0 and below 1
 * @param balancesLayers whether each step makes the path norms of all pairs equal
 * @param regularizesBias whether a unit's norm includes its incoming bias, and other biases are
 *     penalized by (λ/2)·‖·‖²; as published, never together with balancing
 * @param workingSet which units a step computes with; not together with momentum, which moves a
 *     unit also while its outgoing weights are 0
 */
public record PathProx(
    double lambda,
    double momentum,
    boolean balancesLayers,
    boolean regularizesBias,
    WorkingSet workingSet)
    implements Method {
  /**
   * Checks the options.
   *
   * @param lambda the strength λ, 0 or more
   * @param momentum the heavy-ball factor μ of the gradient step, at least 0 and below 1
   * @param balancesLayers whether each step makes the path norms of all pairs equal
   * @param regularizesBias whether biases are penalized too
   * @param workingSet which units a step computes with
   * @throws IllegalArgumentException if λ or μ is out of its range, layers are to be balanced
   *     although biases are regularized, or units are to be left out although there is momentum
   */
  public PathProx {
    new GroupLasso(lambda);
    Momentum.check(momentum);
    if (balancesLayers && regularizesBias) {
      throw new IllegalArgumentException(
          "layer balancing rescales biases, so it does not go together with regularized biases");
    }
    if (momentum > 0 && workingSet.interval() > 0) {
      throw new IllegalArgumentException(
          "momentum %s moves units whose outgoing weights are 0, so it needs all units, found: %s"
              .formatted(Label.of(momentum), workingSet));
    }
  }

  /**
   * Makes the published method: layer balancing, free biases, no momentum; units whose outgoing
   * weights are 0 are left out of products where that changes nothing.
   *
   * @param lambda the strength λ, 0 or more
   * @return the method
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public static PathProx of(double lambda) {
    return new PathProx(lambda, 0, true, false, WorkingSet.exact());
  }

  /**
   * Changes the momentum; with momentum all units are computed with.
   *
   * @param newMomentum the heavy-ball factor μ, at least 0 and below 1
   * @return a new method
   * @throws IllegalArgumentException if μ is out of its range
   */
  public PathProx withMomentum(double newMomentum) {
    WorkingSet units = newMomentum > 0 ? WorkingSet.off() : workingSet;
    return new PathProx(lambda, newMomentum, balancesLayers, regularizesBias, units);
  }

  /**
   * Leaves layer balancing out.
   *
   * @return a new method
   */
  public PathProx withoutLayerBalancing() {
    return new PathProx(lambda, momentum, false, regularizesBias, workingSet);
  }

  /**
   * Penalizes biases too, and leaves layer balancing out as the published code then does.
   *
   * @return a new method
   */
  public PathProx withRegularizedBias() {
    return new PathProx(lambda, momentum, false, true, workingSet);
  }

  /**
   * Changes which units a step computes with.
   *
   * @param units such as {@code WorkingSet.lazy(50)}
   * @return a new method
   * @throws IllegalArgumentException if there is momentum, and units may be left out
   */
  public PathProx withWorkingSet(WorkingSet units) {
    return new PathProx(lambda, momentum, balancesLayers, regularizesBias, units);
  }

  @Override
  public String name() {
    return "PathProx λ=%s".formatted(Label.of(lambda))
        + (momentum == 0 ? "" : ", momentum " + Label.of(momentum))
        + (regularizesBias ? ", biases regularized" : balancesLayers ? "" : ", no balancing")
        + (workingSet.interval() > 1 ? ", " + workingSet : "");
  }

  @Override
  public Step prepare(WorkingCopy network) {
    ProximalStep prox =
        new ProximalStep(network, new GroupLasso(lambda), balancesLayers, regularizesBias);
    return new PathProxStep(network, smoothPart(network), prox, workingSet);
  }

  private GradientDescent smoothPart(WorkingCopy network) {
    SquaredNorm none = new SquaredNorm(0);
    SquaredNorm decay = new SquaredNorm(lambda);
    Pairing pairing = network.pairing();
    GradientDescent descent = new GradientDescent(network, momentum);
    for (int layer = 0; layer < network.parameters().size(); layer++) {
      LayerParameters parameters = network.parameters().get(layer);
      boolean paired = pairing.isPaired(layer);
      boolean incoming = paired && parameters.rows() == Rows.OUTPUTS;
      boolean decaysBias = regularizesBias && !incoming;
      descent.add(parameters, paired ? none : decay, decaysBias ? decay : none);
    }
    return descent;
  }
}
