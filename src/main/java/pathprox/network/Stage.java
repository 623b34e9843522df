package pathprox.network;

import pathprox.tensor.Matrix;

/**
 * A layer at work on batches: forward first, then backward for the same batch.
 *
 * <p>Matrices hold one sample a row. The matrices that are returned belong to the stage and are
 * overwritten by its next batch.
 */
public interface Stage {
  /**
   * Computes the outputs for a batch and remembers what the backward pass needs.
   *
   * @param inputs one sample a row. Modified only by stages that work in place.
   * @return the outputs, one sample a row
   */
  Matrix forward(Matrix inputs);

  /**
   * Computes the gradient of the loss with respect to the inputs of the last batch.
   *
   * @param outputGradient the gradient with respect to the outputs. Modified only by stages that
   *     work in place.
   * @return one sample a row
   */
  Matrix inputGradient(Matrix outputGradient);

  /**
   * Sends the gradients of the parameters to where {@link Parameter#sendGradient} says; called
   * after {@link #inputGradient}, since it may change the parameters.
   *
   * @param outputGradient the gradient with respect to the outputs of the last batch
   */
  default void sendParameterGradients(Matrix outputGradient) {}
}
