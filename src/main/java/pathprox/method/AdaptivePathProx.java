package pathprox.method;

import java.util.Optional;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.ProximablePenalty;

/**
 * PathProx with a step size for each unit, so that nobody has to choose one: what {@link
 * PathProx#recommended} makes.
 *
 * <p>With η_t = η·min(1, √(2500/T))·(1 − t/T)^1.25 for T planned steps, m the running average of
 * gradients (β₁ = 0.9) and s_i that of their squared norms (the larger one of those over an epoch
 * and over 20 steps, and no less than a hundredth of the mean of the pair), a step is:
 *
 * <ol>
 *   <li>gradient: (w_i, b_i) and v_i each move against m by η_t/√s_i times their scale, which is 1
 *       for (w_i, b_i) and the root mean square of ‖v‖ over the pair for v_i; an outgoing bias
 *       moves as far as all v together;
 *   <li>threshold: the proximal operator of f(‖w_i‖‖v_i‖) in v_i and then in w_i, each with the
 *       other held and its own step size, so that the stationary points are those of the objective;
 *   <li>normalization: v_i takes the norm that (w_i, b_i) gives up, which changes nothing.
 * </ol>
 *
 * <p>f grows to its full strength over the first 0.15 T steps, and counts 1 + 3(1 − t/(0.6 T))
 * times until 0.6 T, which leaves fewer units at a lower objective: once at most if it is concave,
 * and never so many times that 0.95 of the loss of constant outputs would be better than the best
 * state. A start below that loss, as a network trained before, gets f as it is from the first step.
 * From half-time on a unit that is 0 comes back only if its averaged gradient exceeds what keeps it
 * there by three standard deviations of its noise.
 *
 * <p>No step is longer than 0.3 of what a random matrix measures: n rows of d numbers take η or
 * 0.3(1 + √(n/d))/√n, whichever is less. For convolutions η counts b/25 times for batches of b
 * samples, half to twice, and twice if the batch is all samples. Weights of layers in no pair have
 * a step size for each row, and after it the proximal operator of (λ/2)·‖W‖².
 *
 * <p>Inputs of a dense first layer lose their mean, exactly: the biases take it. The first step of
 * a regression gives the outputs the means of the targets. Some 100 times a training looks at the
 * objective on up to 1,000 fixed training samples. Where it is above 1.5 times the lowest, f is no
 * longer increased, from the second time on the step is halved, and at two looks in a row the
 * training goes back to its best state; each new lowest objective gives 5 % of the step back. The
 * end is the best state, in which all w_i of a path norm below 1/1000 of the largest of their pair
 * become 0 where that does not raise the objective on these samples.
 *
 * <p>Classes that are not told apart at all after a fortieth of the steps, whose loss is above 0.99
 * of that of constant outputs, are begun again with a quarter of the step, three times at most, and
 * then with that of the lowest loss: networks of many layers bear short steps only before they have
 * learned something. Then each new lowest objective gives 15 % back. A network that falls back to
 * constant outputs counts as one that is above 1.5 times the lowest.
 *
 * <p>A learning rate that is given takes the place of η = 0.05.
 *
 * @param penalty f, what path norms are penalized with; its λ is that of the method
 * @param workingSet which units a step computes with; {@code lazy(10)} as recommended
 * @param units how many units the training ends with; empty if λ alone decides
 */
public record AdaptivePathProx(
    ProximablePenalty penalty, WorkingSet workingSet, Optional<UnitTarget> units)
    implements Method {
  private static final double STEP = 0.05;
  static final WorkingSet WORKING_SET = WorkingSet.lazy(10);

  /** {@return this method penalizing path norms with {@code newPenalty}, which brings its own λ} */
  public AdaptivePathProx withPenalty(ProximablePenalty newPenalty) {
    return new AdaptivePathProx(newPenalty, workingSet, units);
  }

  /** {@return this method with {@code newWorkingSet}, such as {@code WorkingSet.exact()}} */
  public AdaptivePathProx withWorkingSet(WorkingSet newWorkingSet) {
    return new AdaptivePathProx(penalty, newWorkingSet, units);
  }

  /**
   * {@return this method ending with the number of units {@code target}, such as {@code
   * UnitTarget.perPair(40)}; {@link #prepare} refuses one that the network cannot have}
   *
   * <p>From a fifth of the T steps to half of them a cap falls from all n units to the wanted k,
   * n·(k/n)^((t/T − 0.2)/0.3) after t steps. Whenever the objective is looked at, the units beyond
   * it are set to 0 for good, and the guard goes on from there: those of the smallest path norms,
   * as parts of the sum over their pair where one number is for all pairs, each of which keeps half
   * of its share of k. From half-time on no unit comes or goes, and these k are trained under the
   * same penalty, which shrinks none to less than 1/100 of the largest path norm of its pair at
   * half-time. Where λ has left fewer, those come back whose gradients are largest; a unit that no
   * sample activates stays 0, and all do where λ has killed all and nothing is better. A training
   * that ends before half-time, as by {@code stopWhenOptimal}, has more.
   *
   * <p>The steps begin anew at half-time, as those of a training of the second half, and are b/25
   * times as long, once to twice, also if a rate is given; f counts once at most.
   */
  public AdaptivePathProx withUnits(UnitTarget target) {
    return new AdaptivePathProx(penalty, workingSet, Optional.of(target));
  }

  @Override
  public double lambda() {
    return penalty.lambda();
  }

  /** {@return η, the length of the first steps relative to what they move} */
  @Override
  public double defaultLearningRate() {
    return STEP;
  }

  @Override
  public String rateRule() {
    return "the length of a step relative to what it moves, falling to 0";
  }

  @Override
  public boolean centersInputs() {
    return true;
  }

  @Override
  public String name() {
    return "PathProx recommended λ=%s".formatted(Label.of(lambda()))
        + (penalty.name().isEmpty() ? "" : ", " + penalty.name())
        + units.map(target -> ", " + target).orElse("")
        + (workingSet.equals(WORKING_SET) ? "" : ", " + workingSet);
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    return new AdaptiveStep(network, task, this);
  }
}
