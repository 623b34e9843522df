package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.Tolerance;

class ReweightingTest {
  private static final double[] PATH_NORMS = {0, 1e-3, 0.2, 1, 7};

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.9, 1})
  void weight_isTheSlopeOfTheValue(double exponent) {
    Reweighting powers = Reweighting.power(exponent);
    for (double pathNorm : PATH_NORMS) {
      double h = 1e-6;
      double slope =
          (powers.value(pathNorm + 2 * h) - powers.value(pathNorm)) / (2 * h); // at pathNorm + h
      assertEquals(slope, powers.weight(pathNorm + h), 1e3 * Tolerance.CENTRAL_DIFFERENCE);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.9, 1})
  void tangent_liesAboveTheValue(double exponent) {
    Reweighting powers = Reweighting.power(exponent);
    for (double at : PATH_NORMS) {
      for (double pathNorm : PATH_NORMS) {
        double tangent = powers.value(at) + powers.weight(at) * (pathNorm - at);
        assertTrue(tangent >= powers.value(pathNorm) - Tolerance.ROUNDING);
      }
    }
  }

  @Test
  void none_isThePathNorm() {
    assertEquals(1, Reweighting.none().weight(0.3));
    assertEquals(0.3, Reweighting.none().value(0.3));
    assertEquals(0, Reweighting.power(0.5).value(0), Tolerance.ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
  void power_outOfRange_isRefused(double exponent) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Reweighting.power(exponent))
            .getMessage();
    assertEquals("exponent must be > 0 and <= 1, was " + exponent, message);
    assertThrows(IllegalArgumentException.class, () -> new Reweighting(0.5, 0));
  }
}
