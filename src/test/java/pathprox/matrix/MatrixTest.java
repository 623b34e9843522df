package pathprox.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every kernel in both precisions against the plain loop that defines it. */
class MatrixTest {
  /** A precision, with the rounding that a sum of a hundred terms may show in it. */
  record Precision(DataType type, double rounding) {}

  /** A product: the sizes, and which factors are turned. */
  record Product(int rows, int columns, int inner, Transpose a, Transpose b) {}

  static Stream<Precision> precisions() {
    return Stream.of(new Precision(DataType.FLOAT, 1e-5), new Precision(DataType.DOUBLE, 1e-13));
  }

  static Stream<Product> products() {
    List<int[]> shapes =
        List.of(
            new int[] {3, 4, 5}, // on the heap
            new int[] {9, 2, 7}, // on the heap, by the transpose
            new int[] {9, 1, 7}, // a matrix times a vector
            new int[] {1, 7, 2},
            new int[] {40, 1, 90},
            new int[] {40, 30, 50}, // by BLAS
            new int[] {5000, 1, 3});
    List<Transpose> both = List.of(Transpose.NO, Transpose.YES);
    return shapes.stream()
        .flatMap(
            shape ->
                both.stream()
                    .flatMap(
                        a ->
                            both.stream()
                                .map(b -> new Product(shape[0], shape[1], shape[2], a, b))));
  }

  private static Matrix random(DataType type, int rows, int columns, long seed) {
    RandomNumbers random = RandomNumbers.of(seed, "matrix", 0);
    return filled(type, rows, columns, i -> random.nextGaussian());
  }

  private static Matrix filled(DataType type, int rows, int columns, IntToDoubleFunction value) {
    Matrix matrix = new Arena().zeros(type, rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.set(i, value.applyAsDouble(i));
    }
    return matrix;
  }

  private static double[] values(Matrix matrix) {
    double[] values = new double[matrix.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.get(i);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("products")
  void gemm_anyShapeAndTranspose_isTheSumOfProducts(Product p) {
    precisions().forEach(precision -> checkProduct(precision, p));
  }

  private static void checkProduct(Precision precision, Product p) {
    boolean turnA = p.a == Transpose.YES;
    boolean turnB = p.b == Transpose.YES;
    DataType type = precision.type;
    Matrix a = random(type, turnA ? p.inner : p.rows, turnA ? p.rows : p.inner, 1);
    Matrix b = random(type, turnB ? p.columns : p.inner, turnB ? p.inner : p.columns, 2);
    Matrix c = random(type, p.rows, p.columns, 3);
    double[] expected = values(c);
    for (int i = 0; i < p.rows; i++) {
      for (int j = 0; j < p.columns; j++) {
        double sum = 0;
        for (int k = 0; k < p.inner; k++) {
          sum += (turnA ? a.get(k, i) : a.get(i, k)) * (turnB ? b.get(j, k) : b.get(k, j));
        }
        expected[i * p.columns + j] = 0.5 * sum - 2 * expected[i * p.columns + j];
      }
    }

    c.gemm(0.5, a, p.a, b, p.b, -2);

    assertArrayEquals(expected, values(c), 10 * precision.rounding);
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void gemm_emptyInnerDimension_scalesWhatWasThere(Precision precision) {
    Matrix c = filled(precision.type, 2, 2, i -> 3);

    c.gemm(
        1,
        new Arena().zeros(precision.type, 2, 0),
        Transpose.NO,
        new Arena().zeros(precision.type, 0, 2),
        Transpose.NO,
        2);

    assertArrayEquals(new double[] {6, 6, 6, 6}, values(c));
  }

  @Test
  void gemm_shapesThatDoNotFit_namesThem() {
    Matrix c = new Arena().zeros(DataType.DOUBLE, 2, 2);
    Matrix a = new Arena().zeros(DataType.DOUBLE, 2, 3);

    Exception error =
        assertThrows(
            IllegalArgumentException.class, () -> c.gemm(1, a, Transpose.NO, a, Transpose.NO, 0));

    assertEquals(
        "a product of float64 matrix [2, 3] and float64 matrix [2, 3]"
            + " does not give float64 matrix [2, 2]",
        error.getMessage());
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void relu_allKindsOfNumbers_keepsPositiveOnesAndNaN(Precision precision) {
    double[] cases = {-1, 0, 2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    Matrix matrix = filled(precision.type, 100, 60, i -> cases[i % cases.length]);

    matrix.relu();

    double[] expected = {0, 0, 2, Double.NaN, Double.POSITIVE_INFINITY, 0};
    for (int i = 0; i < matrix.size(); i++) {
      assertEquals(expected[i % cases.length], matrix.get(i), "element " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void maskByRelu_longerThanAChunk_zeroesWhereActivationsAreZero(Precision precision) {
    Matrix activations = random(precision.type, 90, 70, 4);
    activations.relu();
    Matrix gradient = filled(precision.type, 90, 70, i -> i + 1);

    gradient.maskByRelu(activations);

    for (int i = 0; i < gradient.size(); i++) {
      assertEquals(activations.get(i) > 0 ? i + 1 : 0, gradient.get(i), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void maskByRelu_extremeActivations_areActiveFromTheSmallestPositiveNumberOn(Precision precision) {
    double smallest = precision.type == DataType.FLOAT ? Float.MIN_VALUE : Double.MIN_VALUE;
    double[] cases = {0, smallest, Double.POSITIVE_INFINITY, Double.NaN};
    Matrix activations = filled(precision.type, 1, 4, i -> cases[i]);
    Matrix gradient = filled(precision.type, 1, 4, i -> -3);

    gradient.maskByRelu(activations);

    assertEquals(0, gradient.get(0), 0);
    assertEquals(-3, gradient.get(1));
    assertEquals(-3, gradient.get(2));
    assertTrue(Double.isNaN(gradient.get(3)), "NaN is passed on, so that a divergence is seen");
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void columnSums_severalRows_addsThemToTheScaledOldValues(Precision precision) {
    Matrix source = random(precision.type, 9, 5, 5);
    Matrix sums = filled(precision.type, 5, 1, i -> i);

    sums.columnSums(-0.5, source, 3);

    for (int column = 0; column < 5; column++) {
      double sum = 0;
      for (int row = 0; row < 9; row++) {
        sum += source.get(row, column);
      }
      assertEquals(-0.5 * sum + 3 * column, sums.get(column), precision.rounding);
    }
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void unitNorms_andScaleRows_normalizeEachRow(Precision precision) {
    Matrix matrix = random(precision.type, 6, 30, 6);
    double[] norms = new double[6];
    Units.norms(matrix, 6, norms);
    double[] inverse = new double[6];
    for (int i = 0; i < 6; i++) {
      inverse[i] = 1 / norms[i];
    }
    inverse[2] = 0;

    Units.scale(matrix, 6, inverse);
    Units.norms(matrix, 6, norms);

    assertArrayEquals(new double[] {1, 1, 0, 1, 1, 1}, norms, precision.rounding);
    assertEquals(5, matrix.sumOfSquares(), 10 * precision.rounding);
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void scaleUnits_oneColumn_scalesEachElement(Precision precision) {
    Matrix column = filled(precision.type, 3, 1, i -> i + 1);

    Units.scale(column, 3, new double[] {2, 0, -1});

    assertArrayEquals(new double[] {2, 0, -3}, values(column));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void rowsAndVectors_copied_arriveWhereTheyShould(Precision precision) {
    Matrix source = filled(precision.type, 4, 3, i -> i);
    Matrix target = new Arena().zeros(precision.type, 4, 3);

    target.gatherRows(source, new int[] {9, 3, 0, 9}, 1, 2);
    assertArrayEquals(new double[] {9, 10, 11, 0, 1, 2}, values(target));

    target.copyRows(source, 2, 1);
    assertArrayEquals(new double[] {6, 7, 8}, values(target));

    target.reshape(3, 3).putRows(1, filled(precision.type, 2, 3, i -> 10 + i), 0, 2);
    assertArrayEquals(new double[] {6, 7, 8, 10, 11, 12, 13, 14, 15}, values(target));

    target.reshape(2, 3).fillRows(filled(precision.type, 3, 1, i -> -i));
    assertArrayEquals(new double[] {0, -1, -2, 0, -1, -2}, values(target));

    target.axpy(2, filled(precision.type, 2, 3, i -> i));
    assertArrayEquals(new double[] {0, 1, 2, 6, 7, 8}, values(target));

    target.fill(4);
    target.scale(0.5);
    assertArrayEquals(new double[] {2, 2, 2, 2, 2, 2}, values(target));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void copyOf_transposedArray_readsItInRowOrder(Precision precision) {
    INDArray array = Nd4j.arange(6).castTo(precision.type).reshape(2, 3).transpose();

    Matrix matrix = new Arena().copyOf(array, precision.type);

    assertArrayEquals(new double[] {0, 3, 1, 4, 2, 5}, values(matrix));
    assertEquals(array.dup('c'), matrix.toArray());
    matrix.set(0, 0, 9);
    assertEquals(0, array.getDouble(0, 0), "a copy leaves the array alone");
  }

  @Test
  void reshape_beyondTheMemory_isRefused() {
    Matrix matrix = new Arena().zeros(DataType.FLOAT, 2, 3);

    assertThrows(IllegalArgumentException.class, () -> matrix.reshape(2, 4));
    assertThrows(IllegalArgumentException.class, () -> matrix.reshape(-1, 1));
    assertEquals(6, matrix.reshape(6, 1).rows());
  }

  @Test
  void zeros_otherTypeOrTooLarge_isRefused() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new Arena().zeros(DataType.INT32, 1, 1))
            .getMessage()
            .contains("must be FLOAT or DOUBLE, was INT"));
    assertThrows(
        IllegalArgumentException.class, () -> new Arena().zeros(DataType.FLOAT, 1 << 15, 1 << 15));
  }

  @Test
  void buffer_smallerThenLarger_keepsItsMemoryUntilItMustGrow() {
    Buffer buffer = new Arena().buffer();
    Matrix first = buffer.matrix(DataType.FLOAT, 4, 4);

    assertTrue(first == buffer.matrix(DataType.FLOAT, 2, 8));
    assertTrue(first != buffer.matrix(DataType.FLOAT, 5, 4));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void showRows_ofAView_sharesTheMemory(Precision precision) {
    Matrix all = filled(precision.type, 4, 3, i -> i);
    Matrix view = all.view().showRows(1, 2);

    view.scale(10);
    view.showRows(3, 1).set(0, 2, -1);

    assertArrayEquals(new double[] {0, 1, 2, 30, 40, 50, 60, 70, 80, 9, 10, -1}, values(all));
    assertThrows(IllegalArgumentException.class, () -> view.showRows(3, 2));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void showRows_aPartOfTheMemory_isWhatKernelsWorkOn(Precision precision) {
    Matrix all = random(precision.type, 60, 70, 8);
    Matrix part = all.view().showRows(20, 30);
    Matrix copy = new Arena().zeros(precision.type, 30, 70);
    copy.copyRows(all, 20, 30);

    part.relu();
    copy.relu();
    part.axpy(0.5, copy);
    copy.scale(1.5);

    for (int row = 0; row < 30; row++) {
      for (int column = 0; column < 70; column++) {
        assertEquals(copy.get(row, column), all.get(20 + row, column), precision.rounding);
      }
    }
    assertEquals(copy.sumOfSquares(), part.sumOfSquares(), 1000 * precision.rounding);
    assertEquals(all.get(25, 3), part.toArray().getDouble(5, 3));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void unitNorms_twoRowsAUnit_addsThemUp(Precision precision) {
    Matrix matrix = filled(precision.type, 4, 1, i -> i + 1);
    double[] norms = new double[2];

    Units.norms(matrix, 2, norms);
    Units.scale(matrix, 2, new double[] {0, 2});

    assertArrayEquals(new double[] {Math.sqrt(10), Math.sqrt(20)}, norms, precision.rounding);
    assertArrayEquals(new double[] {0, 4, 0, 8}, values(matrix));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void addToUnit_twoRowsAUnit_changesThoseOfOneUnit(int columns) {
    for (Precision precision : precisions().toList()) {
      Matrix x = filled(precision.type, 4, columns, i -> 2);
      Matrix other = filled(precision.type, 4, columns, i -> 10);

      Units.add(x, 1, 2, 0.25, other);
      Units.scale(x, 0, 2, 3);

      for (int row = 0; row < 4; row++) {
        assertEquals(row % 2 == 0 ? 6 : 4.5, x.get(row, columns - 1));
      }
      assertEquals(2 * columns * 4.5 * 4.5, Units.squares(x, 1, 2), precision.rounding * columns);
    }
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void descendBy_aMomentum_isHeavyBallDescent(Precision precision) {
    Matrix x = filled(precision.type, 2, 1, i -> i + 1);
    Matrix m = filled(precision.type, 2, 1, i -> 10);

    x.descendBy(m, 2, 0.5);

    assertArrayEquals(new double[] {12, 14}, values(m));
    assertArrayEquals(new double[] {-5, -5}, values(x));
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void emptySums_betaZero_ignoreWhatWasHeld(Precision precision) {
    Arena arena = new Arena();
    Matrix held = filled(precision.type, 2, 3, i -> Double.NaN);
    held.gemm(
        1,
        arena.zeros(precision.type, 2, 0),
        Transpose.NO,
        arena.zeros(precision.type, 0, 3),
        Transpose.NO,
        0);
    assertEquals(0, held.sumOfSquares());
    Matrix sums = filled(precision.type, 3, 1, i -> Double.NaN);
    sums.columnSums(1, arena.zeros(precision.type, 0, 3), 0);
    assertEquals(0, sums.sumOfSquares());
  }
}
