package pathprox.matrix;

/** op(rows of a matrix that follow each other); aimed anew for each block, so nothing is made. */
final class RowBlock {
  private Matrix matrix;
  private int from;
  private int rows;
  private Transpose turn;

  RowBlock aim(Matrix newMatrix, int newFrom, int newRows, Transpose newTurn) {
    matrix = newMatrix;
    from = newFrom;
    rows = newRows;
    turn = newTurn;
    return this;
  }

  RowBlock aim(Matrix whole, Transpose newTurn) {
    return aim(whole, 0, whole.rows(), newTurn);
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
    return from * matrix.columns();
  }
}
