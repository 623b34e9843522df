package pathprox.method;

import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.network.PairUnits;
import pathprox.network.Pairing;
import pathprox.network.Rows;
import pathprox.network.WorkingCopy;
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
 * #recommended} the combination that does best.
 *
 * @param lambda the strength λ, 0 or more
 * @param momentum the heavy-ball factor μ of the gradient step, at least 0 and below 1
 * @param balancesLayers whether each step makes the path norms of all pairs equal
 * @param regularizesBias whether a unit's norm includes its incoming bias, and other biases are
 *     penalized by (λ/2)·‖·‖²; as published, never together with balancing
 * @param workingSet which units a step computes with; not together with momentum, which moves a
 *     unit also while its outgoing weights are 0
 * @param normalization where the norm of w_i goes
 * @param inertia extrapolation of all parameters, with warm-up and safeguard; only with
 *     function-preserving normalization, and not together with momentum
 * @param penalty what the path norm of each unit is penalized with
 */
public record PathProx(
    double lambda,
    double momentum,
    boolean balancesLayers,
    boolean regularizesBias,
    WorkingSet workingSet,
    Normalization normalization,
    Inertia inertia,
    ProximablePenalty penalty)
    implements Method {
  private static final double RECOMMENDED_INERTIA = 0.95;
  private static final int RECOMMENDED_INTERVAL = 50;

  /**
   * Checks the options.
   *
   * @param lambda the strength λ, 0 or more
   * @param momentum the heavy-ball factor μ of the gradient step, at least 0 and below 1
   * @param balancesLayers whether each step makes the path norms of all pairs equal
   * @param regularizesBias whether biases are penalized too
   * @param workingSet which units a step computes with
   * @param normalization where the norm of w_i goes
   * @param inertia extrapolation of all parameters
   * @param penalty what the path norm of each unit is penalized with
   * @throws IllegalArgumentException if λ or μ is out of its range, or options are given together
   *     that do not go together
   */
  public PathProx {
    new GroupLasso(lambda);
    Momentum.check(momentum);
    Momentum.checkAlone(momentum, inertia);
    if (balancesLayers && regularizesBias) {
      throw new IllegalArgumentException(
          "layer balancing rescales biases, so it does not go together with regularized biases");
    }
    if (momentum > 0 && workingSet.interval() > 0) {
      throw new IllegalArgumentException(
          "momentum %s moves units whose outgoing weights are 0, so it needs all units, found: %s"
              .formatted(Label.of(momentum), workingSet));
    }
    if (!inertia.isNone() && normalization == Normalization.PUBLISHED) {
      throw new IllegalArgumentException(
          "inertia %s would carry on the jumps of the published normalization, expected: %s"
              .formatted(Label.of(inertia.factor()), Normalization.FUNCTION_PRESERVING));
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
    return new PathProx(
        lambda,
        0,
        true,
        false,
        WorkingSet.exact(),
        Normalization.PUBLISHED,
        Inertia.none(),
        new GroupLasso(lambda));
  }

  /**
   * Makes the method to start with: layer balancing, function-preserving normalization, inertia
   * 0.95, and units whose outgoing weights are 0 looked at every 50 steps. The README compares it
   * with the published method.
   *
   * @param lambda the strength λ, 0 or more
   * @return the method
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public static PathProx recommended(double lambda) {
    return of(lambda)
        .withInertia(Inertia.of(RECOMMENDED_INERTIA))
        .withWorkingSet(WorkingSet.lazy(RECOMMENDED_INTERVAL));
  }

  /**
   * Changes the momentum; with momentum all units are computed with.
   *
   * @param newMomentum the heavy-ball factor μ, at least 0 and below 1
   * @return a new method
   * @throws IllegalArgumentException if μ is out of its range, or there is inertia
   */
  public PathProx withMomentum(double newMomentum) {
    WorkingSet units = newMomentum > 0 ? WorkingSet.off() : workingSet;
    return copy(newMomentum, balancesLayers, regularizesBias, units, normalization, inertia);
  }

  /**
   * Leaves layer balancing out.
   *
   * @return a new method
   */
  public PathProx withoutLayerBalancing() {
    return copy(momentum, false, regularizesBias, workingSet, normalization, inertia);
  }

  /**
   * Penalizes biases too, and leaves layer balancing out as the published code then does.
   *
   * @return a new method
   */
  public PathProx withRegularizedBias() {
    return copy(momentum, false, true, workingSet, normalization, inertia);
  }

  /**
   * Changes which units a step computes with.
   *
   * @param units such as {@code WorkingSet.lazy(50)}
   * @return a new method
   * @throws IllegalArgumentException if there is momentum, and units may be left out
   */
  public PathProx withWorkingSet(WorkingSet units) {
    return copy(momentum, balancesLayers, regularizesBias, units, normalization, inertia);
  }

  /**
   * Gives the norm that w_i loses to v_i, see {@link Normalization#FUNCTION_PRESERVING}.
   *
   * @return a new method
   */
  public PathProx withFunctionPreservingNormalization() {
    Normalization preserving = Normalization.FUNCTION_PRESERVING;
    return copy(momentum, balancesLayers, regularizesBias, workingSet, preserving, inertia);
  }

  /**
   * Adds inertia, and with it function-preserving normalization.
   *
   * @param newInertia such as {@code Inertia.of(0.9)}
   * @return a new method
   * @throws IllegalArgumentException if there is momentum
   */
  public PathProx withInertia(Inertia newInertia) {
    Normalization preserving = Normalization.FUNCTION_PRESERVING;
    return copy(momentum, balancesLayers, regularizesBias, workingSet, preserving, newInertia);
  }

  /**
   * Penalizes path norms in another way, such as by powers, which make strong units cheaper and
   * weak ones dearer.
   *
   * @param newPenalty such as {@code Powers.of(1e-3, 0.5)}
   * @return a new method
   */
  public PathProx withPenalty(ProximablePenalty newPenalty) {
    return new PathProx(
        lambda,
        momentum,
        balancesLayers,
        regularizesBias,
        workingSet,
        normalization,
        inertia,
        newPenalty);
  }

  private PathProx copy(
      double newMomentum,
      boolean balances,
      boolean biases,
      WorkingSet units,
      Normalization newNormalization,
      Inertia newInertia) {
    return new PathProx(
        lambda, newMomentum, balances, biases, units, newNormalization, newInertia, penalty);
  }

  @Override
  public String name() {
    boolean preserves = normalization == Normalization.FUNCTION_PRESERVING;
    return "PathProx λ=%s".formatted(Label.of(lambda))
        + (momentum == 0 ? "" : ", momentum " + Label.of(momentum))
        + (preserves && inertia.isNone() ? ", function-preserving" : "")
        + inertia.label()
        + (penalty.name().isEmpty() ? "" : ", " + penalty.name())
        + (regularizesBias ? ", biases regularized" : balancesLayers ? "" : ", no balancing")
        + (workingSet.interval() > 1 ? ", " + workingSet : "");
  }

  @Override
  public Step prepare(WorkingCopy network, Task task) {
    ProximalStep prox = new ProximalStep(network, this::pairStep, balancesLayers, normalization);
    List<Descended> parameters = smoothPart(network);
    if (inertia.isNone()) {
      GradientDescent descent = new GradientDescent(network, parameters, momentum);
      return new PathProxStep(network, descent, prox, workingSet);
    }
    InertialDescent descent = new InertialDescent(network, parameters);
    InertialStep step = new InertialPathProxStep(network, descent, prox, workingSet);
    return new SafeguardedStep(network, step, inertia);
  }

  private PairStep pairStep(PairUnits units) {
    return switch (normalization) {
      case PUBLISHED -> new PublishedPairStep(units, penalty, regularizesBias);
      case FUNCTION_PRESERVING ->
          new PreservingPairStep(units, penalty, regularizesBias, !inertia.isNone());
    };
  }

  private List<Descended> smoothPart(WorkingCopy network) {
    SquaredNorm none = new SquaredNorm(0);
    SquaredNorm decay = new SquaredNorm(lambda);
    Pairing pairing = network.pairing();
    Descended.Builder descended = new Descended.Builder();
    for (int layer = 0; layer < network.parameters().size(); layer++) {
      LayerParameters parameters = network.parameters().get(layer);
      boolean paired = pairing.isPaired(layer);
      boolean incoming = paired && parameters.rows() == Rows.OUTPUTS;
      boolean decaysBias = regularizesBias && !incoming;
      descended.add(parameters, paired ? none : decay, decaysBias ? decay : none);
    }
    return descended.build();
  }
}
