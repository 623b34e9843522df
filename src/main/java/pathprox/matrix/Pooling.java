package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Pooling of images with their channels last over windows that lie side by side. What no whole
 * window covers at the right and bottom has no influence.
 *
 * <p>Matrices have one pixel a row and one channel a column. An object is used by one thread at a
 * time.
 */
public abstract sealed class Pooling permits FloatPooling, DoublePooling {
  /**
   * Makes a pooling.
   *
   * @param type {@code FLOAT} or {@code DOUBLE}
   * @param window over the images, with its stride as side and no padding
   * @return a new object with scratch memory of its own
   */
  public static Pooling of(DataType type, Window window) {
    return type == DataType.FLOAT ? new FloatPooling(window) : new DoublePooling(window);
  }

  /**
   * outputs ← the maximum of each window; NaN if it holds one.
   *
   * @param images Not modified.
   * @param outputs Modified.
   */
  public abstract void maximum(Matrix images, Matrix outputs);

  /**
   * The gradient of {@link #maximum}: that of each window goes to its first pixel, row by row, that
   * has the maximum; all others receive 0.
   *
   * @param images what the maximum was taken of. Not modified.
   * @param outputGradient Not modified.
   * @param imageGradient Modified.
   */
  public abstract void maximumGradient(Matrix images, Matrix outputGradient, Matrix imageGradient);

  /**
   * outputs ← the mean of each window.
   *
   * @param images Not modified.
   * @param outputs Modified.
   */
  public abstract void average(Matrix images, Matrix outputs);

  /**
   * The gradient of {@link #average}: that of each window in equal shares.
   *
   * @param outputGradient Not modified.
   * @param imageGradient Modified.
   */
  public abstract void averageGradient(Matrix outputGradient, Matrix imageGradient);

  @Override
  public String toString() {
    return this instanceof FloatPooling ? "pooling in float32" : "pooling in float64";
  }
}
