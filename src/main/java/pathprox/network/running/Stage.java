package pathprox.network.running;

import pathprox.matrix.Matrix;

/**
 * A layer at work on batches: forward first, then backward for the same batch.
 *
 * <p>A batch is a matrix with the channels last: one row for each sample, or for each pixel of each
 * sample, and one column for each channel. After flattening a row is a sample again, and its
 * columns are pixels of channels, the channel running fastest. So everywhere column c belongs to
 * channel c modulo the number of channels. The matrices that are returned belong to the stage and
 * are overwritten by its next batch.
 */
public interface Stage {
  /**
   * Computes the outputs for a batch and remembers what the backward pass needs.
   *
   * @param inputs the outputs of the layer before. Modified only by stages that work in place.
   * @return the outputs
   */
  Matrix forward(Matrix inputs);

  /**
   * Computes the gradient of the loss with respect to the inputs of the last batch.
   *
   * @param outputGradient the gradient with respect to the outputs. Modified only by stages that
   *     work in place.
   * @return in the shape of the inputs
   */
  Matrix inputGradient(Matrix outputGradient);
}
