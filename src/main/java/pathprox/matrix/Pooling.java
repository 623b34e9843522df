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
  /** What becomes of the pixels in a window. */
  public enum Kind {
    /** The largest one is left; NaN if there is one. */
    MAXIMUM,
    /** Their mean is left. */
    AVERAGE
  }

  final Window window;
  final Kind kind;
  private final DataType type;

  Pooling(DataType type, Window window, Kind kind) {
    this.window = window;
    this.kind = kind;
    this.type = type;
  }

  /**
   * {@return a new pooling of {@code kind} over a {@code window} without padding whose stride is
   * its side, for matrices of {@code type}}
   */
  public static Pooling of(DataType type, Window window, Kind kind) {
    return type == DataType.FLOAT
        ? new FloatPooling(type, window, kind)
        : new DoublePooling(type, window, kind);
  }

  /** Pools {@code images}, which are not modified, into {@code outputs}. */
  public abstract void apply(Matrix images, Matrix outputs);

  /**
   * The gradient of {@link #apply}: {@code imageGradient} ← for each window its {@code
   * outputGradient} in equal shares; for a maximum at the first pixel, row by row, that has it, 0
   * elsewhere. The {@code images} are those that were pooled; only {@code imageGradient} is
   * modified.
   */
  public abstract void gradient(Matrix images, Matrix outputGradient, Matrix imageGradient);

  final void requireFit(Matrix images, Matrix outputs) {
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
    return kind + " pooling in " + window;
  }
}
