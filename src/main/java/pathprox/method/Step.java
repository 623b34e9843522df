package pathprox.method;

import pathprox.matrix.Matrix;

/** One iteration of a method after the forward pass. */
@FunctionalInterface
public interface Step {
  /**
   * Runs the backward pass and updates all parameters.
   *
   * @param outputGradient the gradient of the mean loss of the batch, which is finite, with respect
   *     to the outputs. Modified.
   * @param learningRate the step size γ, above 0
   */
  void take(Matrix outputGradient, double learningRate);

  /**
   * {@return the step size of the last step: {@code learningRate}, which was asked for, unless the
   * method lowers it by a rule of its own}
   */
  default double rateInUse(double learningRate) {
    return learningRate;
  }

  /**
   * {@return the number of steps that were undone, because the method went back to a better state;
   * 0 or more, over the whole training}
   */
  default int undoneSteps() {
    return 0;
  }

  /**
   * {@return whether the training can go on after a loss that is no finite number, as the method
   * has gone back to its best state; false for methods that keep none}
   */
  default boolean recovers() {
    return false;
  }

  /**
   * Ends the training: a method that keeps its best state goes back to it where the present one is
   * worse.
   */
  default void finish() {}
}
