package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class UnitSurfaceTest {
  /** Three w and two v; the squares are lowest at w = 2, v = 1. */
  private static Table grid() {
    return Table.create(
        "grid",
        DoubleColumn.create("w", 0, 1, 2, 0, 1, 2),
        DoubleColumn.create("v", 1, 1, 1, 2, 2, 2),
        DoubleColumn.create("squares", 5, 4, 1, 6, 7, 8),
        DoubleColumn.create("products", 5, 3, 1, 5, 1, 8));
  }

  @Test
  void of_grid_hasTwoMapsAStarAndACurve() {
    Chart chart = UnitSurface.of(grid());

    assertEquals(List.of("contour", "scatter", "contour", "scatter"), each(chart, "type"));
    assertEquals(Arrays.asList(null, null, "x2", "x2"), each(chart, "xaxis"));
    assertEquals(List.of(List.of(5L, 4L, 1L), List.of(6L, 7L, 8L)), chart.data().get(0).get("z"));
    assertEquals(List.of(2L), chart.data().get(1).get("x"));
    assertEquals(List.of(1L), chart.data().get(1).get("y"));
    assertEquals(List.of(1L, 2L), chart.data().get(3).get("x"));
    assertEquals(List.of(2L, 1L), chart.data().get(3).get("y"));
    assertEquals(chart.data().get(0).get("zmax"), chart.data().get(2).get("zmax"));
    assertEquals("w", at(chart.layout(), "xaxis2", "title", "text"));
    assertTrue(chart.toString().contains("2 × 3 values"), chart.toString());
  }

  @Test
  void of_rowsThatAreNoGridOrAMissingColumn_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> UnitSurface.of(grid().first(5)));
    assertThrows(IllegalArgumentException.class, () -> UnitSurface.of(grid().emptyCopy()));
    assertThrows(
        IllegalArgumentException.class, () -> UnitSurface.of(grid().rejectColumns("squares")));
  }
}
