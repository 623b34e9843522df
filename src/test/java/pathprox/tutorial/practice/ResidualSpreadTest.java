package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import pathprox.evaluation.RegressionReport;

class ResidualSpreadTest {
  private static final RegressionReport REPORT =
      RegressionReport.of(
          "y", new double[] {0, 2, 8, 12}, new double[] {1, 1, 10, 10}, 5); // errors 1, −1, 2, −2

  @Test
  void growth_errorsTwiceAsLargeAbove_isTwo() {
    assertEquals(2, ResidualSpread.growth(REPORT, 5, 5), 1e-12);
  }

  @Test
  void growth_noPredictionBelow_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> ResidualSpread.growth(REPORT, 0, 5));
  }
}
