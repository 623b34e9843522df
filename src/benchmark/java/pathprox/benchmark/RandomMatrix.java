package pathprox.benchmark;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** Matrices with normally distributed elements. */
public final class RandomMatrix {
  private RandomMatrix() {}

  /**
   * Draws a matrix; the same sizes give the same one.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @return a new matrix in float32
   */
  public static Matrix of(int rows, int columns) {
    RandomNumbers random = RandomNumbers.of(rows, "benchmark", columns);
    Matrix matrix = new Arena().zeros(DataType.FLOAT, rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix.set(row, column, random.nextGaussian());
      }
    }
    return matrix;
  }
}
