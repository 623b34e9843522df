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

  private static final ThreadLocal<Own> OWN = ThreadLocal.withInitial(Own::new);

  /** As many as the tallest matrix had rows whose columns were summed; never written again. */
  private static volatile FloatPointer ones = new FloatPointer();

  private final FloatBuffer elements;
  private final long address;

  FloatMatrix(INDArray owner, Arena arena) {
    super(owner, arena);
    FloatPointer memory = new FloatPointer(owner.data().addressPointer()).capacity(capacity());
    elements = memory.asBuffer();
    address = memory.address();
  }

  /** What a thread needs for any matrix: memory of the heap for chunks, pointers for calls. */
  private static final class Own {
    final float[] x = new float[CHUNK];
    final float[] y = new float[CHUNK];
    final Cursor a = new Cursor();
    final Cursor b = new Cursor();
    final Cursor c = new Cursor();
  }

  /** A pointer that is aimed anew for each call, so that a matrix may be read by many threads. */
  private static final class Cursor extends FloatPointer {
    Cursor aim(FloatMatrix matrix, int index) {
      return aim(matrix.address + (long) Float.BYTES * (matrix.offset() + index));
    }

    Cursor aim(long newAddress) {
      address = newAddress;
      return this;
    }

    Cursor aim(RowBlock block) {
      return aim((FloatMatrix) block.matrix(), block.offset());
    }
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
    if (toStep == 1 && fromStep == 1) {
      elements.put(offset() + to, other.elements, other.offset() + from, length);
      return;
    }
    if (length >= SHORT) {
      Own own = OWN.get();
      openblas_nolapack.cblas_scopy(
          length, own.a.aim(other, from), fromStep, own.b.aim(this, to), toStep);
      return;
    }
    for (int i = 0; i < length; i++) {
      elements.put(
          offset() + to + i * toStep, other.elements.get(other.offset() + from + i * fromStep));
    }
  }

  @Override
  void copy(long address, boolean isFrom) {
    Own own = OWN.get();
    FloatPointer mine = own.a.aim(this, 0);
    FloatPointer other = own.b.aim(address);
    openblas_nolapack.cblas_scopy(size(), isFrom ? other : mine, 1, isFrom ? mine : other, 1);
  }

  @Override
  void scale(int from, int length, double factor) {
    if (length >= SHORT) {
      openblas_nolapack.cblas_sscal(length, (float) factor, OWN.get().a.aim(this, from), 1);
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
      FloatPointer x = OWN.get().a.aim(this, from);
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
      return openblas_nolapack.cblas_sasum(length, OWN.get().a.aim(this, from), 1);
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
      Own own = OWN.get();
      openblas_nolapack.cblas_saxpy(
          length, (float) alpha, own.a.aim(other, from), 1, own.b.aim(this, from), 1);
      return;
    }
    for (int i = from; i < from + length; i++) {
      float change = (float) alpha * other.elements.get(other.offset() + i);
      elements.put(offset() + i, elements.get(offset() + i) + change);
    }
  }

  @Override
  void product(double alpha, RowBlock a, RowBlock b, double beta, RowBlock target) {
    Own own = OWN.get();
    FloatPointer c = own.c.aim(target);
    if (target.columns() == 1) {
      int step = b.turn() == Transpose.YES ? 1 : b.step();
      vectorProduct(alpha, a, a.turn(), own.b.aim(b), step, beta, c, target.step());
      return;
    }
    if (target.rows() == 1) { // cᵀ = op(b)ᵀ·op(a)ᵀ
      int step = a.turn() == Transpose.YES ? a.step() : 1;
      vectorProduct(alpha, b, b.turn().other(), own.b.aim(a), step, beta, c, 1);
      return;
    }
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        a.turn().cblas,
        b.turn().cblas,
        target.rows(),
        target.columns(),
        a.turn() == Transpose.YES ? a.rows() : a.columns(),
        (float) alpha,
        own.a.aim(a),
        a.step(),
        own.b.aim(b),
        b.step(),
        (float) beta,
        c,
        target.step());
  }

  /** y ← alpha·op(a)·x + beta·y, for elements of x and y that lie some steps apart. */
  private static void vectorProduct(
      double alpha,
      RowBlock a,
      Transpose turn,
      FloatPointer x,
      int step,
      double beta,
      FloatPointer y,
      int stepOfY) {
    openblas_nolapack.cblas_sgemv(
        openblas_nolapack.CblasRowMajor,
        turn.cblas,
        a.rows(),
        a.columns(),
        (float) alpha,
        OWN.get().a.aim(a),
        a.step(),
        x,
        step,
        (float) beta,
        y,
        stepOfY);
  }

  @Override
  void sumColumns(double alpha, RowBlock source, double beta, int from) {
    FloatPointer sums = OWN.get().c.aim(this, from);
    vectorProduct(alpha, source, Transpose.YES, ones(source.rows()), 1, beta, sums, 1);
  }

  @Override
  void fill(int from, int to, double value) {
    float[] chunk = OWN.get().x;
    Arrays.fill(chunk, 0, Math.min(CHUNK, to - from), (float) value);
    for (int at = from; at < to; at += CHUNK) {
      put(at, chunk, 0, Math.min(CHUNK, to - at));
    }
  }

  @Override
  void descend(int from, int to, Matrix m, double decay, double rate) {
    FloatMatrix momentum = (FloatMatrix) m;
    float[] x = OWN.get().x;
    float[] y = OWN.get().y;
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      get(at, x, 0, length);
      momentum.get(at, y, 0, length);
      for (int i = 0; i < length; i++) {
        y[i] += (float) decay * x[i];
        x[i] -= (float) rate * y[i];
      }
      put(at, x, 0, length);
      momentum.put(at, y, 0, length);
    }
  }

  @Override
  void relu(int from, int to) {
    float[] x = OWN.get().x;
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      get(at, x, 0, length);
      for (int i = 0; i < length; i++) {
        x[i] = Math.max(x[i], 0);
      }
      put(at, x, 0, length);
    }
  }

  @Override
  void mask(int from, int to, Matrix activations) {
    float[] x = OWN.get().x;
    float[] mask = OWN.get().y;
    for (int at = from; at < to; at += CHUNK) {
      int length = Math.min(CHUNK, to - at);
      get(at, x, 0, length);
      ((FloatMatrix) activations).get(at, mask, 0, length);
      for (int i = 0; i < length; i++) {
        x[i] *= Math.min(mask[i] * HUGE * HUGE, 1);
      }
      put(at, x, 0, length);
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
    float[] chunk = OWN.get().x;
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

  void get(int from, float[] target, int to, int length) {
    elements.get(offset() + from, target, to, length);
  }

  void put(int to, float[] source, int from, int length) {
    elements.put(offset() + to, source, from, length);
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
