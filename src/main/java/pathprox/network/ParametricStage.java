package pathprox.network;

import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * A layer with parameters at work.
 *
 * <p>The number of its units is that of the rows of its weights at the time, so that a batch runs
 * on a part of the units. The last two methods compute what the other units of a pair would have
 * done with the same batch.
 */
public interface ParametricStage extends Stage {
  /**
   * Sends the gradients of the parameters to where {@link Parameter#sendGradient} says; called
   * after {@link #inputGradient}, since it may change the parameters.
   *
   * @param outputGradient the gradient with respect to the outputs of the last batch. Not modified.
   */
  void sendParameterGradients(Matrix outputGradient);

  /**
   * Computes the outputs of other units for the last batch.
   *
   * @param weights into these units, one row for each. Not modified.
   * @param bias of these units, one row for each. Not modified.
   * @param buffer for the outputs
   * @return the outputs, one column for each of these units
   */
  Matrix otherOutputs(Matrix weights, Matrix bias, Buffer buffer);

  /**
   * Computes the gradient of the weights out of other units, which are 0 now; called before {@link
   * #sendParameterGradients}.
   *
   * @param activations of these units for the last batch, one column for each. Not modified.
   * @param outputGradient the gradient with respect to the outputs of the last batch. Not modified.
   * @param buffer for the gradient
   * @return the gradient; row r belongs to unit r modulo the number of these units
   */
  Matrix otherGradient(Matrix activations, Matrix outputGradient, Buffer buffer);
}
