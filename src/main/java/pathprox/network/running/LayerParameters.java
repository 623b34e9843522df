package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Transpose;

/**
 * The parameters of one layer at work.
 *
 * @param weights one row for each unit
 * @param bias a column with one number for each output
 * @param rows what a row of the weights stands for
 * @param sharesWeights whether several pixels of a sample have the same weights
 * @param passesScale whether a positive scale of its outputs passes to the next layer with
 *     parameters
 */
public record LayerParameters(
    Parameter weights, Parameter bias, Rows rows, boolean sharesWeights, boolean passesScale) {
  /** Whether a batch with one sample a row is multiplied by the transposed weights. */
  Transpose transpose() {
    return rows == Rows.OUTPUTS ? Transpose.YES : Transpose.NO;
  }

  LayerParameters zeros(Arena arena) {
    return new LayerParameters(
        weights.zeros(arena), bias.zeros(arena), rows, sharesWeights, passesScale);
  }
}
