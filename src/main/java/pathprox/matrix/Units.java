package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Arithmetic on units: row r of a matrix belongs to unit r modulo the number of units. Norms are
 * right for all weights: where squares would leave the range of the type they are computed in
 * float64, without overflow; they modify no matrix. An {@code IllegalArgumentException} names a
 * matrix without such units.
 */
public final class Units {
  /** Sums of squares from here on have lost nothing to squares that are rounded to 0. */
  private static final double LEAST_IN_FLOAT32 = 1e-30;

  private static final double LEAST_IN_FLOAT64 = 1e-290;

  private Units() {}

  /** {@code norms} ← the Euclidean norm of each of {@code units} in {@code matrix}. */
  public static void norms(Matrix matrix, int units, double[] norms) {
    requireUnits(matrix, units, norms.length);
    Pass.over(matrix)
        .with(norms, units)
        .run(
            units,
            matrix.size() / Math.max(1, units),
            (pass, from, to) -> {
              for (int unit = from; unit < to; unit++) {
                pass.numbers[unit] = norm(pass.x, unit, pass.units);
              }
            });
  }

  /**
   * {@return the Euclidean norm of {@code unit} of {@code units} in {@code matrix}: 0 only if all
   * its elements are 0}
   */
  public static double norm(Matrix matrix, int unit, int units) {
    requireUnit(matrix, unit, units);
    double sum = plainSquares(matrix, unit, units);
    return isExact(matrix, sum) ? Math.sqrt(sum) : carefulNorm(matrix, unit, units);
  }

  /** {@return the sum of squares of {@code unit} of {@code units} in {@code matrix}} */
  public static double squares(Matrix matrix, int unit, int units) {
    requireUnit(matrix, unit, units);
    double sum = plainSquares(matrix, unit, units);
    if (isExact(matrix, sum)) {
      return sum;
    }
    double norm = carefulNorm(matrix, unit, units);
    return norm * norm;
  }

  private static double plainSquares(Matrix matrix, int unit, int units) {
    int columns = matrix.columns();
    double sum = 0;
    for (int row = unit; row < matrix.rows(); row += units) { // in float64 from row to row
      sum += matrix.sumOfSquares(row * columns, columns);
    }
    return sum;
  }

  private static boolean isExact(Matrix matrix, double sum) {
    double least = matrix.type() == DataType.FLOAT ? LEAST_IN_FLOAT32 : LEAST_IN_FLOAT64;
    return sum >= least && sum < Double.POSITIVE_INFINITY;
  }

  /** Rows of zeros are common; what else comes here is not. */
  private static double carefulNorm(Matrix matrix, int unit, int units) {
    int columns = matrix.columns();
    double norm = 0;
    for (int row = unit; row < matrix.rows(); row += units) {
      if (matrix.sumOfMagnitudes(row * columns, columns) != 0) {
        for (int column = 0; column < columns; column++) {
          norm = Math.hypot(norm, matrix.get(row, column));
        }
      }
    }
    return norm;
  }

  /** Multiplies each of {@code units} in {@code matrix} by its number of {@code factors}. */
  public static void scale(Matrix matrix, int units, double[] factors) {
    requireUnits(matrix, units, factors.length);
    Pass.over(matrix).with(factors, units).run(matrix.rows(), matrix.columns(), Units::scaleRows);
  }

  private static void scaleRows(Pass pass, int from, int to) {
    Matrix matrix = pass.x;
    for (int row = from; row < to; row++) {
      double factor = pass.numbers[row % pass.units];
      if (matrix.columns() == 1) {
        matrix.set(row, 0, matrix.get(row, 0) * factor);
      } else {
        scaleRow(matrix, row, factor);
      }
    }
  }

  /** Multiplies {@code unit} of {@code units} in {@code matrix} by {@code factor}. */
  public static void scale(Matrix matrix, int unit, int units, double factor) {
    requireUnit(matrix, unit, units);
    for (int row = unit; row < matrix.rows(); row += units) {
      scaleRow(matrix, row, factor);
    }
  }

  /** What lengthens the smallest weights of float32 is infinite in float32. */
  private static void scaleRow(Matrix matrix, int row, double factor) {
    int columns = matrix.columns();
    if (Math.abs(factor) <= Float.MAX_VALUE || matrix.type() == DataType.DOUBLE) {
      matrix.scale(row * columns, columns, factor);
      return;
    }
    for (int column = 0; column < columns; column++) {
      matrix.set(row, column, factor * matrix.get(row, column));
    }
  }

  /**
   * {@code x} ← x + {@code factor}·{@code y} in {@code unit} of {@code units}, for y of the same
   * type and shape, not modified.
   */
  public static void add(Matrix x, int unit, int units, double factor, Matrix y) {
    requireUnit(x, unit, units);
    x.requireSame("a sum of units", y);
    for (int row = unit; row < x.rows(); row += units) {
      x.axpy(row * x.columns(), x.columns(), factor, y);
    }
  }

  private static void requireUnit(Matrix matrix, int unit, int units) {
    if (unit < 0 || unit >= units) {
      throw new IllegalArgumentException("no unit %s of %s in %s".formatted(unit, units, matrix));
    }
  }

  private static void requireUnits(Matrix matrix, int units, int numbers) {
    if (units > numbers || (units > 0 ? matrix.rows() % units : matrix.rows() + units) != 0) {
      throw new IllegalArgumentException(
          "%s does not hold %s units with %s numbers".formatted(matrix, units, numbers));
    }
  }
}
