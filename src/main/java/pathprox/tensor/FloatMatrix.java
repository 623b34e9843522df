package pathprox.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels in float32; {@code DoubleMatrix} is the same code for float64. */
final class FloatMatrix extends Matrix {
  /**
   * Elements that an elementwise pass moves to the Java heap at a time, so that they stay cached.
   */
  private static final int CHUNK = 4096;

  /**
   * Its square times any positive number, however small, is above 1: so min(x·HUGE·HUGE, 1) is 1
   * where x is positive and 0 where it is 0. HotSpot vectorizes that, but not a comparison.
   */
  private static final float HUGE = 1e30f;

  private final FloatBuffer elements;
  private final FloatPointer memory;

  /** The same memory by a pointer whose position moves to a row. */
  private final FloatPointer cursor;

  private final float[] chunk;
  private final float[] otherChunk;
  private FloatPointer ones = new FloatPointer();

  FloatMatrix(INDArray owner, int rows, int columns) {
    super(owner, rows, columns);
    memory = new FloatPointer(owner.data().addressPointer()).capacity(capacity());
    cursor = new FloatPointer(memory);
    elements = memory.asBuffer();
    chunk = new float[(int) Math.min(CHUNK, capacity())];
    otherChunk = new float[chunk.length];
  }

  @Override
  double get(int index) {
    return elements.get(offset() + index);
  }

  @Override
  void set(int index, double value) {
    elements.put(offset() + index, (float) value);
  }

  @Override
  void copy(int to, int toStep, Matrix source, int from, int fromStep, int length) {
    cblas_scopy(length, ((FloatMatrix) source).at(from), fromStep, at(to), toStep);
  }

  @Override
  void scale(int from, int length, double factor) {
    cblas_sscal(length, (float) factor, at(from), 1);
  }

  @Override
  double sumOfSquares(int from, int length) {
    return cblas_sdot(length, at(from), 1, cursor, 1);
  }

  @Override
  public void axpy(double alpha, Matrix x) {
    cblas_saxpy(size(), (float) alpha, ((FloatMatrix) x).memory, 1, memory, 1);
  }

  @Override
  void product(
      double alpha, Matrix a, boolean turnA, Matrix b, boolean turnB, double beta, int inner) {
    cblas_sgemm(
        CblasRowMajor,
        turnA ? CblasTrans : CblasNoTrans,
        turnB ? CblasTrans : CblasNoTrans,
        rows(),
        columns(),
        inner,
        (float) alpha,
        ((FloatMatrix) a).memory,
        a.columns(),
        ((FloatMatrix) b).memory,
        b.columns(),
        (float) beta,
        memory,
        columns());
  }

  @Override
  void sumColumns(double alpha, Matrix source, double beta) {
    cblas_sgemv(
        CblasRowMajor,
        CblasTrans,
        source.rows(),
        source.columns(),
        (float) alpha,
        ((FloatMatrix) source).memory,
        source.columns(),
        ((FloatMatrix) source).ones(),
        1,
        (float) beta,
        memory,
        1);
  }

  @Override
  public void fill(double value) {
    Arrays.fill(chunk, (float) value);
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
      ((FloatMatrix) activations).read(from, otherChunk, length);
      for (int i = 0; i < length; i++) {
        chunk[i] *= Math.min(otherChunk[i] * HUGE * HUGE, 1);
      }
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  private FloatPointer at(int index) {
    return cursor.position(offset() + index);
  }

  private void read(int from, float[] target, int length) {
    elements.get(offset() + from, target, 0, length);
  }

  @Override
  void moved() {
    memory.position(offset());
  }

  private FloatPointer ones() {
    if (ones.capacity() < rows()) {
      float[] values = new float[rows()];
      Arrays.fill(values, 1);
      ones = new FloatPointer(values);
    }
    return ones;
  }
}
