package pathprox.network.running;

import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/**
 * Where a backward pass leaves the gradients of the parameters: the product that computes one adds
 * it to a destination, {@code destination ← keep·destination + factor·gradient}. With the numbers
 * themselves as destination, keep 1 and factor −γ, that is the descent step. What it takes is not
 * modified.
 */
@FunctionalInterface
public interface GradientSink {
  /** {@return where the gradient of {@code parameter} goes; of the shape of its value, or that} */
  Matrix destination(Parameter parameter);

  /** {@return the factor of what the destination of {@code parameter} held; 0 ignores it} */
  default double keep(Parameter parameter) {
    return 0;
  }

  /** {@return the factor of the gradient of {@code parameter}} */
  default double factor(Parameter parameter) {
    return 1;
  }

  /**
   * Takes the gradient of {@code weights}, op({@code left})·{@code right}; {@code turn} says
   * whether op(left) = leftᵀ.
   */
  default void addProduct(Parameter weights, Matrix left, Transpose turn, Matrix right) {
    destination(weights).gemm(factor(weights), left, turn, right, Transpose.NO, keep(weights));
  }

  /** Takes the gradient of {@code bias}, the column sums of {@code outputGradient}. */
  default void addColumnSums(Parameter bias, Matrix outputGradient) {
    destination(bias).columnSums(factor(bias), outputGradient, keep(bias));
  }
}
