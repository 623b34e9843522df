package pathprox.network.running;

import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * A layer with parameters at work, on as many units as its weights have rows at the time. The last
 * two methods compute what inactive units of a pair would have done with the same batch.
 */
public interface ParametricStage extends Stage {
  /**
   * Gives the gradients of the parameters to {@code sink}, from {@code outputGradient}, which is
   * not modified; called after {@link #inputGradient}, since it may change the parameters.
   */
  void parameterGradients(Matrix outputGradient, GradientSink sink);

  /**
   * {@return the outputs of inactive units for the last batch, one column each, in {@code buffer}}
   * The {@code weights} into them and their {@code bias}, one row each, are not modified.
   */
  Matrix inactiveOutputs(Matrix weights, Matrix bias, Buffer buffer);

  /**
   * {@return the gradient of the weights out of inactive units, which are 0 now, in {@code buffer};
   * row r belongs to unit r modulo their number} Called before {@link #parameterGradients}; neither
   * their {@code activations}, one column each, nor {@code outputGradient} is modified.
   */
  Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer);
}
