package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ValidationCurveTest {
  private static Table path() {
    return Table.create(
        "path",
        StringColumn.create("run", "cold", "cold", "cold", "warm"),
        DoubleColumn.create("lambda", 0.1, 0.01, 0.001, 0.1),
        IntColumn.create("active_units", new int[] {3, 6, 9, 2}),
        DoubleColumn.create("validation_accuracy", 0.5, 0.87, 0.9, 0.5));
  }

  @Test
  void of_twoRuns_marksTheLargestLambdaWithinOneStandardError() {
    Chart chart = ValidationCurve.of(path(), 100); // √(0.9·0.1/100) = 0.03

    assertEquals(
        List.of("cold", "cold", "cold", "cold, chosen", "cold, units"),
        each(chart, "name").subList(0, 5));
    assertEquals(List.of(0.01), chart.data().get(3).get("x"));
    assertEquals(List.of(3L, 6L, 9L), chart.data().get(4).get("y"));
    assertEquals(List.of(0.1), chart.data().get(8).get("x"));
    assertEquals(
        Arrays.asList("none", "tonexty", null, null, null), each(chart, "fill").subList(0, 5));
  }

  @Test
  void of_moreSamples_marksTheBest() {
    Chart chart = ValidationCurve.of(path(), 10_000); // √(0.9·0.1/10,000) = 0.003

    assertEquals(List.of(0.001), chart.data().get(3).get("x"));
    assertEquals(55.0, 100 * (0.5 + ValidationCurve.standardError(0.5, 100)), 1e-12);
  }

  @Test
  void of_missingColumnOrSamples_isRefused() {
    Table noUnits = path().rejectColumns("active_units");
    assertThrows(IllegalArgumentException.class, () -> ValidationCurve.of(noUnits, 100));
    assertThrows(IllegalArgumentException.class, () -> ValidationCurve.of(path(), 0));
  }
}
