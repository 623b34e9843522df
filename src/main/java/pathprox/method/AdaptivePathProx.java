package pathprox.method;

import pathprox.network.WorkingCopy;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/**
 * PathProx with a step size for each unit, so that nobody has to choose one: what {@link
 * PathProx#recommended} makes.
 *
 * <p>With η_t = η·min(1, √(2500/T))·(1 − t/T) for T planned steps, m the running average of
 * gradients (β₁ = 0.9) and s_i that of their squared norms (over an epoch, at least 20 steps), a
 * step is:
 *
 * <ol>
 *   <li>gradient: (w_i, b_i) and v_i each move against m by η_t/√s_i times their scale, which is 1
 *       for (w_i, b_i) and the root mean square of ‖v‖ over the pair for v_i; an outgoing bias
 *       moves as far as all v together;
 *   <li>threshold: the proximal operator of f(‖w_i‖‖v_i‖) in v_i and then in w_i, each with the
 *       other held and its own step size, so that the stationary points are those of the objective;
 *       f grows to its full strength over the first tenth of the steps;
 *   <li>normalization: v_i takes the norm that (w_i, b_i) gives up, which changes nothing.
 * </ol>
 *
 * <p>As s_i measures the gradients, targets, inputs and losses of any size train alike. Inputs lose
 * their mean, exactly: the biases take it. The objective on fixed training samples is looked at now
 * and then; where more than half of what was gained is lost, the training goes back to its best
 * state with half the step, and it ends with its best state.
 *
 * @param penalty f, what path norms are penalized with; its λ is that of the method
 * @param workingSet which units a step computes with
 */
public record AdaptivePathProx(ProximablePenalty penalty, WorkingSet workingSet) implements Method {
  private static final double STEP = 0.06;
  private static final int INTERVAL = 10;

  /**
   * Makes the method.
   *
   * @param lambda the strength λ, 0 or more
   * @return the path norm as penalty; units that are 0 are looked at every ten steps
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public static AdaptivePathProx of(double lambda) {
    return new AdaptivePathProx(new GroupLasso(lambda), WorkingSet.lazy(INTERVAL));
  }

  /**
   * Penalizes path norms with something else, such as powers of them.
   *
   * @param newPenalty such as {@code Powers.of(1e-3, 0.5)}; it brings its own λ
   * @return a new method
   */
  public AdaptivePathProx withPenalty(ProximablePenalty newPenalty) {
    return new AdaptivePathProx(newPenalty, workingSet);
  }

  /**
   * Changes which units a step computes with.
   *
   * @param units such as {@code WorkingSet.exact()}
   * @return a new method
   */
  public AdaptivePathProx withWorkingSet(WorkingSet units) {
    return new AdaptivePathProx(penalty, units);
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
    return "the length of a step relative to what it moves, falling to 0 in a straight line";
  }

  @Override
  public boolean centersInputs() {
    return true;
  }

  @Override
  public String name() {
    return "PathProx recommended λ=%s".formatted(Label.of(lambda()))
        + (penalty.name().isEmpty() ? "" : ", " + penalty.name())
        + (workingSet.interval() == INTERVAL ? "" : ", " + workingSet);
  }

  @Override
  public Step prepare(WorkingCopy network, Task task) {
    return new AdaptiveStep(network, task, penalty, workingSet);
  }
}
