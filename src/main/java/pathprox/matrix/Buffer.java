package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * A matrix that is made once and used again, so that a training step allocates nothing.
 *
 * <p>The memory grows when a larger matrix is asked for, and is given back with the arena that the
 * buffer was made by.
 */
public final class Buffer {
  private final Arena arena;
  private Matrix matrix;

  Buffer(Arena arena) {
    this.arena = arena;
  }

  /**
   * Returns the buffer's matrix in the wanted shape; what it held before is lost.
   *
   * @param type {@code FLOAT} or {@code DOUBLE}, the same at every call
   * @param rows number of rows, 0 or more
   * @param columns number of columns, 0 or more
   * @return the same matrix at every call, unless it had to grow
   * @throws IllegalArgumentException if the type is neither {@code FLOAT} nor {@code DOUBLE}
   */
  public Matrix matrix(DataType type, int rows, int columns) {
    if (matrix == null || matrix.type() != type || matrix.capacity() < (long) rows * columns) {
      arena.release(matrix);
      matrix = arena.zeros(type, rows, columns);
    }
    return matrix.reshape(rows, columns);
  }

  /**
   * Copies some rows of a matrix.
   *
   * @param source of the same type at every call. Not modified.
   * @param from the first row
   * @param count how many rows
   * @return the buffer's matrix with those rows
   */
  public Matrix copyRows(Matrix source, int from, int count) {
    Matrix rows = matrix(source.type(), count, source.columns());
    rows.copyRows(source, from, count);
    return rows;
  }

  /**
   * Copies images with their channels last.
   *
   * @param images one a row, the pixels of one channel after the other, of the same type at every
   *     call. Not modified.
   * @param channels the number of channels, a divisor of the columns
   * @return the buffer's matrix with one row for each pixel of each image and one column for each
   *     channel
   */
  public Matrix channelsLast(Matrix images, int channels) {
    int pixels = images.columns() / Math.max(1, channels);
    requireDivisor(images, "channels", channels, images.columns());
    Matrix result = matrix(images.type(), images.rows() * pixels, channels);
    for (int row = 0; row < images.rows() * channels; row++) {
      int to = row / channels * images.columns() + row % channels;
      result.copy(to, channels, images, row * pixels, 1, pixels);
    }
    return result;
  }

  /**
   * Undoes {@link #channelsLast}.
   *
   * @param pixels one row for each pixel of each image and one column for each channel, of the same
   *     type at every call. Not modified.
   * @param perImage the number of pixels of an image, a divisor of the rows
   * @return the buffer's matrix with one image a row, the pixels of one channel after the other
   */
  public Matrix channelsFirst(Matrix pixels, int perImage) {
    int channels = pixels.columns();
    requireDivisor(pixels, "pixels", perImage, pixels.rows());
    Matrix result = matrix(pixels.type(), pixels.rows() / perImage, perImage * channels);
    for (int row = 0; row < result.rows() * channels; row++) {
      int from = row / channels * result.columns() + row % channels;
      result.copy(row * perImage, 1, pixels, from, channels, perImage);
    }
    return result;
  }

  private static void requireDivisor(Matrix matrix, String what, int parts, int whole) {
    if (parts < 1 || whole % parts != 0) {
      throw new IllegalArgumentException(
          "%s holds no images of %d %s".formatted(matrix, parts, what));
    }
  }

  @Override
  public String toString() {
    return matrix == null ? "empty buffer" : "buffer of a " + matrix;
  }
}
