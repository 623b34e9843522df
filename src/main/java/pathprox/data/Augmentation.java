package pathprox.data;

import java.io.Serializable;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** A random change of the samples of a batch that leaves their targets right. */
public interface Augmentation extends Serializable {
  /** Refuses a {@code dataset} of samples of another shape by an IllegalArgumentException. */
  void check(Dataset dataset);

  /**
   * Writes a changed copy of {@code samples}, one a row, which are not modified, to {@code changed}
   * of the same type and shape. All chance comes from {@code random}, which goes on.
   */
  void apply(Matrix samples, RandomNumbers random, Matrix changed);
}
