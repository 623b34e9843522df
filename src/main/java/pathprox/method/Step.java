package pathprox.method;

import pathprox.tensor.Matrix;

/** One iteration of a method after the forward pass. */
@FunctionalInterface
public interface Step {
  /**
   * Runs the backward pass and updates all parameters of the working copy.
   *
   * @param outputGradient the gradient of the mean loss of the batch with respect to the outputs.
   *     Modified.
   * @param learningRate the step size γ, above 0
   */
  void take(Matrix outputGradient, double learningRate);
}
