package pathprox.loss;

import pathprox.matrix.Matrix;

/** A loss between outputs and targets, averaged over the samples of a batch. */
public interface Loss {
  /**
   * Computes the mean loss.
   *
   * @param outputs one sample a row. Not modified.
   * @param targets one sample a row. Not modified.
   * @return the mean over the rows; NaN or infinite if an output is
   */
  double value(Matrix outputs, Matrix targets);

  /**
   * Computes the mean loss and its gradient with respect to the outputs, in one pass.
   *
   * @param outputs one sample a row. Not modified.
   * @param targets one sample a row. Not modified.
   * @param gradient receives the gradient, in the shape of the outputs. Modified.
   * @return what {@link #value} returns
   */
  double gradient(Matrix outputs, Matrix targets, Matrix gradient);

  /**
   * Checks that a network's outputs can be compared with targets.
   *
   * @param outputs the number of outputs of the network
   * @param targets all targets, one sample a row. Not modified.
   * @throws IllegalArgumentException if they cannot, with what was expected and found
   */
  void check(int outputs, Matrix targets);
}
