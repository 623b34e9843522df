package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/** Cuts images into patches, whose products with weights are convolutions. */
abstract sealed class Patches permits FloatPatches, DoublePatches {
  static Patches of(DataType type, Window window) {
    return type == DataType.FLOAT ? new FloatPatches(window) : new DoublePatches(window);
  }

  /**
   * Cuts patches, one a row: window row, window column, channel, the last fastest.
   *
   * @param images with the channels last. Not modified.
   * @param from the first line of outputs, counted through all images
   * @param count how many lines
   * @param patches [count · outputs in a line, taps · channels]. Modified.
   */
  abstract void cut(Matrix images, int from, int count, Matrix patches);
}
