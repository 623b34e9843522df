package pathprox.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.network.GradientCheck;

/** What every loss keeps: a mean over samples whose gradient agrees with central differences. */
abstract class LossContract {
  static final int SAMPLES = 5;
  static final int OUTPUTS = 4;

  /** The loss under test. */
  abstract Loss loss();

  /** A target for each of the samples. */
  abstract Matrix targets();

  /** Targets that do not fit {@link #OUTPUTS} outputs, and a part of what is said. */
  abstract Matrix refusedTargets();

  abstract String refusal();

  static Matrix outputs() {
    RandomNumbers random = RandomNumbers.of(5, "outputs", 0);
    Matrix outputs = new Arena().zeros(DataType.DOUBLE, SAMPLES, OUTPUTS);
    for (int row = 0; row < SAMPLES; row++) {
      for (int column = 0; column < OUTPUTS; column++) {
        outputs.set(row, column, 2 * random.nextGaussian());
      }
    }
    return outputs;
  }

  @Test
  void gradient_everyOutput_agreesWithCentralDifferences() {
    Matrix outputs = outputs();
    Matrix gradient = new Arena().zeros(DataType.DOUBLE, SAMPLES, OUTPUTS);
    double value = loss().gradient(outputs, targets(), gradient);

    assertEquals(loss().value(outputs, targets()), value);

    GradientCheck.everyCoordinate(outputs, () -> loss().value(outputs, targets()), gradient);
  }

  @Test
  void value_ofABatch_isTheMeanOfItsSamples() {
    double sum = 0;
    for (int row = 0; row < SAMPLES; row++) {
      Matrix output = new Arena().zeros(DataType.DOUBLE, 1, OUTPUTS);
      output.copyRows(outputs(), row, 1);
      Matrix target = new Arena().zeros(DataType.DOUBLE, 1, targets().columns());
      target.copyRows(targets(), row, 1);
      sum += loss().value(output, target);
    }

    assertEquals(sum / SAMPLES, loss().value(outputs(), targets()), Tolerance.ROUNDING);
  }

  @Test
  void value_outputIsNaN_isNaN() {
    Matrix outputs = outputs();
    outputs.set(2, 1, Double.NaN);

    assertTrue(Double.isNaN(loss().value(outputs, targets())));
  }

  @Test
  void check_targetsThatDoNotFit_saysExpectedAndFound() {
    loss().check(OUTPUTS, targets());
    String message =
        assertThrows(IllegalArgumentException.class, () -> loss().check(OUTPUTS, refusedTargets()))
            .getMessage();

    assertTrue(message.contains(refusal()), message);
  }
}
