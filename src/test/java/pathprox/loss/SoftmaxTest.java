package pathprox.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;

class SoftmaxTest {
  record Row(double[] outputs, double[] probabilities) {}

  static Stream<Row> rows() {
    double e = Math.E;
    return Stream.of(
        new Row(new double[] {1e30, 1e30}, new double[] {0.5, 0.5}),
        new Row(new double[] {-1e308, 1e308}, new double[] {0, 1}),
        new Row(new double[] {0, 1}, new double[] {1 / (1 + e), e / (1 + e)}),
        // Where ND4J's gives NaN.
        new Row(new double[] {-800, -801}, new double[] {e / (1 + e), 1 / (1 + e)}),
        new Row(new double[] {7, 7, 7, 7}, new double[] {0.25, 0.25, 0.25, 0.25}));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void of_outputsOfAnySize_areTheirShares(Row row) {
    double[][] outputs = {row.outputs};

    assertArrayEquals(
        row.probabilities, Softmax.of(Nd4j.createFromArray(outputs))[0], Tolerance.ROUNDING);
  }

  @Test
  void of_floatInColumnOrder_isComputedInDouble() {
    var outputs = Nd4j.createFromArray(new float[][] {{0, 1e30f}, {1, 1e30f}}).transpose();

    double[][] probabilities = Softmax.of(outputs);

    assertEquals(Math.E / (1 + Math.E), probabilities[0][1], Tolerance.ROUNDING);
    assertArrayEquals(new double[] {0.5, 0.5}, probabilities[1]);
  }

  @Test
  void of_noRows_isEmpty() {
    assertEquals(0, Softmax.of(Nd4j.create(DataType.FLOAT, 0, 3)).length);
  }

  @Test
  void of_notFiniteOrNoMatrix_isRefused() {
    var outputs = Nd4j.createFromArray(new double[][] {{1, 2}, {Double.NaN, 0}});
    assertEquals(
        "sample 2 has outputs [NaN, 0.0], probabilities need finite ones",
        assertThrows(IllegalArgumentException.class, () -> Softmax.of(outputs)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Softmax.of(outputs.getRow(0)));
  }
}
