package pathprox.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.Tolerance;
import pathprox.matrix.RandomNumbers;

class RegressionReportTest {
  private static final double[] TRUTH = {3, -0.5, 2, 7};
  private static final double[] PREDICTED = {2.5, 0, 2, 8};
  private static final RegressionReport FOUR = RegressionReport.of("y", TRUTH, PREDICTED, 1);

  record Measure(String name, ToDoubleFunction<RegressionReport> value, double expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * By scikit-learn 1.9.1: r2_score(y, p), root_mean_squared_error(y, p), mean_absolute_error(y,
   * p), max_error(y, p), and the same with [1, 1, 1, 1] for p.
   */
  static Stream<Measure> measures() {
    return Stream.of(
        new Measure("R²", RegressionReport::rSquared, 0.9486081370449679),
        new Measure("RMSE", RegressionReport::rmse, 0.6123724356957945),
        new Measure("MAE", RegressionReport::mae, 0.5),
        new Measure("largest error", RegressionReport::largestError, 1),
        new Measure("baseline R²", RegressionReport::baselineRSquared, -0.4817987152034262),
        new Measure("baseline RMSE", RegressionReport::baselineRmse, 3.2882366094914763),
        new Measure("baseline MAE", RegressionReport::baselineMae, 2.625));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void measure_knownSamples_isThatOfScikitLearn(Measure measure) {
    assertEquals(measure.expected, measure.value.applyAsDouble(FOUR), Tolerance.ROUNDING);
  }

  /** ND4J's R² is 0.953 here, and its relative squared error 0.5. */
  @ParameterizedTest
  @MethodSource("measures")
  void measure_valuesFarFromZero_isTheSame(Measure measure) {
    double[] truth = Arrays.stream(TRUTH).map(y -> y + 1e8).toArray();
    double[] predicted = Arrays.stream(PREDICTED).map(y -> y + 1e8).toArray();
    RegressionReport far = RegressionReport.of("y", truth, predicted, 1 + 1e8);

    assertEquals(measure.expected, measure.value.applyAsDouble(far), 1e-8);
  }

  @Test
  void rSquared_allValuesAlike_isMissing() {
    double[] alike = {0.1, 0.1, 0.1};
    RegressionReport report = RegressionReport.of("y", alike, new double[] {1, 2, 3}, 0);

    assertEquals(Double.NaN, report.rSquared());
    assertEquals("none", report.rSquaredInterval(1).toString());
  }

  /** The errors are normal with deviation 1: their RMSE is, up to 1.96·√(1/2n), that. */
  @Test
  void rmseInterval_normalErrors_isAsWideAsTheorySays() {
    RandomNumbers random = RandomNumbers.of(3, "errors", 0);
    double[] truth = IntStream.range(0, 400).mapToDouble(i -> i).toArray();
    double[] predicted = Arrays.stream(truth).map(y -> y + random.nextGaussian()).toArray();
    RegressionReport report = RegressionReport.of("y", truth, predicted, 0);
    Interval interval = report.rmseInterval(1);

    double halfWidth = 1.96 / Math.sqrt(800);
    assertEquals(report.rmse() - halfWidth, interval.low(), halfWidth / 4);
    assertEquals(report.rmse() + halfWidth, interval.high(), halfWidth / 4);
    assertEquals(interval, report.rmseInterval(1));
    assertNotEquals(interval, report.rmseInterval(2));
    assertTrue(report.rSquaredInterval(1).low() < report.rSquared());
    assertTrue(report.rSquaredInterval(1).high() > report.rSquared());
  }

  @Test
  void toString_anyReport_saysMeasuresBesideBaselines() {
    String text = FOUR.toString();

    assertTrue(text.startsWith("4 samples of 'y'; baseline: always the training mean 1\n"));
    assertTrue(text.contains("\n  MAE 0.5, baseline 2.625\n"), text);
    assertTrue(text.endsWith("largest error 1 at sample 4"), text);
  }

  @Test
  void of_whatDoesNotFit_isRefusedWithItsPlace() {
    double[] infinite = {1, Double.POSITIVE_INFINITY, 0, 0};
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> RegressionReport.of("y", TRUTH, infinite, 0));
    assertEquals(
        "values must be finite, found -0.5 predicted as Infinity at sample 2", e.getMessage());
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> RegressionReport.of("y", TRUTH, one, 0));
    assertThrows(
        IllegalArgumentException.class, () -> RegressionReport.of("y", one, one, Double.NaN));
    double[] none = {};
    assertThrows(IllegalArgumentException.class, () -> RegressionReport.of("y", none, none, 0));
  }
}
