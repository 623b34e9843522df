package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Pooling of images with their channels last over windows that lie side by side. What no whole
 * window covers at the right and bottom has no influence.
 *
 * <p>Matrices have one pixel a row and one channel a column; those whose shape or type does not fit
 * are refused by an {@link IllegalArgumentException}. An object is used by one thread at a time.
 */
public abstract sealed class Pooling permits FloatPooling, DoublePooling {
  private final Window window;
  private final DataType type;

  Pooling(DataType type, Window window) {
    this.window = window;
    this.type = type;
  }

  /**
   * Makes a pooling.
   *
   * @param type {@code FLOAT} or {@code DOUBLE}
   * @param window over the images, with its stride as side and no padding
   * @return a new object with scratch memory of its own
   */
  public static Pooling of(DataType type, Window window) {
    return type == DataType.FLOAT
        ? new FloatPooling(type, window)
        : new DoublePooling(type, window);
  }

  /**
   * outputs ← the maximum of each window; NaN if it holds one.
   *
   * @param images Not modified.
   * @param outputs Modified.
   */
  public final void maximum(Matrix images, Matrix outputs) {
    requireFit(images, outputs);
    poolMaximum(images, outputs);
  }

  abstract void poolMaximum(Matrix images, Matrix outputs);

  /**
   * The gradient of {@link #maximum}: that of each window goes to its first pixel, row by row, that
   * has the maximum; all others receive 0.
   *
   * @param images what the maximum was taken of. Not modified.
   * @param outputGradient Not modified.
   * @param imageGradient Modified.
   */
  public final void maximumGradient(Matrix images, Matrix outputGradient, Matrix imageGradient) {
    requireFit(images, outputGradient);
    images.requireSame("the gradient", imageGradient);
    sendToMaximum(images, outputGradient, imageGradient);
  }

  abstract void sendToMaximum(Matrix images, Matrix outputGradient, Matrix imageGradient);

  /**
   * outputs ← the mean of each window.
   *
   * @param images Not modified.
   * @param outputs Modified.
   */
  public final void average(Matrix images, Matrix outputs) {
    requireFit(images, outputs);
    poolAverage(images, outputs);
  }

  abstract void poolAverage(Matrix images, Matrix outputs);

  /**
   * The gradient of {@link #average}: that of each window in equal shares.
   *
   * @param outputGradient Not modified.
   * @param imageGradient Modified.
   */
  public final void averageGradient(Matrix outputGradient, Matrix imageGradient) {
    requireFit(imageGradient, outputGradient);
    sendInShares(outputGradient, imageGradient);
  }

  abstract void sendInShares(Matrix outputGradient, Matrix imageGradient);

  private void requireFit(Matrix images, Matrix outputs) {
    if (images.columns() != outputs.columns()
        || outputs.rows() != window.outputs(images)
        || images.type() != type
        || outputs.type() != type) {
      throw new IllegalArgumentException(
          "pooling in %s of %s does not give %s".formatted(window, images, outputs));
    }
  }

  @Override
  public String toString() {
    return this instanceof FloatPooling ? "pooling in float32" : "pooling in float64";
  }
}
