package pathprox.loss;

import pathprox.matrix.Matrix;

/** A loss between outputs and targets, averaged over the samples of a batch. */
public interface Loss {
  /**
   * {@return the mean over the rows of {@code outputs} and {@code targets}, one sample a row; NaN
   * or infinite if an output is} Neither is modified.
   */
  double value(Matrix outputs, Matrix targets);

  /**
   * {@return what {@link #value} returns for {@code outputs} and {@code targets}} Neither is
   * modified; {@code gradient}, in the shape of the outputs, receives the gradient with respect to
   * them.
   */
  double gradient(Matrix outputs, Matrix targets, Matrix gradient);

  /**
   * Checks that so many {@code outputs} of a network can be compared with {@code targets}, one
   * sample a row, which are not modified.
   *
   * @throws IllegalArgumentException if they cannot, with what was expected and found
   */
  void check(int outputs, Matrix targets);
}
