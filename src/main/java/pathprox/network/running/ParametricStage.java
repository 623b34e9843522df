package pathprox.network.running;

import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * A layer with parameters at work.
 *
 * <p>The number of its units is that of the rows of its weights at the time, so that a batch runs
 * on a part of the units. The last two methods compute what inactive units of a pair would have
 * done with the same batch.
 */
public interface ParametricStage extends Stage {
  /**
   * Gives the gradients of the parameters away; called after {@link #inputGradient}, since it may
   * change the parameters.
   *
   * @param outputGradient the gradient with respect to the outputs of the last batch. Not modified.
   * @param sink takes them
   */
  void parameterGradients(Matrix outputGradient, GradientSink sink);

  /**
   * Computes the outputs of inactive units for the last batch.
   *
   * @param weights into these units, one row for each. Not modified.
   * @param bias of these units, one row for each. Not modified.
   * @param buffer for the outputs
   * @return the outputs, one column for each of these units
   */
  Matrix inactiveOutputs(Matrix weights, Matrix bias, Buffer buffer);

  /**
   * Computes the gradient of the weights out of inactive units, which are 0 now; called before
   * {@link #parameterGradients}.
   *
   * @param activations of these units for the last batch, one column for each. Not modified.
   * @param outputGradient the gradient with respect to the outputs of the last batch. Not modified.
   * @param buffer for the gradient
   * @return the gradient; row r belongs to unit r modulo the number of these units
   */
  Matrix inactiveGradient(Matrix activations, Matrix outputGradient, Buffer buffer);
}
