package pathprox.method;

import pathprox.tensor.Matrix;

/** One iteration of a method after the forward pass. */
@FunctionalInterface
public interface Step {
  /**
   * Runs the backward pass and updates all parameters of the working copy.
   *
   * @param loss the mean loss of the batch, a finite number
   * @param outputGradient the gradient of that loss with respect to the outputs. Modified.
   * @param learningRate the step size γ, above 0
   */
  void take(double loss, Matrix outputGradient, double learningRate);

  /**
   * Returns the share of the learning rate that the last step took.
   *
   * @return 1, or less where a safeguard lowers it
   */
  default double damping() {
    return 1;
  }
}
