package pathprox.network.running;

import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/**
 * Where a backward pass leaves the gradients of the parameters.
 *
 * <p>A gradient is never formed on its own: the product that computes it adds it to a destination,
 * {@code destination ← keep·destination + factor·gradient}. With the numbers themselves as
 * destination, keep 1 and factor −γ, the product is the descent step.
 */
public interface GradientSink {
  /**
   * Says where a gradient goes.
   *
   * @param parameter the parameter that it belongs to
   * @return a matrix of the shape of its value, which it may be
   */
  Matrix destination(Parameter parameter);

  /**
   * Says what is left of what a destination held.
   *
   * @param parameter the parameter whose gradient comes
   * @return the factor of the old numbers; 0 ignores them
   */
  double keep(Parameter parameter);

  /**
   * Says what a gradient is multiplied by.
   *
   * @param parameter the parameter that it belongs to
   * @return the factor of the gradient
   */
  double factor(Parameter parameter);

  /**
   * Takes op(left)·right, the gradient of weights.
   *
   * @param weights what it is the gradient of
   * @param left Not modified.
   * @param turn whether op(left) = leftᵀ
   * @param right Not modified.
   */
  default void addProduct(Parameter weights, Matrix left, Transpose turn, Matrix right) {
    destination(weights).gemm(factor(weights), left, turn, right, Transpose.NO, keep(weights));
  }

  /**
   * Takes column sums, the gradient of a bias.
   *
   * @param bias what they are the gradient of
   * @param outputGradient one sample or pixel a row. Not modified.
   */
  default void addColumnSums(Parameter bias, Matrix outputGradient) {
    destination(bias).columnSums(factor(bias), outputGradient, keep(bias));
  }
}
