package pathprox.matrix;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.parallel.Threads;

/**
 * A dense row-major matrix in native memory, with the kernels of the training step. They write into
 * the matrix they are called on ("this") and nothing else unless they say so, and allocate nothing.
 * An {@link IllegalArgumentException} names matrices whose type or shape does not fit, or rows
 * beyond the memory. NaN stays NaN. A matrix is used by one thread at a time.
 */
public abstract sealed class Matrix extends Elements permits FloatMatrix, DoubleMatrix {
  static {
    Threads.count(); // the default applies before the first product
  }

  private static final int ALIGNED = 64; // BLAS may round what is left over after vectors otherwise

  private final Arena arena;
  private int offset;
  private int rows;
  private int columns;

  Matrix(INDArray owner, Arena arena) {
    super(owner);
    this.arena = arena;
    rows = Math.toIntExact(owner.size(0));
    columns = Math.toIntExact(capacity() / Math.max(1, rows));
  }

  static Matrix of(INDArray owner, Arena arena) {
    return switch (owner.dataType()) {
      case FLOAT -> new FloatMatrix(owner, arena);
      case DOUBLE -> new DoubleMatrix(owner, arena);
      default ->
          throw new IllegalArgumentException(
              "type must be FLOAT or DOUBLE, was " + owner.dataType());
    };
  }

  /** {@return the number of rows, 0 or more} */
  public final int rows() {
    return rows;
  }

  /** {@return the number of columns, 0 or more} */
  public final int columns() {
    return columns;
  }

  final int size() {
    return rows * columns;
  }

  final int offset() {
    return offset;
  }

  /** {@return another matrix on the same memory, which shows the same elements at first} */
  public final Matrix view() {
    Matrix view = of(owner(), arena);
    view.offset = offset;
    return view.reshape(rows, columns);
  }

  /**
   * {@return this matrix, moved over its memory, seen as rows of as many columns: to {@code count}
   * rows from row {@code from} on}
   */
  public final Matrix showRows(int from, int count) {
    if (from < 0 || count < 0 || ((long) from + count) * columns > capacity()) {
      throw new IllegalArgumentException(
          "rows %s to %s of %s columns do not lie within %s elements"
              .formatted(from, from + count - 1, columns, capacity()));
    }
    offset = from * columns;
    rows = count;
    return this;
  }

  /** {@return this matrix as [{@code newRows}, {@code newColumns}], all elements in place} */
  public final Matrix reshape(int newRows, int newColumns) {
    if (newRows < 0 || newColumns < 0 || offset + (long) newRows * newColumns > capacity()) {
      throw new IllegalArgumentException(
          "[%s, %s] does not fit into %s elements".formatted(newRows, newColumns, capacity()));
    }
    rows = newRows;
    columns = newColumns;
    return this;
  }

  /** {@return a copy as a new array [rows, columns] in 'c' order} */
  public final INDArray toArray() {
    if (size() == 0) {
      return Nd4j.create(type(), 1).reshape('c', rows, columns);
    }
    INDArray array = Nd4j.createUninitialized(type(), rows, columns);
    copy(array.data().address(), false);
    return array;
  }

  /**
   * {@return the elements of this, 1 or more, as an array [rows, columns] in 'c' order on the same
   * memory} It may be read until this matrix changes; closing it gives nothing back.
   */
  public final INDArray asArray() {
    long[] shape = {rows, columns};
    return Nd4j.create(owner().data(), shape, Nd4j.getStrides(shape, 'c'), offset, 'c');
  }

  /** this ← {@code array}, not modified, of its type and size, in 'c' order */
  public final void copyFrom(INDArray array) {
    if (size() > 0) {
      copy(array.data().address(), true);
    }
  }

  /** {@return for each row the number of its largest element, the first of equal ones} */
  public final int[] largestColumns() {
    int[] largest = new int[rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 1; column < columns; column++) {
        if (get(row, column) > get(row, largest[row])) {
          largest[row] = column;
        }
      }
    }
    return largest;
  }

  /**
   * {@return the element at {@code row} and {@code column}, from 0} Only what lies beyond the
   * memory is refused, since losses read all elements in each step.
   *
   * @throws IndexOutOfBoundsException if the memory ends before
   */
  public final double get(int row, int column) {
    return get(row * columns + column);
  }

  /** The element at {@code row} and {@code column} ← {@code value}, rounded; see {@link #get}. */
  public final void set(int row, int column, double value) {
    set(row * columns + column, value);
  }

  /** this ← {@code count} rows of {@code source} from row {@code from} on; takes their shape. */
  public final void copyRows(Matrix source, int from, int count) {
    reshape(count, source.columns);
    putRows(0, source, from, count);
  }

  /**
   * Rows of this from row {@code at} on ← {@code count} rows of {@code source}, another matrix with
   * as many columns, from row {@code from} on.
   */
  public final void putRows(int at, Matrix source, int from, int count) {
    if (Math.min(Math.min(at, from), count) < 0
        || (long) at + count > rows
        || (long) from + count > source.rows
        || columns != source.columns
        || type() != source.type()
        || this == source) {
      throw new IllegalArgumentException(
          "rows %s to %s of %s do not fit rows %s to %s of %s"
              .formatted(from, from + count - 1, source, at, at + count - 1, this));
    }
    Pass.over(this, source, 0, 0)
        .with(at * columns, from * columns, 0)
        .run(
            count * columns,
            1,
            (pass, first, last) ->
                pass.x.copy(pass.first + first, 1, pass.y, pass.second + first, 1, last - first));
  }

  /**
   * this ← the rows of {@code source} whose numbers are the {@code count} elements of {@code order}
   * from {@code from} on; takes their shape.
   */
  public final void gatherRows(Matrix source, int[] order, int from, int count) {
    reshape(count, source.columns);
    for (int i = 0; i < count; i++) {
      int row = order[from + i];
      if (row < 0 || row >= source.rows || type() != source.type()) {
        throw misfit("row %s".formatted(row), source);
      }
    }
    Pass.over(this, source, 0, 0)
        .with(order)
        .with(from, 0, 0)
        .run(
            count,
            columns,
            (pass, first, last) -> {
              int width = pass.x.columns;
              for (int i = first; i < last; i++) {
                pass.x.copy(i * width, 1, pass.y, pass.order[pass.first + i] * width, 1, width);
              }
            });
  }

  /** Every row of this ← {@code vector}, which has as many elements as this has columns. */
  public final void fillRows(Matrix vector) {
    requireVector("a copy", vector, columns);
    Pass.over(this, vector, 0, 0)
        .run(rows, columns, (pass, from, to) -> pass.x.repeat(from, to - from, pass.y));
  }

  /**
   * this ← {@code alpha}·op({@code a})·op({@code b}) + {@code beta}·this, the BLAS product of two
   * other matrices; {@code transposeA} and {@code transposeB} say whether op(a) = aᵀ and op(b) =
   * bᵀ, and β = 0 ignores what this held.
   */
  public final void gemm(
      double alpha, Matrix a, Transpose transposeA, Matrix b, Transpose transposeB, double beta) {
    int inner = transposeA.columns(a);
    if (rows != transposeA.rows(a)
        || columns != transposeB.columns(b)
        || inner != transposeB.rows(b)
        || type() != a.type()
        || type() != b.type()
        || this == a
        || this == b) {
      throw new IllegalArgumentException(
          "a product of %s%s and %s%s does not give %s"
              .formatted(a, transposeA.sign, b, transposeB.sign, this));
    }
    if (size() == 0 || inner == 0) {
      keep(beta); // BLAS complains about empty factors instead of returning the empty sum
      return;
    }
    arena.product().compute(alpha, a, transposeA, b, transposeB, beta, this);
  }

  /**
   * this ← {@code alpha}·(column sums of {@code source}) + {@code beta}·this, for a source with as
   * many columns as this has elements; β = 0 ignores what this held.
   */
  public final void columnSums(double alpha, Matrix source, double beta) {
    source.requireVector("column sums", this, source.columns);
    if (source.size() == 0) {
      keep(beta); // BLAS complains about empty matrices
      return;
    }
    arena.product().sumColumns(alpha, source, beta, this);
  }

  /** this ← beta·this; 0 ignores what this held, as NaN. */
  final void keep(double beta) {
    if (beta == 0) {
      fill(0);
    } else {
      scale(beta);
    }
  }

  /** this ← {@code factor}·this. */
  public final void scale(double factor) {
    Pass.over(this, null, factor, 0)
        .run(size(), 1, (pass, from, to) -> pass.x.scale(from, to - from, pass.alpha));
  }

  /** {@return the sum of the squares of all elements, 0 or more, or NaN} */
  public final double sumOfSquares() {
    return Units.squares(this, 0, 1);
  }

  /** this ← this + {@code alpha}·{@code x}, for x of the same shape. */
  public final void axpy(double alpha, Matrix x) {
    requireSame("a sum", x);
    Pass.over(this, x, alpha, 0)
        .run(
            (size() - 1) / ALIGNED + 1,
            ALIGNED,
            (pass, from, to) -> {
              int first = from * ALIGNED;
              int end = Math.min(to * ALIGNED, pass.x.size());
              pass.x.axpy(first, end - first, pass.alpha, pass.y);
            });
  }

  /** Each element of this ← {@code value}, rounded to the type. */
  public final void fill(double value) {
    Pass.over(this, null, value, 0)
        .run(size(), 1, (pass, from, to) -> pass.x.fill(from, to, pass.alpha));
  }

  /**
   * Heavy-ball descent in one pass: {@code m} ← m + {@code decay}·this, this ← this − {@code
   * rate}·m. The momentum m, of the same shape, is modified too.
   */
  public final void descendBy(Matrix m, double decay, double rate) {
    requireSame("descent", m);
    Pass.over(this, m, decay, rate)
        .run(
            size(), 2, (pass, from, to) -> pass.x.descend(from, to, pass.y, pass.alpha, pass.beta));
  }

  /** Each element x of this ← max(x, 0); NaN stays NaN, so that a divergence is seen. */
  public final void relu() {
    Pass.over(this).run(size(), 1, (pass, from, to) -> pass.x.relu(from, to));
  }

  /**
   * Each element of this ← 0 where that of {@code activations}, which {@link #relu} left, is 0: the
   * derivative of the rectifier, whose value at the kink is taken as 0.
   */
  public final void maskByRelu(Matrix activations) {
    requireSame("a mask", activations);
    Pass.over(this, activations, 0, 0)
        .run(size(), 1, (pass, from, to) -> pass.x.mask(from, to, pass.y));
  }

  final void requireSame(String what, Matrix other) {
    if (type() != other.type() || rows != other.rows || columns != other.columns) {
      throw misfit(what, other);
    }
  }

  private void requireVector(String what, Matrix vector, int elements) {
    if (type() != vector.type() || vector.size() != elements || vector == this) {
      throw misfit(what, vector);
    }
  }

  private IllegalArgumentException misfit(String what, Matrix other) {
    return new IllegalArgumentException(
        "%s of %s and %s does not fit".formatted(what, this, other));
  }

  @Override
  public String toString() {
    return "float%s matrix [%s, %s]".formatted(8 * type().width(), rows, columns);
  }
}
