package pathprox.matrix;

import java.util.HashSet;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory of one owner, such as a training, given back at once when it is closed: the garbage
 * collector sees small Java objects only, and lets gigabytes wait. Used by one thread at a time,
 * and the threads that share its loops.
 *
 * <p>A matrix of another type than {@code FLOAT} or {@code DOUBLE} is an {@link
 * IllegalArgumentException}, one from a closed arena an {@link IllegalStateException}.
 */
public final class Arena implements AutoCloseable {
  private static final long MAX_ELEMENTS = Integer.MAX_VALUE / Double.BYTES;

  private final Set<Matrix> matrices = new HashSet<>();
  private final Buffer first = new Buffer(this);
  private final Buffer second = new Buffer(this);
  private boolean isSecond;
  private Product product;
  private Convolution.Scratch scratch;
  private boolean isClosed;

  /** Makes an arena that holds no memory yet. */
  public Arena() {}

  /**
   * {@return a new matrix [{@code rows}, {@code columns}] of zeros of {@code type}, valid until
   * this is closed}
   *
   * @throws IllegalArgumentException if a number is negative or the elements more than 2²⁸ − 1
   */
  public Matrix zeros(DataType type, int rows, int columns) {
    long elements = Math.max(1, (long) rows * columns); // an empty matrix has memory for one
    if (rows < 0 || columns < 0 || elements > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "a matrix holds 0 to %s elements, not [%s, %s]".formatted(MAX_ELEMENTS, rows, columns));
    }
    return own(Nd4j.create(type, elements)).reshape(rows, columns);
  }

  /**
   * {@return a new matrix of {@code type}, valid until this is closed, with the numbers of {@code
   * array}: its first dimension becomes the rows, the others together the columns, a vector a
   * column} The array, in any order, is not modified.
   */
  public Matrix copyOf(INDArray array, DataType type) {
    INDArray copy = array.dataType() == type ? array.dup('c') : array.castTo(type);
    if (copy.ordering() != 'c') {
      INDArray ordered = copy.dup('c');
      copy.close();
      copy = ordered;
    }
    return own(copy);
  }

  /**
   * {@return as {@link #copyOf} a matrix of {@code type} with the numbers of {@code array}, without
   * a copy where type and order allow that: the memory then stays with its owner, and is modified
   * if the matrix is}
   */
  public Matrix show(INDArray array, DataType type) {
    if (array.dataType() != type || array.ordering() != 'c' || array.isView()) {
      return copyOf(array, type);
    }
    requireOpen();
    return Matrix.of(array, this);
  }

  /** {@return a new buffer without memory, which takes it from here} */
  public Buffer buffer() {
    return new Buffer(this);
  }

  /**
   * {@return one of two buffers, in turns} Of stages that are passed one after the other, each may
   * write into the one that it gets while it reads what the stage before wrote into the other.
   */
  public Buffer alternateBuffer() {
    isSecond = !isSecond;
    return isSecond ? second : first;
  }

  Product product() {
    if (product == null) {
      product = new Product(this);
    }
    return product;
  }

  Convolution.Scratch scratch() {
    if (scratch == null) {
      scratch = new Convolution.Scratch(this);
    }
    return scratch;
  }

  private synchronized Matrix own(INDArray array) {
    requireOpen();
    Matrix matrix = Matrix.of(array, this);
    matrices.add(matrix);
    return matrix;
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the memory was given back: its training or pass has ended");
    }
  }

  /** Gives back the memory of one matrix; null is none. */
  synchronized void release(Matrix matrix) {
    if (matrix != null && matrices.remove(matrix)) {
      matrix.free();
    }
  }

  /** Gives all memory back; matrices from here must not be used any more. */
  @Override
  public void close() {
    isClosed = true;
    matrices.forEach(Matrix::free);
    matrices.clear();
  }

  @Override
  public String toString() {
    return isClosed ? "closed arena" : "arena of %s matrices".formatted(matrices.size());
  }
}
