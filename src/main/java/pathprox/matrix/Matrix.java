package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A dense row-major matrix on the memory of an {@link INDArray}, with the kernels of the training
 * step.
 *
 * <p>Kernels write into the matrix they are called on ("this") and into nothing else; they allocate
 * nothing. The shape can change within the memory that was allocated, see {@link #reshape}. Sums
 * and products of NaN stay NaN. A matrix is used by one thread at a time.
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
  private Buffer transposeBuffer;
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

  /** Refuses more elements than an index reaches; an empty matrix has memory for one. */
  static long requireSize(int rows, int columns) {
    long elements = Math.max(1, (long) rows * columns);
    if (elements > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "a matrix holds at most %d elements, [%d, %d] has %d"
              .formatted(MAX_ELEMENTS, rows, columns, elements));
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
    freeScratch();
    owner.close();
  }

  /** Gives back what kernels of a subclass have allocated beside the elements. */
  abstract void freeScratch();

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
    return wrap(owner, arena, rows, columns).showRows(offset / Math.max(1, columns), rows);
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
    if (from < 0 || count < 0 || (long) (from + count) * columns > capacity) {
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
   * Reads one element.
   *
   * @param row 0 to rows − 1
   * @param column 0 to columns − 1
   * @return its value
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
   */
  public final void set(int row, int column, double value) {
    set(row * columns + column, value);
  }

  /**
   * this ← rows {@code from}, …, {@code from + count − 1} of {@code source}.
   *
   * @param source of the same type, with as many columns as this. Not modified.
   * @param from the first row
   * @param count how many rows; this is reshaped to them
   */
  public final void copyRows(Matrix source, int from, int count) {
    reshape(count, source.columns);
    copy(0, source, from * source.columns, size());
  }

  /**
   * Rows {@code at}, …, {@code at + source.rows() − 1} of this ← {@code source}.
   *
   * @param at the first row to write
   * @param source of the same type, with as many columns as this. Not modified.
   */
  public final void putRows(int at, Matrix source) {
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
   * @param source of the same type. Not modified.
   * @param order row numbers of {@code source}. Not modified.
   * @param from where in {@code order} to start
   * @param count how many rows; this is reshaped to them
   */
  public final void gatherRows(Matrix source, int[] order, int from, int count) {
    reshape(count, source.columns);
    for (int i = 0; i < count; i++) {
      copy(i * columns, source, order[from + i] * columns, columns);
    }
  }

  /**
   * Every row of this ← a vector.
   *
   * @param vector with as many elements as this has columns. Not modified.
   */
  public final void fillRows(Matrix vector) {
    if (size() > 0) {
      repeat(vector);
    }
  }

  /**
   * this ← alpha·op(a)·op(b) + beta·this, the BLAS product.
   *
   * @param alpha factor of the product
   * @param a the left factor, of the same type. Not modified.
   * @param transposeA whether op(a) = aᵀ
   * @param b the right factor, of the same type. Not modified.
   * @param transposeB whether op(b) = bᵀ
   * @param beta factor of what this held before; 0 ignores it
   * @throws IllegalArgumentException if the three shapes do not fit
   */
  public final void gemm(
      double alpha, Matrix a, Transpose transposeA, Matrix b, Transpose transposeB, double beta) {
    boolean turnA = transposeA == Transpose.YES;
    boolean turnB = transposeB == Transpose.YES;
    int inner = turnA ? a.rows : a.columns;
    if (rows != (turnA ? a.columns : a.rows)
        || columns != (turnB ? b.rows : b.columns)
        || inner != (turnB ? b.columns : b.rows)) {
      throw new IllegalArgumentException(
          "a product of %s%s and %s%s does not give %s"
              .formatted(a.shape(), turnA ? "ᵀ" : "", b.shape(), turnB ? "ᵀ" : "", shape()));
    }
    if (size() > 0 && inner > 0) {
      boolean turnsFirst = !turnA && turnB && RowBlocks.transposes(rows, columns, inner);
      Matrix right = turnsFirst ? transposed(b) : b;
      product(alpha, a, turnA, right, turnB && !turnsFirst, beta, inner);
    } else {
      scale(beta); // BLAS complains about empty factors instead of returning the empty sum
    }
  }

  private Matrix transposed(Matrix matrix) {
    if (transposeBuffer == null) {
      transposeBuffer = arena.buffer();
    }
    Matrix result = transposeBuffer.matrix(type, matrix.columns, matrix.rows);
    for (int row = 0; row < matrix.rows; row++) {
      result.copy(row, matrix.rows, matrix, row * matrix.columns, 1, matrix.columns);
    }
    return result;
  }

  /**
   * this ← alpha·(column sums of {@code source}) + beta·this.
   *
   * @param alpha factor of the sums
   * @param source of the same type, with as many columns as this has elements. Not modified.
   * @param beta factor of what this held before
   */
  public final void columnSums(double alpha, Matrix source, double beta) {
    if (source.size() > 0) {
      sumColumns(alpha, source, beta);
    } else {
      scale(beta); // BLAS complains about empty matrices
    }
  }

  /**
   * Computes the Euclidean norm of each unit; row r belongs to unit r modulo the number of units.
   *
   * @param units the number of units: that of the rows, or a divisor of it
   * @param norms receives one number for each unit. Modified.
   */
  public final void unitNorms(int units, double[] norms) {
    for (int unit = 0; unit < units; unit++) {
      double sum = 0;
      for (int row = unit; row < rows; row += units) {
        sum += sumOfSquares(row * columns, columns);
      }
      norms[unit] = Math.sqrt(sum);
    }
  }

  /**
   * Each row of this ← factor·row, with one factor for each unit; row r belongs to unit r modulo
   * the number of units.
   *
   * @param units the number of units: that of the rows, or a divisor of it
   * @param factors one factor for each unit; the factor 0 gives zeros. Not modified.
   */
  public final void scaleUnits(int units, double[] factors) {
    if (columns == 1) {
      for (int row = 0; row < rows; row++) {
        set(row, get(row) * factors[row % units]);
      }
      return;
    }
    for (int row = 0; row < rows; row++) {
      scale(row * columns, columns, factors[row % units]);
    }
  }

  /**
   * Computes the sum of squares of one unit's rows.
   *
   * @param unit 0 to units − 1
   * @param units how many units there are; row r belongs to unit r modulo that number
   * @return Σ x², 0 or more
   */
  public final double unitSquares(int unit, int units) {
    double sum = 0;
    for (int row = unit; row < rows; row += units) {
      sum += sumOfSquares(row * columns, columns);
    }
    return sum;
  }

  /**
   * Multiplies one unit's rows.
   *
   * @param unit 0 to units − 1
   * @param units how many units there are; row r belongs to unit r modulo that number
   * @param factor what the rows are multiplied by
   */
  public final void scaleUnit(int unit, int units, double factor) {
    for (int row = unit; row < rows; row += units) {
      scale(row * columns, columns, factor);
    }
  }

  /**
   * Adds to one unit's rows those of another matrix: rows ← rows + factor·(rows of x).
   *
   * @param unit 0 to units − 1
   * @param units how many units there are; row r belongs to unit r modulo that number
   * @param factor of the other rows
   * @param x of the same shape. Not modified.
   */
  public final void addToUnit(int unit, int units, double factor, Matrix x) {
    for (int row = unit; row < rows; row += units) {
      axpy(row * columns, columns, factor, x);
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
    double sum = 0;
    for (int row = 0; row < rows; row++) { // in float64 from row to row
      sum += sumOfSquares(row * columns, columns);
    }
    return sum;
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
    axpy(0, size(), alpha, x);
  }

  /**
   * Heavy-ball descent in one pass: m ← m + decay·this, this ← this − rate·m.
   *
   * @param m the momentum, of the same type and shape. Modified.
   * @param decay factor of what this held before
   * @param rate the step size
   */
  public abstract void descendBy(Matrix m, double decay, double rate);

  /** Each element x of this ← max(x, 0); NaN stays NaN, so that a divergence is seen. */
  public abstract void relu();

  /**
   * Each element of this ← 0 where the same element of {@code activations} is 0: the derivative of
   * the rectifier, whose value at the kink is taken as 0.
   *
   * @param activations what {@link #relu} left, of the same type and shape. Not modified.
   */
  public abstract void maskByRelu(Matrix activations);

  abstract void sumColumns(double alpha, Matrix source, double beta);

  abstract void repeat(Matrix vector);

  abstract double get(int index);

  abstract void set(int index, double value);

  abstract void copy(int to, int toStep, Matrix source, int from, int fromStep, int length);

  private void copy(int to, Matrix source, int from, int length) {
    copy(to, 1, source, from, 1, length);
  }

  abstract void scale(int from, int length, double factor);

  abstract void axpy(int from, int length, double alpha, Matrix x);

  abstract double sumOfSquares(int from, int length);

  abstract void product(
      double alpha,
      Matrix a,
      boolean transposeA,
      Matrix b,
      boolean transposeB,
      double beta,
      int inner);

  private String shape() {
    return "[%d, %d]".formatted(rows, columns);
  }

  @Override
  public String toString() {
    return "%s matrix %s".formatted(type() == DataType.FLOAT ? "float32" : "float64", shape());
  }
}
