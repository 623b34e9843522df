package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.Tolerance;
import pathprox.tensor.RandomNumbers;

/** What every proximable penalty keeps: its prox minimizes the objective that defines it. */
abstract class ProximablePenaltyContract {
  private static final int PERTURBATIONS = 200;
  private static final double STEP = 0.3;

  /** The penalty under test. */
  abstract ProximablePenalty penalty(double lambda);

  private static double objective(ProximablePenalty penalty, double t, double norm) {
    return (t - norm) * (t - norm) / 2 + STEP * penalty.value(t);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.2999, 0.3, 0.3001, 1, 5, 1000})
  void prox_anyNorm_beatsPerturbationsOfItsObjective(double norm) {
    ProximablePenalty penalty = penalty(1);
    double best = penalty.prox(norm, STEP);
    RandomNumbers random = RandomNumbers.of(1, "perturbation", 0);
    double reached = objective(penalty, best, norm);

    assertTrue(best >= 0);
    for (int i = 0; i < PERTURBATIONS; i++) {
      double size = Math.pow(10, 1 - 8 * random.nextDouble());
      double t = Math.max(0, best + size * random.nextGaussian());
      assertTrue(
          objective(penalty, t, norm) >= reached - Tolerance.ROUNDING * (1 + norm * norm),
          () -> "%s beats %s".formatted(t, best));
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
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  @Test
  void prox_normOfZero_isZero() {
    assertEquals(0, penalty(1).prox(0, STEP));
    assertEquals(0, penalty(0).prox(0, STEP));
  }

  @Test
  void prox_lambdaOrStepOfZero_leavesTheNorm() {
    assertEquals(0.7, penalty(0).prox(0.7, STEP));
    assertEquals(0.7, penalty(1).prox(0.7, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_lambdaOutOfRange_isRefused(double lambda) {
    Exception error = assertThrows(IllegalArgumentException.class, () -> penalty(lambda));

    assertEquals("lambda must be >= 0 and finite, was " + lambda, error.getMessage());
  }
}
