package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/** Cuts images into patches, whose products with weights are convolutions. */
abstract sealed class Patches permits FloatPatches, DoublePatches {
  static Patches of(DataType type, Window window) {
    return type == DataType.FLOAT ? new FloatPatches(window) : new DoublePatches(window);
  }

  /**
   * Cuts {@code count} lines of outputs from line {@code from} of all images on: {@code patches}
   * [count · outputs in a line, taps · channels] ← window row, window column, channel, the last
   * fastest.
   */
  abstract void cut(Matrix images, int from, int count, Matrix patches);
}
