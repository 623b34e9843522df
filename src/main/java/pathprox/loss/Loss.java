package pathprox.loss;

import java.io.Serializable;
import pathprox.matrix.Matrix;

/** A loss between outputs and targets, averaged over the samples of a batch. */
public interface Loss extends Serializable {
  /**
   * {@return the mean over the rows of {@code outputs} and {@code targets}, not modified, one
   * sample a row; NaN or infinite if an output is}
   */
  double value(Matrix outputs, Matrix targets);

  /**
   * {@return as {@link #value} the loss of {@code outputs} and {@code targets}} In their shape
   * {@code gradient} receives that with respect to the outputs.
   */
  double gradient(Matrix outputs, Matrix targets, Matrix gradient);

  /**
   * Refuses {@code targets}, one sample a row, that do not fit so many {@code outputs}, by an
   * {@link IllegalArgumentException} with what was expected and found.
   */
  void check(int outputs, Matrix targets);

  /** {@return how much a sample of {@code classNumber}, from 0, counts; 1 where all count alike} */
  default double weight(int classNumber) {
    return 1;
  }
}
