package pathprox.data;

import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** A random change of the samples of a batch that leaves their targets right. */
public interface Augmentation {
  /**
   * Checks that the samples are what this changes.
   *
   * @param dataset Not modified.
   * @throws IllegalArgumentException if they have another shape
   */
  void check(Dataset dataset);

  /**
   * Writes a changed copy of each sample.
   *
   * @param samples one a row. Not modified.
   * @param random where all chance comes from, so that equal streams give equal changes. Modified.
   * @param changed another matrix of the same type and shape. Modified.
   */
  void apply(Matrix samples, RandomNumbers random, Matrix changed);
}
