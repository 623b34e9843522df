package pathprox.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

class CrossEntropyTest extends LossContract {
  @Override
  Loss loss() {
    return new CrossEntropy();
  }

  @Override
  Matrix targets() {
    return classes(0, 3, 1, 2, 3);
  }

  @Override
  Matrix refusedTargets() {
    return classes(0, 4);
  }

  @Override
  String refusal() {
    return "with 4 outputs takes class numbers 0 to 3, found 4.0 at sample 2";
  }

  private static Matrix classes(double... numbers) {
    Matrix matrix = new Arena().zeros(DataType.DOUBLE, numbers.length, 1);
    for (int i = 0; i < numbers.length; i++) {
      matrix.set(i, 0, numbers[i]);
    }
    return matrix;
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
