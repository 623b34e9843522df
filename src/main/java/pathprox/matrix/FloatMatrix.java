package pathprox.matrix;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatMatrix extends Matrix {
  /**
   * Its square times any positive number, however small, is above 1: so min(x·HUGE·HUGE, 1) is 1
   * where x is positive and 0 where it is 0. HotSpot vectorizes that, but not a comparison.
   */
  static final float HUGE = 1e30f;

  private static final int CHUNK = 4096; // elements on the Java heap at a time: they stay cached
  private static final int SHORT = 48; // with fewer a plain loop is faster than a native call

  /** Memory of the heap for passes over chunks, the same for all matrices of a thread. */
  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[2][CHUNK]);

  /** As many as the tallest matrix had rows whose columns were summed; never written again. */
  private static volatile FloatPointer ones = new FloatPointer();

  private final FloatBuffer elements;
  private final FloatPointer memory;
  private final FloatPointer cursor; // the same memory; its position moves to a row
  private final RowBlock summed = new RowBlock();

  FloatMatrix(INDArray owner, Arena arena) {
    super(owner, arena);
    memory = new FloatPointer(owner.data().addressPointer()).capacity(capacity());
    cursor = new FloatPointer(memory);
    elements = memory.asBuffer();
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
    FloatMatrix other = (FloatMatrix) source;
    if (length >= SHORT) {
      openblas_nolapack.cblas_scopy(length, other.at(from), fromStep, at(to), toStep);
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
      openblas_nolapack.cblas_sscal(length, (float) factor, at(from), 1);
      return;
    }
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      elements.put(i, (float) factor * elements.get(i));
    }
  }

  @Override
  double sumOfSquares(int from, int length) {
    if (length >= SHORT) {
      FloatPointer x = at(from);
      return openblas_nolapack.cblas_sdot(length, x, 1, x, 1);
    }
    float sum = 0;
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      sum += elements.get(i) * elements.get(i);
    }
    return sum;
  }

  @Override
  double sumOfMagnitudes(int from, int length) {
    if (length >= SHORT) {
      return openblas_nolapack.cblas_sasum(length, at(from), 1);
    }
    double sum = 0;
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      sum += Math.abs(elements.get(i));
    }
    return sum;
  }

  @Override
  void axpy(int from, int length, double alpha, Matrix x) {
    FloatMatrix other = (FloatMatrix) x;
    if (length >= SHORT) {
      openblas_nolapack.cblas_saxpy(length, (float) alpha, other.at(from), 1, at(from), 1);
      return;
    }
    for (int i = from; i < from + length; i++) {
      float change = (float) alpha * other.elements.get(other.offset() + i);
      elements.put(offset() + i, elements.get(offset() + i) + change);
    }
  }

  @Override
  void product(double alpha, RowBlock a, RowBlock b, double beta, int from, int count) {
    FloatPointer c = at(from * columns());
    if (columns() == 1) {
      vectorProduct(alpha, a, a.turn(), start(b), beta, c);
      return;
    }
    if (count == 1) { // cᵀ = op(b)ᵀ·op(a)ᵀ
      vectorProduct(alpha, b, b.turn().other(), start(a), beta, c);
      return;
    }
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        a.turn().cblas,
        b.turn().cblas,
        count,
        columns(),
        a.turn() == Transpose.YES ? a.rows() : a.columns(),
        (float) alpha,
        start(a),
        a.columns(),
        start(b),
        b.columns(),
        (float) beta,
        c,
        columns());
  }

  private static FloatPointer start(RowBlock block) {
    return ((FloatMatrix) block.matrix()).at(block.offset());
  }

  /** y ← alpha·op(a)·x + beta·y. */
  private static void vectorProduct(
      double alpha, RowBlock a, Transpose turn, FloatPointer x, double beta, FloatPointer y) {
    openblas_nolapack.cblas_sgemv(
        openblas_nolapack.CblasRowMajor,
        turn.cblas,
        a.rows(),
        a.columns(),
        (float) alpha,
        start(a),
        a.columns(),
        x,
        1,
        (float) beta,
        y,
        1);
  }

  @Override
  void sumColumns(double alpha, Matrix source, double beta) {
    summed.aim(source, Transpose.YES);
    vectorProduct(alpha, summed, Transpose.YES, ones(source.rows()), beta, memory);
  }

  @Override
  public void fill(double value) {
    float[] chunk = SCRATCH.get()[0];
    Arrays.fill(chunk, 0, Math.min(CHUNK, size()), (float) value);
    for (int from = 0; from < size(); from += CHUNK) {
      put(from, chunk, 0, Math.min(CHUNK, size() - from));
    }
  }

  @Override
  public void descendBy(Matrix m, double decay, double rate) {
    requireSame("descent", m);
    FloatMatrix momentum = (FloatMatrix) m;
    float[] x = SCRATCH.get()[0];
    float[] y = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      get(from, x, 0, length);
      momentum.get(from, y, 0, length);
      for (int i = 0; i < length; i++) {
        y[i] += (float) decay * x[i];
        x[i] -= (float) rate * y[i];
      }
      put(from, x, 0, length);
      momentum.put(from, y, 0, length);
    }
  }

  @Override
  public void relu() {
    float[] x = SCRATCH.get()[0];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      get(from, x, 0, length);
      for (int i = 0; i < length; i++) {
        x[i] = Math.max(x[i], 0);
      }
      put(from, x, 0, length);
    }
  }

  @Override
  public void maskByRelu(Matrix activations) {
    requireSame("a mask", activations);
    float[] x = SCRATCH.get()[0];
    float[] mask = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      get(from, x, 0, length);
      ((FloatMatrix) activations).get(from, mask, 0, length);
      for (int i = 0; i < length; i++) {
        x[i] *= Math.min(mask[i] * HUGE * HUGE, 1);
      }
      put(from, x, 0, length);
    }
  }

  @Override
  void repeat(int from, int count, Matrix vector) {
    int columns = columns();
    if (columns > CHUNK) {
      for (int row = from; row < from + count; row++) {
        copy(row * columns, 1, vector, 0, 1, columns);
      }
      return;
    }
    float[] chunk = SCRATCH.get()[0];
    int length = Math.min(count, CHUNK / Math.max(1, columns)) * columns;
    ((FloatMatrix) vector).get(0, chunk, 0, Math.min(columns, length));
    for (int done = columns; done < length; done *= 2) {
      System.arraycopy(chunk, 0, chunk, done, Math.min(done, length - done));
    }
    int end = (from + count) * columns;
    for (int at = from * columns; at < end; at += length) {
      put(at, chunk, 0, Math.min(length, end - at));
    }
  }

  /** Two factors of a product may be the same matrix, so only one of them moves the cursor. */
  private FloatPointer at(int index) {
    return index == 0 ? memory : cursor.position(offset() + index);
  }

  void get(int from, float[] target, int to, int length) {
    elements.get(offset() + from, target, to, length);
  }

  void put(int to, float[] source, int from, int length) {
    elements.put(offset() + to, source, from, length);
  }

  @Override
  void moved() {
    memory.position(offset());
  }

  private static FloatPointer ones(int count) {
    FloatPointer present = ones;
    if (present.capacity() < count) {
      float[] values = new float[count];
      Arrays.fill(values, 1);
      present = new FloatPointer(values);
      ones = present;
    }
    return present;
  }
}
