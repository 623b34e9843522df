package pathprox.network.running;

import pathprox.matrix.Matrix;

/**
 * A layer at work on batches: forward first, then backward for the same batch.
 *
 * <p>A batch has its channels last: one row for each sample, or each pixel of it, and one column
 * for each channel; after flattening a row is a sample again. So column c belongs to channel c
 * modulo the number of channels. The matrices returned are overwritten by the stage's next batch.
 */
public interface Stage {
  /**
   * {@return the outputs for the batch {@code inputs}, which is modified only by stages that work
   * in place} What the backward pass needs is remembered.
   */
  Matrix forward(Matrix inputs);

  /**
   * {@return the gradient of the loss with respect to the inputs of the last batch} That with
   * respect to the outputs, {@code outputGradient}, is modified only by stages that work in place.
   */
  Matrix inputGradient(Matrix outputGradient);
}
