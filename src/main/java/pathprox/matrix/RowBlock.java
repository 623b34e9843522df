package pathprox.matrix;

/**
 * op(rows that follow each other at one distance in a matrix); aimed anew for each part of a
 * product, so that nothing is made.
 */
final class RowBlock {
  private Matrix matrix;
  private int offset;
  private int rows;
  private int columns;
  private int step;
  private Transpose turn;

  /** The factors of a product and where it goes, as one thread aims them. */
  record Operands(RowBlock left, RowBlock right, RowBlock target) {
    Operands() {
      this(new RowBlock(), new RowBlock(), new RowBlock());
    }
  }

  /** Rows of a matrix from one on. */
  RowBlock aim(Matrix newMatrix, int from, int newRows, Transpose newTurn) {
    int all = newMatrix.columns();
    return aim(newMatrix, from * all, newRows, all, newTurn);
  }

  RowBlock aim(Matrix whole, Transpose newTurn) {
    return aim(whole, 0, whole.rows(), newTurn);
  }

  /** Rows of some columns, from an element on, as far apart as the rows of the matrix. */
  RowBlock aim(Matrix newMatrix, int from, int newRows, int newColumns, Transpose newTurn) {
    matrix = newMatrix;
    offset = from;
    rows = newRows;
    columns = newColumns;
    turn = newTurn;
    step = newMatrix.columns();
    return this;
  }

  /** Rows that begin so many elements after each other, as many as there are columns or more. */
  RowBlock step(int newStep) {
    step = newStep;
    return this;
  }

  Matrix matrix() {
    return matrix;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int step() {
    return step;
  }

  Transpose turn() {
    return turn;
  }

  /** The number of elements before the block. */
  int offset() {
    return offset;
  }
}
