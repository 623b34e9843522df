package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.Tolerance;
import pathprox.certificate.Optimality;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.RandomNumbers;
import pathprox.metrics.Regularity;

/**
 * What every proximable penalty keeps: its prox minimizes the objective that defines it, by brute
 * force, and value, slope and distance belong to the same function.
 */
abstract class ProximablePenaltyContract {
  private static final int PERTURBATIONS = 200;
  private static final int GRID = 10_000;
  private static final double STEP = 0.3;
  private static final double[] STEPS = {1e-4, 0.02, STEP, 1, 3, 100};
  private static final double[] NORMS = {
    0, 1e-6, 1e-3, 0.01, 0.1, 0.2999, 0.3, 0.3001, 0.7, 1, 1.3, 2, 5, 30, 1000
  };

  /** The penalty under test. */
  abstract ProximablePenalty penalty(double lambda);

  /** Denser towards 0, where prox operators have their kinks and jumps. */
  private static DoubleStream grid(double largest) {
    return DoubleStream.iterate(0, i -> i <= GRID, i -> i + 1)
        .map(i -> largest * (i / GRID) * (i / GRID));
  }

  private static void assertMinimizes(DoubleUnaryOperator objective, double found, double norm) {
    double reached = objective.applyAsDouble(found);
    double lowest = grid(norm).map(objective).min().orElseThrow();

    assertTrue(found >= 0 && found <= norm, () -> found + " from " + norm);
    assertTrue(
        reached <= lowest + Tolerance.ROUNDING * (1 + norm * norm),
        () -> "prox of %s is %s, %s is lower than %s".formatted(norm, found, lowest, reached));
  }

  @Test
  void prox_anyNormAndStep_beatsAllNormsOfAGrid() {
    ProximablePenalty penalty = penalty(1);
    for (double step : STEPS) {
      for (double norm : NORMS) {
        assertMinimizes(
            t -> (t - norm) * (t - norm) / 2 + step * penalty.value(t),
            penalty.prox(norm, step),
            norm);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5, 1, 7})
  void proxOfFactor_anyNormAndStep_beatsAllNormsOfAGrid(double other) {
    ProximablePenalty penalty = penalty(1);
    for (double step : STEPS) {
      for (double norm : NORMS) {
        assertMinimizes(
            t -> (t - norm) * (t - norm) / 2 + step * penalty.value(other * t),
            penalty.proxOfFactor(norm, other, step),
            norm);
      }
    }
  }

  @Test
  void proxOfFactor_otherOfOneOrZero_isTheProxOrLeavesTheNorm() {
    ProximablePenalty penalty = penalty(1);
    for (double norm : NORMS) {
      assertEquals(penalty.prox(norm, STEP), penalty.proxOfFactor(norm, 1, STEP), "bit for bit");
      assertEquals(norm, penalty.proxOfFactor(norm, 0, STEP));
    }
  }

  /**
   * The prox keeps the direction of v, so it must also beat perturbations that turn v: in four
   * dimensions, ½‖u − v‖² + γ·value(‖u‖).
   */
  @Test
  void prox_appliedToAVector_beatsPerturbationsInAllDirections() {
    ProximablePenalty penalty = penalty(1);
    RandomNumbers random = RandomNumbers.of(2, "perturbation", 0);
    double[] v = {0.4, -0.2, 0.1, 0.6};
    double norm = norm(v);
    double[] best = new double[4];
    for (int i = 0; i < 4; i++) {
      best[i] = v[i] * penalty.prox(norm, STEP) / norm;
    }
    double reached = objective(penalty, best, v);

    for (int i = 0; i < PERTURBATIONS; i++) {
      double size = Math.pow(10, 1 - 8 * random.nextDouble());
      double[] u = best.clone();
      for (int k = 0; k < 4; k++) {
        u[k] += size * random.nextGaussian();
      }
      assertTrue(objective(penalty, u, v) >= reached - Tolerance.ROUNDING);
    }
  }

  private static double objective(ProximablePenalty penalty, double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += (u[i] - v[i]) * (u[i] - v[i]);
    }
    return sum / 2 + STEP * penalty.value(norm(u));
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(each -> each * each).sum());
  }

  @Test
  void prox_normOfZero_isZero() {
    for (double step : STEPS) {
      assertEquals(0, penalty(1).prox(0, step));
      assertEquals(0, penalty(0).prox(0, step));
    }
  }

  @Test
  void prox_lambdaOrStepOfZero_leavesTheNorm() {
    assertEquals(0.7, penalty(0).prox(0.7, STEP));
    assertEquals(0.7, penalty(1).prox(0.7, 0));
  }

  @Test
  void prox_largerNorm_isNoSmaller() {
    ProximablePenalty penalty = penalty(1);
    for (double step : STEPS) {
      double before = 0;
      for (double norm : grid(3).toArray()) {
        double now = penalty.prox(norm, step);
        double last = before;
        assertTrue(now >= last - Tolerance.ROUNDING, () -> now + " after " + last);
        before = now;
      }
    }
  }

  /** A diverging training must be seen. */
  @Test
  void prox_normThatIsNoNumber_isNoNumber() {
    assertTrue(Double.isNaN(penalty(1).prox(Double.NaN, STEP)));
    assertTrue(Double.isNaN(penalty(1).value(Double.NaN)));
    assertFalse(Double.isFinite(penalty(1).prox(Double.POSITIVE_INFINITY, STEP)));
  }

  /** Where a step ends, (norm − t)/step is a slope of the penalty. */
  @Test
  void prox_anyNormAndStep_endsWhereThePenaltyBalancesTheStep() {
    ProximablePenalty penalty = penalty(1);
    for (double step : STEPS) {
      for (double norm : NORMS) {
        double t = penalty.prox(norm, step);
        double rounding = Tolerance.ROUNDING * (1 + norm / step);
        assertEquals(0, penalty.distance(t, (t - norm) / step), rounding, norm + " by " + step);
      }
    }
  }

  @Test
  void value_normOfZero_isZero() {
    assertEquals(0, penalty(1).value(0));
  }

  @Test
  void slope_aboveZero_isTheCentralDifferenceOfTheValue() {
    ProximablePenalty penalty = penalty(1);
    double h = 1e-6;
    for (double norm : new double[] {1e-3, 0.02, 0.2, 0.9, 1.7, 20}) {
      double difference = (penalty.value(norm + h) - penalty.value(norm - h)) / (2 * h);
      assertEquals(difference, penalty.slope(norm), 10 * Tolerance.CENTRAL_DIFFERENCE);
    }
  }

  /** By a quadratic through three values on the right. */
  @Test
  void slope_atZero_isTheOneSidedDifferenceOfTheValue() {
    ProximablePenalty penalty = penalty(1);
    double h = 1e-6;
    double difference = (4 * penalty.value(h) - penalty.value(2 * h)) / (2 * h);
    assertEquals(difference, penalty.slope(0), 10 * Tolerance.CENTRAL_DIFFERENCE);
  }

  @Test
  void distance_anyGradient_isThatFromTheSlopes() {
    ProximablePenalty penalty = penalty(1);
    double slope = penalty.slope(0.4);
    assertEquals(0, penalty.distance(0.4, -slope));
    assertEquals(0.25, penalty.distance(0.4, 0.25 - slope), Tolerance.ROUNDING);
    assertEquals(slope + 0.25, penalty.distance(0.4, 0.25), Tolerance.ROUNDING);
    double atZero = penalty.slope(0);
    assertEquals(0, penalty.distance(0, atZero));
    assertEquals(0, penalty.distance(0, -atZero / 2));
    assertEquals(0.25, penalty.distance(0, 0.25 + atZero), Tolerance.ROUNDING);
  }

  @Test
  void lambda_timesTwo_doublesValueAndSlope() {
    assertEquals(2, penalty(2).lambda());
    for (double norm : NORMS) {
      assertEquals(2 * penalty(1).value(norm), penalty(2).value(norm), Tolerance.ROUNDING * norm);
      assertEquals(2 * penalty(1).slope(norm), penalty(2).slope(norm), Tolerance.ROUNDING);
    }
  }

  /** A solver that takes from the penalty its prox alone, against the certificate. */
  @Test
  void certificate_problemThatWasSolved_isZeroThereAndNotBeside() {
    ProximablePenalty penalty = penalty(0.05);
    HiddenLayer problem = new HiddenLayer();
    problem.descend(penalty, 20_000);

    int active = Regularity.of(problem.network(1)).totalActiveUnits();
    assertTrue(active > 0 && active < HiddenLayer.UNITS, active + " active units");
    assertTrue(residual(problem, penalty, 1) <= 1e-8, "solved");
    assertTrue(residual(problem, penalty, 1.001) > 1e-3, "beside");
  }

  private static double residual(HiddenLayer problem, ProximablePenalty penalty, double factor) {
    return Optimality.of(problem.network(factor), problem.data(), new MeanSquaredError(), penalty)
        .residual();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_lambdaOutOfRange_isRefused(double lambda) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> penalty(lambda));

    assertEquals("lambda must be >= 0 and finite, was " + lambda, error.getMessage());
  }
}
