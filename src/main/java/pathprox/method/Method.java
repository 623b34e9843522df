package pathprox.method;

import pathprox.network.WorkingCopy;

/** A training method: a value with its options, which makes steps on a working copy. */
public interface Method {
  /**
   * Names the method as tables and legends show it.
   *
   * @return a short name, with λ and with the options that differ from the published ones
   */
  String name();

  /**
   * Returns the strength of the regularization.
   *
   * @return λ, 0 or more
   */
  double lambda();

  /**
   * Returns the slope of what is penalized at the path norm ρ = ‖w_i‖‖v_i‖ of a unit: the unit has
   * the λ of {@link #lambda} times this.
   *
   * @param pathNorm ρ, 0 or more
   * @return 1, unless the method penalizes something else than the sum of path norms
   */
  default double weight(double pathNorm) {
    return 1;
  }

  /**
   * Makes the method ready to train a network.
   *
   * @param network what the steps change
   * @return a new step with state of its own, such as momentum
   */
  Step prepare(WorkingCopy network);
}
