package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class RescalingCurveTest {
  private static Table units(double... w) {
    return Table.create(
        "units",
        IntColumn.create("unit", 3, 5),
        DoubleColumn.create("w_norm", w),
        DoubleColumn.create("v_norm", 1, 8));
  }

  /** At α = 1, in the middle, it is (16 + 1)/2 for unit 3; its star is at α = 1/2. */
  @Test
  void of_units_hasACurveForEachAndStarsAtTheMinima() {
    Chart chart = RescalingCurve.of(units(4, 2));

    assertEquals(List.of("unit 3", "unit 5", "balanced, ‖w‖‖v‖"), each(chart, "name"));
    List<?> costs = (List<?>) chart.data().get(0).get("y");
    assertEquals(49, costs.size());
    assertEquals(8.5, costs.get(24));
    assertEquals(List.of(0.5, 2L), chart.data().get(2).get("x"));
    assertEquals(List.of(4L, 16L), chart.data().get(2).get("y"));
    assertTrue(
        costs.stream().allMatch(cost -> ((Number) cost).doubleValue() >= 4), "the star is lowest");
    assertEquals("log", at(chart.layout(), "xaxis", "type"));
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals("α", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void of_normsOfZeroNoRowsOrAMissingColumn_areRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> RescalingCurve.of(units(4, 0)));
    assertEquals("norms must be > 0, unit 5 has 0.0 and 8.0", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> RescalingCurve.of(units(4, 2).emptyCopy()));
    assertThrows(
        IllegalArgumentException.class,
        () -> RescalingCurve.of(units(4, 2).rejectColumns("v_norm")));
  }
}
