package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A dense row-major matrix on the memory of an {@link INDArray}, with the kernels of the training
 * step.
 *
 * <p>Kernels write into the matrix they are called on ("this") and into nothing else unless they
 * say so; they allocate nothing. They refuse matrices whose type or shape does not fit, by an
 * {@link IllegalArgumentException} that names both. The shape can change within the memory that was
 * allocated, see {@link #reshape}. Sums and products of NaN stay NaN. A matrix is used by one
 * thread at a time.
 */
public abstract sealed class Matrix permits FloatMatrix, DoubleMatrix {
  static {
    Threads.count(); // the default applies before the first product
  }

  private static final long MAX_ELEMENTS = Integer.MAX_VALUE / Double.BYTES;

  /** Keeps the memory alive that the pointers of the subclasses refer to. */
  private final INDArray owner;

  private final Arena arena;
  private final DataType type;
  private final long capacity;
  private Product product;
  private int offset;
  private int rows;
  private int columns;

  Matrix(INDArray owner, Arena arena, int rows, int columns) {
    this.owner = owner;
    this.arena = arena;
    this.type = owner.dataType();
    this.capacity = owner.length();
    this.rows = rows;
    this.columns = columns;
  }

  /** Refuses what is no size, or more than an index reaches; an empty matrix has memory for one. */
  static long requireSize(int rows, int columns) {
    long elements = Math.max(1, (long) rows * columns);
    if (rows < 0 || columns < 0 || elements > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "a matrix holds 0 to %d elements, not [%d, %d]".formatted(MAX_ELEMENTS, rows, columns));
    }
    return elements;
  }

  static Matrix wrap(INDArray owner, Arena arena, int rows, int columns) {
    return switch (owner.dataType()) {
      case FLOAT -> new FloatMatrix(owner, arena, rows, columns);
      case DOUBLE -> new DoubleMatrix(owner, arena, rows, columns);
      default ->
          throw new IllegalArgumentException(
              "type must be FLOAT or DOUBLE, was " + owner.dataType());
    };
  }

  /** Gives the memory back; what views of this and {@link #asArray} show is lost too. */
  final void free() {
    owner.close();
  }

  /** {@return the type of the elements, {@code FLOAT} or {@code DOUBLE}} */
  public final DataType type() {
    return type;
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

  final long capacity() {
    return capacity;
  }

  /** The place of the first element in the memory. */
  final int offset() {
    return offset;
  }

  /**
   * Makes another matrix on the same memory, which shows the same elements at first.
   *
   * @return a new matrix; writing into one changes the other
   */
  public final Matrix view() {
    Matrix view = wrap(owner, arena, rows, columns);
    view.offset = offset;
    view.moved();
    return view;
  }

  /**
   * Moves this matrix over its memory, seen as rows of as many columns as this has.
   *
   * @param from the row of the memory that becomes the first row of this
   * @param count how many rows to show, 0 or more
   * @return this matrix
   * @throws IllegalArgumentException if the memory ends before
   */
  public final Matrix showRows(int from, int count) {
    if (from < 0 || count < 0 || ((long) from + count) * columns > capacity) {
      throw new IllegalArgumentException(
          "rows %d to %d of %d columns do not lie within %d elements"
              .formatted(from, from + count - 1, columns, capacity));
    }
    offset = from * columns;
    rows = count;
    moved();
    return this;
  }

  /** Called when the first element has moved. */
  abstract void moved();

  /**
   * Changes the shape of this matrix within its memory; the elements keep their place in memory.
   *
   * @param newRows number of rows, 0 or more
   * @param newColumns number of columns, 0 or more
   * @return this matrix
   * @throws IllegalArgumentException if the memory is too small
   */
  public final Matrix reshape(int newRows, int newColumns) {
    if (newRows < 0 || newColumns < 0 || offset + (long) newRows * newColumns > capacity) {
      throw new IllegalArgumentException(
          "[%d, %d] does not fit into %d elements".formatted(newRows, newColumns, capacity));
    }
    rows = newRows;
    columns = newColumns;
    return this;
  }

  /**
   * Copies this matrix into an array.
   *
   * @return a new array [rows, columns] in 'c' order
   */
  public final INDArray toArray() {
    INDArray flat = Nd4j.create(type(), Math.max(1, size()));
    wrap(flat, arena, rows, columns).copyRows(this, 0, rows);
    return flat.reshape('c', rows, columns);
  }

  /**
   * Shows this matrix as an array.
   *
   * @return an array [rows, columns] in 'c' order on the memory of this matrix
   */
  public final INDArray asArray() {
    return owner
        .get(NDArrayIndex.interval(offset, offset + Math.max(1, size())))
        .reshape('c', rows, columns);
  }

  /**
   * Reads one element. Only what lies beyond the memory is refused, since losses read all elements
   * in each step.
   *
   * @param row 0 to rows − 1
   * @param column 0 to columns − 1
   * @return its value
   * @throws IndexOutOfBoundsException if the memory ends before
   */
  public final double get(int row, int column) {
    return get(row * columns + column);
  }

  /**
   * Writes one element.
   *
   * @param row 0 to rows − 1
   * @param column 0 to columns − 1
   * @param value its new value, rounded to the type of this matrix
   * @throws IndexOutOfBoundsException if the memory ends before
   */
  public final void set(int row, int column, double value) {
    set(row * columns + column, value);
  }

  /**
   * this ← rows {@code from}, …, {@code from + count − 1} of {@code source}.
   *
   * @param source another matrix of the same type. Not modified.
   * @param from the first row
   * @param count how many rows; this is reshaped to them, with the columns of the source
   */
  public final void copyRows(Matrix source, int from, int count) {
    source.requireRows("a copy", from, count, this, source.columns);
    reshape(count, source.columns);
    copy(0, source, from * columns, size());
  }

  /**
   * Rows {@code at}, …, {@code at + source.rows() − 1} of this ← {@code source}.
   *
   * @param at the first row to write
   * @param source another matrix of the same type, with as many columns. Not modified.
   */
  public final void putRows(int at, Matrix source) {
    requireRows("a copy", at, source.rows, source, source.columns);
    copy(at * columns, source, 0, source.size());
  }

  /**
   * One row of this ← one row of another matrix.
   *
   * @param at the row to write
   * @param source another matrix of the same type, with as many columns. Not modified.
   * @param from the row to read
   */
  public final void putRow(int at, Matrix source, int from) {
    requireRows("a copy", at, 1, source, source.columns);
    source.requireRows("a copy", from, 1, this, columns);
    copy(at * columns, source, from * columns, columns);
  }

  /**
   * Exchanges two rows.
   *
   * @param row one of them
   * @param other the other one
   * @param scratch of the same type, with as many columns as this and two rows. Modified.
   */
  public final void swapRows(int row, int other, Matrix scratch) {
    scratch.putRow(0, this, row);
    scratch.putRow(1, this, other);
    putRow(row, scratch, 1);
    putRow(other, scratch, 0);
  }

  /**
   * this ← the rows of {@code source} that a part of {@code order} names.
   *
   * @param source another matrix of the same type. Not modified.
   * @param order row numbers of {@code source}. Not modified.
   * @param from where in {@code order} to start
   * @param count how many rows; this is reshaped to them, with the columns of the source
   */
  public final void gatherRows(Matrix source, int[] order, int from, int count) {
    source.requireRows("a copy", 0, 0, this, source.columns);
    reshape(count, source.columns);
    for (int i = 0; i < count; i++) {
      int row = order[from + i];
      if (row < 0 || row >= source.rows) {
        throw source.misfit("row " + row, this);
      }
      copy(i * columns, source, row * columns, columns);
    }
  }

  /** Refuses rows that this does not have, and a matrix that cannot exchange rows with them. */
  private void requireRows(String what, int from, int count, Matrix other, int otherColumns) {
    if (from < 0
        || count < 0
        || count > rows - from
        || columns != otherColumns
        || type != other.type
        || this == other) {
      throw new IllegalArgumentException(
          "%s between rows %d to %d of %s and %s does not fit"
              .formatted(what, from, from + count - 1, this, other));
    }
  }

  /** Refuses a matrix of another type or shape. */
  final void requireSame(String what, Matrix other) {
    if (type != other.type || rows != other.rows || columns != other.columns) {
      throw misfit(what, other);
    }
  }

  final IllegalArgumentException misfit(String what, Matrix other) {
    return new IllegalArgumentException(
        "%s of %s and %s does not fit".formatted(what, this, other));
  }

  /**
   * Every row of this ← a vector.
   *
   * @param vector of the same type, with as many elements as this has columns. Not modified.
   */
  public final void fillRows(Matrix vector) {
    requireVector("a copy", vector, columns);
    if (size() > 0) {
      repeat(vector);
    }
  }

  private void requireVector(String what, Matrix vector, int elements) {
    if (vector.size() != elements || vector.type != type || vector == this) {
      throw misfit(what, vector);
    }
  }

  /**
   * this ← alpha·op(a)·op(b) + beta·this, the BLAS product.
   *
   * @param alpha factor of the product
   * @param a the left factor, another matrix of the same type. Not modified.
   * @param transposeA whether op(a) = aᵀ
   * @param b the right factor, another matrix of the same type. Not modified.
   * @param transposeB whether op(b) = bᵀ
   * @param beta factor of what this held before; 0 ignores it
   */
  public final void gemm(
      double alpha, Matrix a, Transpose transposeA, Matrix b, Transpose transposeB, double beta) {
    int inner = transposeA.columns(a);
    if (rows != transposeA.rows(a)
        || columns != transposeB.columns(b)
        || inner != transposeB.rows(b)
        || type != a.type
        || type != b.type
        || this == a
        || this == b) {
      throw new IllegalArgumentException(
          "a product of %s%s and %s%s does not give %s"
              .formatted(a, transposeA.sign, b, transposeB.sign, this));
    }
    if (size() == 0 || inner == 0) {
      scale(beta); // BLAS complains about empty factors instead of returning the empty sum
      return;
    }
    if (product == null) {
      product = new Product(arena);
    }
    product.compute(alpha, a, transposeA, b, transposeB, beta, this);
  }

  /**
   * this ← alpha·(column sums of {@code source}) + beta·this.
   *
   * @param alpha factor of the sums
   * @param source of the same type, with as many columns as this has elements. Not modified.
   * @param beta factor of what this held before; 0 ignores it
   */
  public final void columnSums(double alpha, Matrix source, double beta) {
    source.requireVector("column sums", this, source.columns);
    if (source.size() > 0) {
      sumColumns(alpha, source, beta);
    } else {
      scale(beta); // BLAS complains about empty matrices
    }
  }

  /**
   * this ← factor·this.
   *
   * @param factor any number
   */
  public final void scale(double factor) {
    scale(0, size(), factor);
  }

  /**
   * Computes the sum of the squares of all elements.
   *
   * @return 0 or more, or NaN
   */
  public final double sumOfSquares() {
    return Units.squares(this, 0, 1);
  }

  /**
   * Each element of this ← value.
   *
   * @param value rounded to the type of this matrix
   */
  public abstract void fill(double value);

  /**
   * this ← this + alpha·x.
   *
   * @param alpha any number
   * @param x of the same type and shape. Not modified.
   */
  public final void axpy(double alpha, Matrix x) {
    requireSame("a sum", x);
    axpy(0, size(), alpha, x);
  }

  /**
   * Heavy-ball descent in one pass: m ← m + decay·this, this ← this − rate·m.
   *
   * @param m the momentum, of the same type and shape. Modified.
   * @param decay factor of what this held before
   * @param rate the step size
   */
  public final void descendBy(Matrix m, double decay, double rate) {
    requireSame("descent", m);
    descend(m, decay, rate);
  }

  /** Each element x of this ← max(x, 0); NaN stays NaN, so that a divergence is seen. */
  public abstract void relu();

  /**
   * Each element of this ← 0 where the same element of {@code activations} is 0: the derivative of
   * the rectifier, whose value at the kink is taken as 0.
   *
   * @param activations what {@link #relu} left, of the same type and shape. Not modified.
   */
  public final void maskByRelu(Matrix activations) {
    requireSame("a mask", activations);
    mask(activations);
  }

  abstract double get(int index);

  abstract void set(int index, double value);

  private void copy(int to, Matrix source, int from, int length) {
    copy(to, 1, source, from, 1, length);
  }

  abstract void copy(int to, int toStep, Matrix source, int from, int fromStep, int length);

  abstract void repeat(Matrix vector);

  abstract void scale(int from, int length, double factor);

  abstract void axpy(int from, int length, double alpha, Matrix x);

  abstract void descend(Matrix m, double decay, double rate);

  abstract void mask(Matrix activations);

  abstract double sumOfSquares(int from, int length);

  /** Σ|x|: 0 only if all elements are 0, while their squares may round to it. */
  abstract double sumOfMagnitudes(int from, int length);

  abstract void sumColumns(double alpha, Matrix source, double beta);

  /** c, a part of this, ← alpha·op(a)·op(b) + beta·c, for parts of other matrices, none empty. */
  abstract void product(
      double alpha,
      RowBlock a,
      Transpose turnA,
      RowBlock b,
      Transpose turnB,
      double beta,
      RowBlock c);

  @Override
  public String toString() {
    String precision = type == DataType.FLOAT ? "float32" : "float64";
    return "%s matrix [%d, %d]".formatted(precision, rows, columns);
  }
}
