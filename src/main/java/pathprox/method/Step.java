package pathprox.method;

import pathprox.matrix.Matrix;
import pathprox.matrix.State;

/** One iteration of a method after the forward pass. */
@FunctionalInterface
public interface Step {
  /**
   * Runs the backward pass of {@code outputGradient}, that of the mean loss of the batch by the
   * outputs, and updates all parameters with the step size {@code learningRate}, above 0. Modified.
   */
  void take(Matrix outputGradient, double learningRate);

  /** {@return the last step size: {@code learningRate} as asked for, or as the method lowers it} */
  default double rateInUse(double learningRate) {
    return learningRate;
  }

  /** {@return how many steps were undone, as the method went back to a better state; 0 or more} */
  default int undoneSteps() {
    return 0;
  }

  /** {@return whether it has gone back to its best state, after a loss that is not finite} */
  default boolean recovers() {
    return false;
  }

  /**
   * Keeps in {@code state} what differs from a step just made for the same start, so that one made
   * anew goes on as this one would; a step without a state of its own keeps nothing. Velocities of
   * parameters are kept with these.
   */
  default void keep(State state) {}

  /** Ends the training: a method that keeps its best state goes back to it where it is better. */
  default void finish() {}
}
