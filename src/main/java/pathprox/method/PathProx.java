package pathprox.method;

import static pathprox.matrix.Arguments.require;

import java.util.Optional;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Rows;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;
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
 * <p>{@link #of} is the published method; everything else is an option beside it, and {@link
 * #recommended} another descent on the same objective.
 *
 * @param penalty what path norms are penalized with; its λ is that of the method
 * @param momentum the heavy-ball factor μ of the gradient step, at least 0 and below 1
 * @param balancesLayers whether each step makes path norms equal where scale passes between pairs
 * @param regularizesBias whether a unit's norm includes its incoming bias, and other biases are
 *     penalized by (λ/2)·‖·‖²; as published, never together with balancing
 * @param workingSet which units a step computes with; not together with momentum, which moves a
 *     unit also while its outgoing weights are 0
 * @param preservesFunction whether v_i takes the norm that w_i gives up
 */
public record PathProx(
    ProximablePenalty penalty,
    double momentum,
    boolean balancesLayers,
    boolean regularizesBias,
    WorkingSet workingSet,
    boolean preservesFunction)
    implements Method {
  /** Throws an {@link IllegalArgumentException} if options do not go together. */
  public PathProx {
    GradientDescent.checkMomentum(momentum);
    require(
        !(balancesLayers && regularizesBias),
        "layer balancing rescales biases, so it does not go together with regularized biases");
    String wrong =
        "momentum %s moves units whose outgoing weights are 0, so it needs all units, found: %s";
    boolean movesAll = momentum == 0 || workingSet.interval() == 0;
    require(movesAll, wrong, Label.of(momentum), workingSet);
  }

  /**
   * {@return the published method for λ = {@code lambda}, 0 or more: layer balancing, free biases,
   * no momentum; units that are 0 are left out of products where that changes nothing}
   */
  public static PathProx of(double lambda) {
    return new PathProx(new GroupLasso(lambda), 0, true, false, WorkingSet.exact(), false);
  }

  /** {@return the method to start with, for λ = {@code lambda}, 0 or more, which needs no rate} */
  public static AdaptivePathProx recommended(double lambda) {
    WorkingSet units = AdaptivePathProx.WORKING_SET;
    return new AdaptivePathProx(new GroupLasso(lambda), units, Optional.empty());
  }

  /**
   * {@return this method with momentum μ = {@code newMomentum}, which computes with all units}
   * Momentum is in the gradient step alone, as in the authors' program: it makes the descent 1/(1 −
   * μ) times as long, and the threshold stays γλ. So the method comes to rest at the minimum for (1
   * − μ)λ; for that of λ, give it λ/(1 − μ).
   */
  public PathProx withMomentum(double newMomentum) {
    WorkingSet units = newMomentum > 0 ? WorkingSet.off() : workingSet;
    return new PathProx(
        penalty, newMomentum, balancesLayers, regularizesBias, units, preservesFunction);
  }

  /** {@return this method without layer balancing} */
  public PathProx withoutLayerBalancing() {
    return new PathProx(penalty, momentum, false, regularizesBias, workingSet, preservesFunction);
  }

  /** {@return this method with penalized biases, as published without layer balancing} */
  public PathProx withRegularizedBias() {
    return new PathProx(penalty, momentum, false, true, workingSet, preservesFunction);
  }

  /** {@return this method computing with {@code units}, such as {@code WorkingSet.lazy(50)}} */
  public PathProx withWorkingSet(WorkingSet units) {
    return new PathProx(
        penalty, momentum, balancesLayers, regularizesBias, units, preservesFunction);
  }

  /**
   * {@return this method giving the norm that w_i loses to v_i: w_i, b_i ← w_i/n, b_i/n and v_i ←
   * n·v_i with n = ‖(w_i, b_i)‖; then both v_i and w_i are thresholded, each with the other held}
   */
  public PathProx withFunctionPreservingNormalization() {
    return new PathProx(penalty, momentum, balancesLayers, regularizesBias, workingSet, true);
  }

  /** {@return this method penalizing path norms with {@code newPenalty}, which brings its own λ} */
  public PathProx withPenalty(ProximablePenalty newPenalty) {
    return new PathProx(
        newPenalty, momentum, balancesLayers, regularizesBias, workingSet, preservesFunction);
  }

  @Override
  public double lambda() {
    return penalty.lambda();
  }

  @Override
  public String name() {
    return "PathProx λ=%s".formatted(Label.of(lambda()))
        + (momentum == 0 ? "" : ", momentum " + Label.of(momentum))
        + (preservesFunction ? ", function-preserving" : "")
        + (penalty.name().isEmpty() ? "" : ", " + penalty.name())
        + (regularizesBias ? ", biases regularized" : balancesLayers ? "" : ", no balancing")
        + (workingSet.interval() > 1 ? ", " + workingSet : "");
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    double decay = new SquaredNorm(lambda()).lambda();
    GradientDescent descent = new GradientDescent(network, momentum);
    for (int layer = 0; layer < network.layers().size(); layer++) {
      LayerParameters parameters = network.layers().get(layer);
      boolean paired = network.parameters().isPaired(layer);
      boolean incoming = paired && parameters.rows() == Rows.OUTPUTS;
      boolean decaysBias = regularizesBias && !incoming;
      descent.penalize(parameters, paired ? 0 : decay, decaysBias ? decay : 0);
    }
    return new PathProxStep(network, descent, this);
  }
}
