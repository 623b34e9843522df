package pathprox.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dcopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ddot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels in float64; {@code FloatMatrix} is the same code for float32. */
final class DoubleMatrix extends Matrix {
  /**
   * Elements that an elementwise pass moves to the Java heap at a time, so that they stay cached.
   */
  private static final int CHUNK = 4096;

  /** Below this many elements a plain loop is faster than a native call. */
  private static final int SHORT = 48;

  /** Below this many multiplications a product is computed on the Java heap. */
  private static final int SMALL_PRODUCT = 1 << 14;

  /** Memory of the heap for passes over chunks, the same for all matrices of a thread. */
  private static final ThreadLocal<double[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new double[4][CHUNK]);

  private final DoubleBuffer elements;
  private final DoublePointer memory;

  /** The same memory by a pointer whose position moves to a row. */
  private final DoublePointer cursor;

  private DoublePointer ones = new DoublePointer();

  DoubleMatrix(INDArray owner, int rows, int columns) {
    super(owner, rows, columns);
    memory = new DoublePointer(owner.data().addressPointer()).capacity(capacity());
    cursor = new DoublePointer(memory);
    elements = memory.asBuffer();
  }

  @Override
  double get(int index) {
    return elements.get(offset() + index);
  }

  @Override
  void set(int index, double value) {
    elements.put(offset() + index, value);
  }

  @Override
  void copy(int to, int toStep, Matrix source, int from, int fromStep, int length) {
    DoubleMatrix other = (DoubleMatrix) source;
    if (length >= SHORT) {
      cblas_dcopy(length, other.at(from), fromStep, at(to), toStep);
      return;
    }
    for (int i = 0; i < length; i++) {
      elements.put(
          offset() + to + i * toStep, other.elements.get(other.offset() + from + i * fromStep));
    }
  }

  @Override
  void scale(int from, int length, double factor) {
    if (length >= SHORT) {
      cblas_dscal(length, factor, at(from), 1);
      return;
    }
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      elements.put(i, factor * elements.get(i));
    }
  }

  @Override
  double sumOfSquares(int from, int length) {
    if (length >= SHORT) {
      return cblas_ddot(length, at(from), 1, cursor, 1);
    }
    double sum = 0;
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      sum += elements.get(i) * elements.get(i);
    }
    return sum;
  }

  @Override
  void axpy(int from, int length, double alpha, Matrix x) {
    DoubleMatrix other = (DoubleMatrix) x;
    if (length >= SHORT) {
      cblas_daxpy(length, alpha, other.at(from), 1, at(from), 1);
      return;
    }
    for (int i = from; i < from + length; i++) {
      double change = alpha * other.elements.get(other.offset() + i);
      elements.put(offset() + i, elements.get(offset() + i) + change);
    }
  }

  @Override
  void product(
      double alpha, Matrix a, boolean turnA, Matrix b, boolean turnB, double beta, int inner) {
    if ((long) size() * inner < SMALL_PRODUCT && size() + a.size() + b.size() < CHUNK) {
      smallProduct(alpha, (DoubleMatrix) a, turnA, (DoubleMatrix) b, turnB, beta, inner);
      return;
    }
    int block = turnA || turnB ? rows() : RowBlocks.rows(rows(), columns(), inner);
    for (int row = 0; row < rows(); row += block) {
      cblas_dgemm(
          CblasRowMajor,
          turnA ? CblasTrans : CblasNoTrans,
          turnB ? CblasTrans : CblasNoTrans,
          Math.min(block, rows() - row),
          columns(),
          inner,
          alpha,
          ((DoubleMatrix) a).at(row * inner),
          a.columns(),
          ((DoubleMatrix) b).memory,
          b.columns(),
          beta,
          at(row * columns()),
          columns());
    }
  }

  @Override
  void sumColumns(double alpha, Matrix source, double beta) {
    if (source.size() < CHUNK) {
      double[] rows = ((DoubleMatrix) source).load(0, alpha, false);
      double[] sums = load(1, beta, false);
      DoubleLoops.sumColumns(rows, source.rows(), source.columns(), sums);
      elements.put(offset(), sums, 0, source.columns());
      return;
    }
    cblas_dgemv(
        CblasRowMajor,
        CblasTrans,
        source.rows(),
        source.columns(),
        alpha,
        ((DoubleMatrix) source).memory,
        source.columns(),
        ((DoubleMatrix) source).ones(),
        1,
        beta,
        memory,
        1);
  }

  @Override
  public void fill(double value) {
    double[] chunk = SCRATCH.get()[0];
    Arrays.fill(chunk, value);
    for (int from = 0; from < size(); from += CHUNK) {
      elements.put(offset() + from, chunk, 0, Math.min(CHUNK, size() - from));
    }
  }

  @Override
  public void descendBy(Matrix m, double decay, double rate) {
    double[] chunk = SCRATCH.get()[0];
    double[] otherChunk = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      read(from, chunk, length);
      ((DoubleMatrix) m).read(from, otherChunk, length);
      DoubleLoops.descend(chunk, otherChunk, length, decay, rate);
      elements.put(offset() + from, chunk, 0, length);
      ((DoubleMatrix) m).elements.put(m.offset() + from, otherChunk, 0, length);
    }
  }

  @Override
  public void relu() {
    double[] chunk = SCRATCH.get()[0];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      DoubleLoops.relu(chunk, length);
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  @Override
  public void maskByRelu(Matrix activations) {
    double[] chunk = SCRATCH.get()[0];
    double[] otherChunk = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      ((DoubleMatrix) activations).read(from, otherChunk, length);
      DoubleLoops.mask(chunk, otherChunk, length);
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  @Override
  void repeat(Matrix vector) {
    if (columns() > CHUNK) {
      for (int row = 0; row < rows(); row++) {
        copy(row * columns(), 1, vector, 0, 1, columns());
      }
      return;
    }
    double[] chunk = SCRATCH.get()[0];
    double[] repeated = SCRATCH.get()[1];
    ((DoubleMatrix) vector).read(0, repeated, columns());
    int rowsInChunk = Math.min(rows(), CHUNK / columns());
    for (int row = 0; row < rowsInChunk; row++) {
      System.arraycopy(repeated, 0, chunk, row * columns(), columns());
    }
    for (int row = 0; row < rows(); row += rowsInChunk) {
      int length = Math.min(rowsInChunk, rows() - row) * columns();
      elements.put(offset() + row * columns(), chunk, 0, length);
    }
  }

  /** Copies a small matrix to a scratch array times a factor, as it is or transposed. */
  private double[] load(int slot, double factor, boolean transposed) {
    double[] target = SCRATCH.get()[slot];
    if (factor == 0) {
      Arrays.fill(target, 0, size(), 0);
      return target;
    }
    double[] loaded = transposed ? SCRATCH.get()[3] : target;
    read(0, loaded, size());
    for (int i = 0; factor != 1 && i < size(); i++) {
      loaded[i] *= factor;
    }
    if (transposed) {
      DoubleLoops.transpose(loaded, rows(), columns(), target);
    }
    return target;
  }

  /** The longer side of the result is the inner loop, if need be by computing the transpose. */
  private void smallProduct(
      double alpha,
      DoubleMatrix a,
      boolean turnA,
      DoubleMatrix b,
      boolean turnB,
      double beta,
      int inner) {
    boolean turned = columns() < rows();
    boolean byRows = columns() == 1 && !turnA;
    double[] result = load(2, beta, turned);
    double[] left = turned && !byRows ? b.load(0, 1, !turnB) : a.load(0, 1, turnA);
    double[] right = turned && !byRows ? a.load(1, 1, !turnA) : b.load(1, 1, turnB);
    if (byRows) {
      DoubleLoops.multiply(alpha, left, right, result, rows(), inner);
    } else if (turned) {
      DoubleLoops.multiply(alpha, left, right, result, columns(), inner, rows());
    } else {
      DoubleLoops.multiply(alpha, left, right, result, rows(), inner, columns());
    }
    if (turned) {
      DoubleLoops.transpose(result, columns(), rows(), right);
    }
    elements.put(offset(), turned ? right : result, 0, size());
  }

  DoublePointer at(int index) {
    return cursor.position(offset() + index);
  }

  private void read(int from, double[] target, int length) {
    get(from, target, 0, length);
  }

  void get(int from, double[] target, int to, int length) {
    elements.get(offset() + from, target, to, length);
  }

  void put(int to, double[] source, int from, int length) {
    elements.put(offset() + to, source, from, length);
  }

  @Override
  void moved() {
    memory.position(offset());
  }

  private DoublePointer ones() {
    if (ones.capacity() < rows()) {
      double[] values = new double[rows()];
      Arrays.fill(values, 1);
      ones = new DoublePointer(values);
    }
    return ones;
  }
}
