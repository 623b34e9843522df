package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix that is made once and used again, so that a training step allocates nothing: it grows
 * when a larger one is asked for, and is given back with the arena that made the buffer.
 */
public final class Buffer {
  private final Arena arena;
  private Matrix matrix;

  Buffer(Arena arena) {
    this.arena = arena;
  }

  /**
   * {@return the buffer's matrix as [{@code rows}, {@code columns}] of {@code type}; what it held
   * is lost} It is the same matrix at every call unless the type is another or it had to grow.
   */
  public Matrix matrix(DataType type, int rows, int columns) {
    if (matrix == null || matrix.type() != type || matrix.capacity() < (long) rows * columns) {
      release();
      matrix = arena.zeros(type, rows, columns);
    }
    return matrix.reshape(rows, columns);
  }

  /** Gives the memory back until a matrix is asked for. */
  void release() {
    Matrix old = matrix;
    matrix = null;
    arena.release(old);
  }

  /** {@return the matrix with {@code count} rows of {@code source}, from row {@code from} on} */
  public Matrix copyRows(Matrix source, int from, int count) {
    Matrix rows = matrix(source.type(), count, source.columns());
    rows.copyRows(source, from, count);
    return rows;
  }

  /** {@return the matrix with a copy of {@code array} in {@code type}, as {@link Arena#copyOf}} */
  public Matrix copyOf(INDArray array, DataType type) {
    if (array.dataType() != type || array.ordering() != 'c' || array.isView()) {
      try (Arena other = new Arena()) {
        Matrix copy = other.copyOf(array, type);
        return copyRows(copy, 0, copy.rows());
      }
    }
    int rows = Math.toIntExact(array.size(0));
    Matrix result = matrix(type, rows, Math.toIntExact(array.length() / Math.max(1, rows)));
    result.copyFrom(array);
    return result;
  }

  /**
   * {@return the buffer's matrix as op({@code a})·op({@code b}), with {@code transposeA} and {@code
   * transposeB} as {@link Matrix#gemm} has them}
   */
  public Matrix product(Matrix a, Transpose transposeA, Matrix b, Transpose transposeB) {
    Matrix result = matrix(a.type(), transposeA.rows(a), transposeB.columns(b));
    result.gemm(1, a, transposeA, b, transposeB, 0);
    return result;
  }

  /**
   * {@return the buffer's matrix with one row for each pixel of each image and one column for each
   * of {@code channels}} The {@code images}, not modified, come one a row, the pixels of one
   * channel after the other.
   *
   * @throws IllegalArgumentException if the channels do not divide the columns
   */
  public Matrix channelsLast(Matrix images, int channels) {
    requireDivisor(images, "channels", channels, images.columns());
    return turned(images, images.rows(), channels, images.columns() / channels);
  }

  /** Transposes each of some matrices [rows, columns] that lie one after the other. */
  Matrix turned(Matrix source, int count, int rows, int columns) {
    Matrix result = matrix(source.type(), count * columns, rows);
    Pass.over(result, source, 0, 0)
        .with(rows, columns, 0)
        .run(
            count * rows,
            columns,
            (pass, from, to) -> {
              int high = pass.first;
              int wide = pass.second;
              for (int row = from; row < to; row++) {
                int at = row / high * high * wide + row % high;
                pass.x.copy(at, high, pass.y, row * wide, 1, wide);
              }
            });
    return result;
  }

  /**
   * {@return the buffer's matrix with one image a row, the pixels of one channel after the other}
   * Undoes {@link #channelsLast}: {@code pixels}, not modified, has one pixel a row, {@code
   * perImage} for each image.
   *
   * @throws IllegalArgumentException if the pixels of an image do not divide the rows
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

  /**
   * {@return weights of a convolution turned by 180° with inputs and outputs exchanged, as the
   * {@linkplain Convolution#reversed reversed convolution} takes them} For {@code weights}, not
   * modified, [outputs × taps · inputs], {@code transpose} is {@code YES}, and they are [taps ·
   * outputs × inputs]; for [taps · inputs × outputs] they are [inputs × taps · outputs]: the other
   * way round, since whole rows can be copied then. The window has so many {@code taps}.
   */
  public Matrix mirrored(Matrix weights, int taps, Transpose transpose) {
    boolean rowsAreOutputs = transpose == Transpose.YES;
    int units = rowsAreOutputs ? weights.rows() : weights.rows() / taps;
    int run = rowsAreOutputs ? weights.columns() / taps : weights.columns();
    Matrix result =
        rowsAreOutputs
            ? matrix(weights.type(), taps * units, run)
            : matrix(weights.type(), units, taps * run);
    Pass.over(result, weights, 0, 0)
        .with(run, rowsAreOutputs ? taps : -taps, units)
        .run(run > 0 ? units : 0, taps * run, Buffer::mirrorUnits);
    return result;
  }

  private static void mirrorUnits(Pass pass, int first, int last) {
    boolean rowsAreOutputs = pass.second > 0;
    int taps = Math.abs(pass.second);
    int units = pass.units;
    int run = pass.first;
    for (int unit = first; unit < last; unit++) {
      for (int tap = 0; tap < taps; tap++) {
        int turned = taps - 1 - tap;
        int from = rowsAreOutputs ? unit * taps + turned : turned * units + unit;
        int to = rowsAreOutputs ? tap * units + unit : unit * taps + tap;
        pass.x.copy(to * run, 1, pass.y, from * run, 1, run);
      }
    }
  }

  private static void requireDivisor(Matrix matrix, String what, int parts, int whole) {
    if (parts < 1 || whole % parts != 0) {
      throw new IllegalArgumentException(
          "%s holds no images of %s %s".formatted(matrix, parts, what));
    }
  }

  @Override
  public String toString() {
    return matrix == null ? "empty buffer" : "buffer of a " + matrix;
  }
}
