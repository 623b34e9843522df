package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import pathprox.Tolerance;

class SquaredNormTest {
  @Test
  void lambda_timesWeights_isTheGradientOfTheValue() {
    SquaredNorm penalty = new SquaredNorm(0.3);
    double weight = 1.7;
    double step = 1e-6;

    double above = penalty.value((weight + step) * (weight + step));
    double below = penalty.value((weight - step) * (weight - step));

    assertEquals(
        (above - below) / (2 * step), penalty.lambda() * weight, Tolerance.CENTRAL_DIFFERENCE);
  }

  @Test
  void constructor_negativeLambda_isRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> new SquaredNorm(-0.1));

    assertEquals("lambda must be >= 0 and finite, was -0.1", error.getMessage());
  }
}
