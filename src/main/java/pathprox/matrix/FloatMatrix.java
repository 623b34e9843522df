package pathprox.matrix;

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

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatMatrix extends Matrix {
  /**
   * Elements that an elementwise pass moves to the Java heap at a time, so that they stay cached.
   */
  private static final int CHUNK = 4096;

  /** Below this many elements a plain loop is faster than a native call. */
  private static final int SHORT = 48;

  /** Below this many multiplications a product is computed on the Java heap. */
  private static final int SMALL_PRODUCT = 1 << 14;

  /** Memory of the heap for passes over chunks, the same for all matrices of a thread. */
  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[4][CHUNK]);

  private final FloatBuffer elements;
  private final FloatPointer memory;

  /** The same memory by a pointer whose position moves to a row. */
  private final FloatPointer cursor;

  private FloatPointer ones = new FloatPointer();

  FloatMatrix(INDArray owner, Arena arena, int rows, int columns) {
    super(owner, arena, rows, columns);
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
      cblas_scopy(length, other.at(from), fromStep, at(to), toStep);
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
      cblas_sscal(length, (float) factor, at(from), 1);
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
      return cblas_sdot(length, at(from), 1, cursor, 1);
    }
    float sum = 0;
    int end = offset() + from + length;
    for (int i = offset() + from; i < end; i++) {
      sum += elements.get(i) * elements.get(i);
    }
    return sum;
  }

  @Override
  void axpy(int from, int length, double alpha, Matrix x) {
    FloatMatrix other = (FloatMatrix) x;
    if (length >= SHORT) {
      cblas_saxpy(length, (float) alpha, other.at(from), 1, at(from), 1);
      return;
    }
    for (int i = from; i < from + length; i++) {
      float change = (float) alpha * other.elements.get(other.offset() + i);
      elements.put(offset() + i, elements.get(offset() + i) + change);
    }
  }

  @Override
  void product(
      double alpha, Matrix a, boolean turnA, Matrix b, boolean turnB, double beta, int inner) {
    if ((long) size() * inner < SMALL_PRODUCT && size() + a.size() + b.size() < CHUNK) {
      smallProduct(
          (float) alpha, (FloatMatrix) a, turnA, (FloatMatrix) b, turnB, (float) beta, inner);
      return;
    }
    int block = turnA || turnB ? rows() : RowBlocks.rows(rows(), columns(), inner);
    for (int row = 0; row < rows(); row += block) {
      cblas_sgemm(
          CblasRowMajor,
          turnA ? CblasTrans : CblasNoTrans,
          turnB ? CblasTrans : CblasNoTrans,
          Math.min(block, rows() - row),
          columns(),
          inner,
          (float) alpha,
          ((FloatMatrix) a).at(row * inner),
          a.columns(),
          ((FloatMatrix) b).memory,
          b.columns(),
          (float) beta,
          at(row * columns()),
          columns());
    }
  }

  @Override
  void sumColumns(double alpha, Matrix source, double beta) {
    if (source.size() < CHUNK) {
      float[] rows = ((FloatMatrix) source).load(0, (float) alpha, false);
      float[] sums = load(1, (float) beta, false);
      FloatLoops.sumColumns(rows, source.rows(), source.columns(), sums);
      elements.put(offset(), sums, 0, source.columns());
      return;
    }
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
    float[] chunk = SCRATCH.get()[0];
    Arrays.fill(chunk, (float) value);
    for (int from = 0; from < size(); from += CHUNK) {
      elements.put(offset() + from, chunk, 0, Math.min(CHUNK, size() - from));
    }
  }

  @Override
  public void descendBy(Matrix m, double decay, double rate) {
    float[] chunk = SCRATCH.get()[0];
    float[] otherChunk = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      read(from, chunk, length);
      ((FloatMatrix) m).read(from, otherChunk, length);
      FloatLoops.descend(chunk, otherChunk, length, (float) decay, (float) rate);
      elements.put(offset() + from, chunk, 0, length);
      ((FloatMatrix) m).elements.put(m.offset() + from, otherChunk, 0, length);
    }
  }

  @Override
  public void relu() {
    float[] chunk = SCRATCH.get()[0];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      FloatLoops.relu(chunk, length);
      elements.put(offset() + from, chunk, 0, length);
    }
  }

  @Override
  public void maskByRelu(Matrix activations) {
    float[] chunk = SCRATCH.get()[0];
    float[] otherChunk = SCRATCH.get()[1];
    for (int from = 0; from < size(); from += CHUNK) {
      int length = Math.min(CHUNK, size() - from);
      elements.get(offset() + from, chunk, 0, length);
      ((FloatMatrix) activations).read(from, otherChunk, length);
      FloatLoops.mask(chunk, otherChunk, length);
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
    float[] chunk = SCRATCH.get()[0];
    float[] repeated = SCRATCH.get()[1];
    ((FloatMatrix) vector).read(0, repeated, columns());
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
  private float[] load(int slot, float factor, boolean transposed) {
    float[] target = SCRATCH.get()[slot];
    if (factor == 0) {
      Arrays.fill(target, 0, size(), 0);
      return target;
    }
    float[] loaded = transposed ? SCRATCH.get()[3] : target;
    read(0, loaded, size());
    for (int i = 0; factor != 1 && i < size(); i++) {
      loaded[i] *= factor;
    }
    if (transposed) {
      FloatLoops.transpose(loaded, rows(), columns(), target);
    }
    return target;
  }

  /** The longer side of the result is the inner loop, if need be by computing the transpose. */
  private void smallProduct(
      float alpha,
      FloatMatrix a,
      boolean turnA,
      FloatMatrix b,
      boolean turnB,
      float beta,
      int inner) {
    boolean turned = columns() < rows();
    boolean byRows = columns() == 1 && !turnA;
    float[] result = load(2, beta, turned);
    float[] left = turned && !byRows ? b.load(0, 1, !turnB) : a.load(0, 1, turnA);
    float[] right = turned && !byRows ? a.load(1, 1, !turnA) : b.load(1, 1, turnB);
    if (byRows) {
      FloatLoops.multiply(alpha, left, right, result, rows(), inner);
    } else if (turned) {
      FloatLoops.multiply(alpha, left, right, result, columns(), inner, rows());
    } else {
      FloatLoops.multiply(alpha, left, right, result, rows(), inner, columns());
    }
    if (turned) {
      FloatLoops.transpose(result, columns(), rows(), right);
    }
    elements.put(offset(), turned ? right : result, 0, size());
  }

  FloatPointer at(int index) {
    return cursor.position(offset() + index);
  }

  private void read(int from, float[] target, int length) {
    get(from, target, 0, length);
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

  @Override
  void freeScratch() {
    ones.close();
  }

  private FloatPointer ones() {
    if (ones.capacity() < rows()) {
      float[] values = new float[rows()];
      Arrays.fill(values, 1);
      ones.close();
      ones = new FloatPointer(values);
    }
    return ones;
  }
}
