package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;

class TestErrorsTest {
  private static final TestErrors ERRORS =
      new TestErrors(
          "mpg",
          List.of(
              entry(TestErrors.BASELINE, 1, 8, 0),
              entry(TestErrors.BASELINE, 2, 6, 0),
              entry("linear model", 1, 3.5, 0),
              entry("linear model", 2, 4.5, 0),
              entry("PathProx", 1, 2, 30),
              entry("PathProx", 2, 2.5, 40)));

  private static TestErrors.Entry entry(String method, long seed, double error, int units) {
    return new TestErrors.Entry(method, seed, 0.01, 0.1, error, units);
  }

  @Test
  void of_beginningOfAName_isThatMethodByDivision() {
    assertArrayEquals(new double[] {3.5, 4.5}, ERRORS.of("linear"));
    assertArrayEquals(new double[] {30, 40}, ERRORS.units("PathProx"));
    assertArrayEquals(new double[] {1.75, 1.8}, ERRORS.ratios("linear", "PathProx"), 1e-12);
  }

  @Test
  void of_unknownName_isRefusedWithThoseThatAreThere() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> ERRORS.of("tree"));
    assertTrue(error.getMessage().contains("linear model"), error.getMessage());
  }

  @Test
  void toString_anyErrors_hasMeanAndRangeOfEachMethod() {
    List<String> lines = ERRORS.toString().lines().toList();

    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains("4.00 (3.50 to 4.50)"), lines.get(1));
    assertTrue(lines.get(2).contains("2.25 (2.00 to 2.50), 30 to 40 active units"), lines.get(2));
  }

  @Test
  void chart_anyErrors_hasARowForEachMethodAndAPointForEachDivision() {
    Chart chart = ERRORS.chart();

    assertEquals(3, chart.data().size());
    assertEquals(List.of(3.5, 4.5), chart.data().get(1).get("x"));
    assertEquals(List.of("linear model", "linear model"), chart.data().get(1).get("y"));
  }
}
