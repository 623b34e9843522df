package pathprox.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

class CrossEntropyTest extends ClassLossContract {
  @Override
  Loss loss() {
    return new CrossEntropy();
  }

  @Test
  void value_outputsOfAnySizeAlike_isTheLogarithmOfTheirNumber() {
    Matrix outputs = new Arena().zeros(DataType.DOUBLE, 1, 2);
    outputs.fill(1e30);

    assertEquals(
        Math.log(2),
        loss().value(outputs, new Arena().zeros(DataType.DOUBLE, 1, 1)),
        Tolerance.ROUNDING);
  }

  @Test
  void value_equalOutputs_isLogOfTheNumberOfClasses() {
    Matrix outputs = new Arena().zeros(DataType.DOUBLE, 2, 10);
    outputs.fill(1000);

    assertEquals(Math.log(10), loss().value(outputs, classes(3, 9)), Tolerance.ROUNDING);
  }

  @Test
  void check_severalColumnsOrFractions_areRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> loss().check(3, new Arena().zeros(DataType.DOUBLE, 2, 2)));
    Exception e = assertThrows(IllegalArgumentException.class, () -> loss().check(3, classes(0.5)));
    assertTrue(
        e.getMessage()
            .endsWith(
                "found 0.5 at sample 1; numbers to predict take another loss, such as MeanSquaredError"),
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> loss().check(3, classes(-1)));
  }
}
