package pathprox.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Norms where squares leave the range of the type. */
class UnitsTest {
  private static Matrix filled(DataType type, int rows, int columns, double value) {
    Matrix matrix = new Arena().zeros(type, rows, columns);
    matrix.fill(value);
    return matrix;
  }

  /** Short rows are added up on the heap, long ones by BLAS; a unit of two rows has √2 as much. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT, 1e-44",
    "FLOAT, 1e-25",
    "FLOAT, 1e-19",
    "FLOAT, 1",
    "FLOAT, 1e19",
    "FLOAT, 3e37",
    "DOUBLE, 1e-300",
    "DOUBLE, 1e-170",
    "DOUBLE, 1",
    "DOUBLE, 1e160",
    "DOUBLE, 1e306"
  })
  void norm_weightsOfAnySize_isRight(DataType type, double weight) {
    for (int columns : new int[] {1, 9, 400}) {
      Matrix matrix = filled(type, 4, columns, weight);
      double rounded = matrix.get(0, 0);
      double[] norms = new double[2];

      Units.norms(matrix, 2, norms);

      double expected = Math.sqrt(2 * columns) * rounded;
      assertEquals(1, norms[1] / expected, 1e-6);
      assertEquals(norms[1], Units.norm(matrix, 1, 2));
      assertEquals(1, Units.norm(matrix, 3, 4) / (Math.sqrt(columns) * rounded), 1e-6);
      if (type == DataType.FLOAT) {
        assertEquals(1, Units.squares(matrix, 1, 2) / (expected * expected), 1e-6);
        assertEquals(1, matrix.sumOfSquares() / (2 * expected * expected), 1e-6);
      }
    }
  }

  @Test
  void norm_oneLargeWeight_isNotLostAmongZerosAndSmallOnes() {
    Matrix matrix = filled(DataType.FLOAT, 1, 100, 1e-25);
    matrix.set(0, 99, 1e30);
    assertEquals(1e30, Units.norm(matrix, 0, 1), 1e24);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT", "DOUBLE"})
  void norm_zerosAndNaN_areSeen(DataType type) {
    for (int columns : new int[] {9, 400}) {
      Matrix matrix = filled(type, 2, columns, 0);
      assertEquals(0, Units.norm(matrix, 0, 2));
      matrix.set(1, 3, Double.NaN);
      assertTrue(Double.isNaN(Units.norm(matrix, 1, 2)));
      assertTrue(Double.isNaN(matrix.sumOfSquares()));
      matrix.set(1, 3, Double.POSITIVE_INFINITY);
      assertEquals(Double.POSITIVE_INFINITY, Units.norm(matrix, 1, 2));
    }
  }

  /** 1/‖w‖ is above the largest number of float32. */
  @Test
  void scale_smallestWeightsToLengthOne_keepsThemFinite() {
    Matrix matrix = filled(DataType.FLOAT, 1, 4, 1e-41);

    Units.scale(matrix, 0, 1, 1 / Units.norm(matrix, 0, 1));

    assertEquals(1, Units.norm(matrix, 0, 1), 1e-6);
  }
}
