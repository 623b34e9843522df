package pathprox.matrix;

/** op(rows of a matrix that follow each other); aimed anew for each block, so nothing is made. */
final class RowBlock {
  private Matrix matrix;
  private int offset;
  private int rows;
  private Transpose turn;

  RowBlock aim(Matrix newMatrix, int newFrom, int newRows, Transpose newTurn) {
    matrix = newMatrix;
    offset = newFrom * newMatrix.columns();
    rows = newRows;
    turn = newTurn;
    return this;
  }

  RowBlock aim(Matrix whole, Transpose newTurn) {
    return aim(whole, 0, whole.rows(), newTurn);
  }

  /** The columns from one on, transposed: rows of the transposed matrix, as many as are used. */
  RowBlock aimColumns(Matrix whole, int from) {
    aim(whole, Transpose.YES);
    offset = from;
    return this;
  }

  Matrix matrix() {
    return matrix;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return matrix.columns();
  }

  Transpose turn() {
    return turn;
  }

  /** The number of elements before the block. */
  int offset() {
    return offset;
  }
}
