package pathprox.method;

import java.io.Serializable;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/** A training method, or optimizer: a value with its options, which makes steps on a network. */
public interface Method extends Serializable {
  /** {@return a short name for tables and legends, with λ and the options that are chosen} */
  String name();

  /** {@return the name up to its λ, without options: what a method is called whatever its λ} */
  default String family() {
    return Label.family(name());
  }

  /** {@return λ, the strength of the regularization, 0 or more} */
  double lambda();

  /** {@return f, which the recorded objective takes of each path norm; λρ unless it has another} */
  default ProximablePenalty penalty() {
    return new GroupLasso(lambda());
  }

  /** {@return the step size that is used where the options of a training give none; γ, above 0} */
  default double defaultLearningRate() {
    return 0.1;
  }

  /** {@return whether inputs of a dense first layer lose their mean μ, for which b gains Wμ} */
  default boolean centersInputs() {
    return false;
  }

  /** {@return how the method changes the step sizes it is given, in words; empty if it does not} */
  default String rateRule() {
    return "";
  }

  /** {@return a new step, with state of its own, that changes {@code network} for {@code task}} */
  Step prepare(WorkingNetwork network, Task task);
}
