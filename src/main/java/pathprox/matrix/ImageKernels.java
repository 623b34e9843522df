package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/** What a convolution does with raw memory: cutting patches, and products of row blocks. */
abstract sealed class ImageKernels permits FloatImageKernels, DoubleImageKernels {
  static ImageKernels of(DataType type, Window window) {
    return type == DataType.FLOAT ? new FloatImageKernels(window) : new DoubleImageKernels(window);
  }

  /**
   * Cuts images into patches, one a row: window row, window column, channel, the last fastest.
   *
   * @param images with the channels last. Not modified.
   * @param from the first line of outputs, counted through all images
   * @param count how many lines
   * @param patches [count · outputs in a line, taps · channels]. Modified.
   */
  abstract void cut(Matrix images, int from, int count, Matrix patches);

  /** c ← alpha·op(a)·op(b) + beta·c, for parts of three different matrices, none empty. */
  abstract void product(
      double alpha,
      RowBlock a,
      Transpose transposeA,
      RowBlock b,
      Transpose transposeB,
      double beta,
      RowBlock c);
}
