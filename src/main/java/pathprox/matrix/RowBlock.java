package pathprox.matrix;

/** Some rows of a matrix that follow each other; aimed anew for each block, so nothing is made. */
final class RowBlock {
  private Matrix matrix;
  private int from;
  private int rows;

  RowBlock aim(Matrix newMatrix, int newFrom, int newRows) {
    matrix = newMatrix;
    from = newFrom;
    rows = newRows;
    return this;
  }

  RowBlock aim(Matrix whole) {
    return aim(whole, 0, whole.rows());
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

  /** The number of elements before the block. */
  int offset() {
    return from * matrix.columns();
  }
}
