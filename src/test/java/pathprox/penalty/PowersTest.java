package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.Tolerance;

class PowersTest {
  @Nested
  class SquareRoot extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return Powers.of(lambda, 0.5);
    }
  }

  @Nested
  class NearlyAConstant extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return new Powers(lambda, 0.1, 0.1);
    }
  }

  @Nested
  class NearlyTheNorm extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return new Powers(lambda, 0.95, 0.1);
    }
  }

  @Nested
  class TheNorm extends ProximablePenaltyContract {
    @Override
    ProximablePenalty penalty(double lambda) {
      return Powers.of(lambda, 1);
    }
  }

  /** By hand: √(0.24 + 0.01) − √0.01 = 0.4, and 1/(2·√0.25) = 1. */
  @Test
  void valueAndSlope_squareRoot_areWhatTheFormulasSay() {
    assertEquals(0.8, Powers.of(2, 0.5).value(0.24), Tolerance.ROUNDING);
    assertEquals(2, Powers.of(2, 0.5).slope(0.24), Tolerance.ROUNDING);
    assertEquals(10, Powers.of(2, 0.5).slope(0), Tolerance.ROUNDING);
  }

  /** With t = 0.24 and a step of 0.1, norm = t + 0.1·slope(t) = 0.34 is what it came from. */
  @Test
  void prox_squareRoot_findsTheRootByHand() {
    assertEquals(0.24, Powers.of(1, 0.5).prox(0.34, 0.1), Tolerance.ROUNDING);
  }

  /** p(1 − p)·ε^(p−2) = 250. */
  @Test
  void prox_stepTimesLambdaAboveOneIn250_jumps() {
    Powers powers = Powers.of(1, 0.5);
    assertTrue(largestRise(powers, 1 / 249.0 / 1.2) < 1e-3);
    assertTrue(largestRise(powers, 0.05) > 0.05);
  }

  private static double largestRise(Powers powers, double step) {
    double largest = 0;
    for (int i = 1; i < 100_000; i++) {
      double rise = powers.prox(i * 1e-5, step) - powers.prox((i - 1) * 1e-5, step);
      largest = Math.max(largest, rise);
    }
    return largest;
  }

  /** In the units that are nearly dead, a factor must not lose digits. */
  @Test
  void proxOfFactor_tinyOther_keepsItsDigits() {
    double other = 1e-9;
    double expected = 1 - 1e-3 * other * Powers.of(1, 0.5).slope(0);
    assertEquals(expected, Powers.of(1, 0.5).proxOfFactor(1, other, 1e-3), 1e-15);
  }

  @Test
  void exponentOfOne_anyNorm_isTheGroupLassoBitForBit() {
    for (double norm : new double[] {0, 0.1, 0.3, 0.7, 5}) {
      assertEquals(new GroupLasso(0.7).prox(norm, 0.3), Powers.of(0.7, 1).prox(norm, 0.3));
      assertEquals(
          new GroupLasso(0.7).proxOfFactor(norm, 0.9, 0.3),
          Powers.of(0.7, 1).proxOfFactor(norm, 0.9, 0.3));
      assertEquals(new GroupLasso(0.7).value(norm), Powers.of(0.7, 1).value(norm));
    }
    assertEquals("", Powers.of(1, 1).name());
    assertEquals("power 0.5", Powers.of(1, 0.5).name());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
  void of_exponentOutOfRange_isRefused(double exponent) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Powers.of(1, exponent)).getMessage();
    assertEquals("exponent must be > 0 and <= 1, was " + exponent, message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_smoothingOutOfRange_isRefused(double smoothing) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Powers(1, 0.5, smoothing))
            .getMessage();
    assertEquals("smoothing must be > 0 and finite, was " + smoothing, message);
  }
}
