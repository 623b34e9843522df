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

  /**
   * Its square times any positive number, however small, is above 1: so min(x·HUGE·HUGE, 1) is 1
   * where x is positive and 0 where it is 0. HotSpot vectorizes that, but not a comparison.
   */
  private static final double HUGE = 1e300;

  private final DoubleBuffer elements;
  private final DoublePointer memory;

  /** The same memory by a pointer whose position moves to a row. */
  private final DoublePointer cursor;

  private final double[] chunk;
  private final double[] otherChunk;
  private DoublePointer ones = new DoublePointer();

  DoubleMatrix(INDArray owner, int rows, int columns) {
    super(owner, rows, columns);
    memory = new DoublePointer(owner.data().addressPointer()).capacity(capacity());
    cursor = new DoublePointer(memory);
    elements = memory.asBuffer();
    chunk = new double[(int) Math.min(CHUNK, capacity())];
    otherChunk = new double[chunk.length];
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
    cblas_dcopy(length, ((DoubleMatrix) source).at(from), fromStep, at(to), toStep);
  }

  @Override
  void scale(int from, int length, double factor) {
    cblas_dscal(length, factor, at(from), 1);
  }

  @Override
  double sumOfSquares(int from, int length) {
    return cblas_ddot(length, at(from), 1, cursor, 1);
  }

  @Override
  public void axpy(double alpha, Matrix x) {
    cblas_daxpy(size(), alpha, ((DoubleMatrix) x).memory, 1, memory, 1);
  }

  @Override
  void product(
      double alpha, Matrix a, boolean turnA, Matrix b, boolean turnB, double beta, int inner) {
    cblas_dgemm(
        CblasRowMajor,
        turnA ? CblasTrans : CblasNoTrans,
        turnB ? CblasTrans : CblasNoTrans,
        rows(),
        columns(),
        inner,
        alpha,
        ((DoubleMatrix) a).memory,
        a.columns(),
        ((DoubleMatrix) b).memory,
        b.columns(),
        beta,
        memory,
        columns());
  }

  @Override
  void sumColumns(double alpha, Matrix source, double beta) {
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
    Arrays.fill(chunk, value);
    for (int from = 0; from < size(); from += CHUNK) {
      elements.put(offset() + from, chunk, 0, Math.min(CHUNK, size() - from));
    }
  }

  @Override
  public void relu() {
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        chunk[i] = Math.max(chunk[i], 0);
      }
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  @Override
  public void maskByRelu(Matrix activations) {
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      ((DoubleMatrix) activations).read(from, otherChunk, length);
      for (int i = 0; i < length; i++) {
        chunk[i] *= Math.min(otherChunk[i] * HUGE * HUGE, 1);
      }
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  private DoublePointer at(int index) {
    return cursor.position(offset() + index);
  }

  private void read(int from, double[] target, int length) {
    elements.get(offset() + from, target, 0, length);
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
