package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.parallel.Lanes;
import pathprox.parallel.Threads;

/**
 * Pooling of images with their channels last over windows that lie side by side. What no whole
 * window covers at the right and bottom has no influence.
 *
 * <p>Matrices have one pixel a row and one channel a column; those whose shape or type does not fit
 * are refused by an {@link IllegalArgumentException}. An object is used by one thread at a time.
 */
public final class Pooling {
  private final DataType type;
  private final Window window;
  private final Kind kind;
  private final Lanes<Lines> lines;
  private final Threads.Loop pooling;
  private final Threads.Loop sending;

  // Of the present call, for the threads that share it.
  private Matrix images;
  private Matrix pooled; // outputs or their gradient
  private Matrix gradient;

  /** What becomes of the pixels in a window. */
  public enum Kind {
    /** The largest one is left; NaN if there is one. */
    MAXIMUM,
    /** Their mean is left. */
    AVERAGE
  }

  /** Pools lines of windows, which are counted through all images. */
  sealed interface Lines permits FloatPooling, DoublePooling {
    void pool(int from, int to, Matrix images, Matrix outputs);

    void send(int from, int to, Matrix images, Matrix outputGradient, Matrix imageGradient);
  }

  /**
   * Makes a pooling of {@code kind} over a {@code window} without padding whose stride is its side,
   * for matrices of {@code type}.
   */
  public Pooling(DataType type, Window window, Kind kind) {
    this.type = type;
    this.window = window;
    this.kind = kind;
    boolean isFloat = type == DataType.FLOAT;
    lines =
        new Lanes<>(
            () -> isFloat ? new FloatPooling(window, kind) : new DoublePooling(window, kind));
    pooling = (from, to) -> lines.own().pool(from, to, images, pooled);
    sending = (from, to) -> lines.own().send(from, to, images, pooled, gradient);
  }

  /** Pools {@code newImages}, which are not modified, into {@code outputs}. */
  public void apply(Matrix newImages, Matrix outputs) {
    requireFit(newImages, outputs);
    images = newImages;
    pooled = outputs;
    run(pooling);
  }

  /**
   * The gradient of {@link #apply}: {@code imageGradient} ← for each window its {@code
   * outputGradient} in equal shares; for a maximum at the first pixel, row by row, that has it, 0
   * elsewhere. The {@code newImages} are those that were pooled; only {@code imageGradient} is
   * modified.
   */
  public void gradient(Matrix newImages, Matrix outputGradient, Matrix imageGradient) {
    requireFit(newImages, outputGradient);
    newImages.requireSame("the gradient", imageGradient);
    Axis rows = window.vertical();
    if (rows.outputs() * rows.kernel() < rows.size()) {
      imageGradient.fill(0); // lines are written whole, so only uncovered ones need it
    }
    images = newImages;
    pooled = outputGradient;
    gradient = imageGradient;
    run(sending);
  }

  private void run(Threads.Loop loop) {
    if (pooled.size() == 0) {
      return;
    }
    int count = pooled.rows() / window.horizontal().outputs();
    Threads.share(count, images.size() / Math.max(1, count), loop);
  }

  private void requireFit(Matrix from, Matrix to) {
    if (from.columns() != to.columns()
        || to.rows() != window.outputs(from)
        || from.type() != type
        || to.type() != type) {
      throw new IllegalArgumentException(
          "pooling in %s of %s does not give %s".formatted(window, from, to));
    }
  }

  @Override
  public String toString() {
    return kind + " pooling in " + window;
  }
}
