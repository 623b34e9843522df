package pathprox.method;

import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/** A training method: a value with its options, which makes steps on a working copy. */
public interface Method {
  /**
   * Names the method as tables and legends show it.
   *
   * @return a short name, with λ and with the options that differ from the published ones
   */
  String name();

  /** {@return λ, the strength of the regularization, 0 or more} */
  double lambda();

  /**
   * {@return what the recorded objective penalizes the path norm ρ = ‖w_i‖‖v_i‖ of each paired unit
   * with; unpaired weights have (λ/2)·‖·‖²; λρ, unless the method has another penalty}
   */
  default ProximablePenalty penalty() {
    return new GroupLasso(lambda());
  }

  /** {@return the step size that is used where the options of a training give none; γ, above 0} */
  default double defaultLearningRate() {
    return 0.1;
  }

  /**
   * {@return whether the inputs of a dense first layer lose their mean in training: x − μ in place
   * of x and b + Wμ in place of b, which changes no output: false, unless the step is of a kind
   * that this changes nothing for but its speed}
   */
  default boolean centersInputs() {
    return false;
  }

  /**
   * Says how the method changes the step sizes that a training asks for.
   *
   * @return the rule in a few words, such as {@code falling to 0 in a straight line}; empty if it
   *     takes them as they are
   */
  default String rateRule() {
    return "";
  }

  /**
   * Makes the method ready to train a network.
   *
   * @param network what the steps change
   * @param task what is known of the training ahead
   * @return a new step with state of its own, such as momentum
   */
  Step prepare(WorkingNetwork network, Task task);
}
