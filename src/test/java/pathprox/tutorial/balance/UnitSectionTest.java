package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class UnitSectionTest {
  private static Table section() {
    return Table.create(
        "section",
        DoubleColumn.create("w", 0.5, 0.5, 0.5),
        DoubleColumn.create("v", -1, 0, 1),
        DoubleColumn.create("squares", 4, 3, 2),
        DoubleColumn.create("products", 3, 1, 2));
  }

  @Test
  void of_section_hasTwoLinesAndTheirLowestPoints() {
    Chart chart = UnitSection.of(section());

    assertEquals(
        List.of(List.of(4L, 3L, 2L), List.of(3L, 1L, 2L), List.of(2L), List.of(1L)),
        each(chart, "y"));
    assertEquals(List.of(1L), chart.data().get(2).get("x"));
    assertEquals(List.of(0L), chart.data().get(3).get("x"));
    assertEquals(List.of("lines", "lines", "markers+text", "markers+text"), each(chart, "mode"));
    assertEquals(List.of("lowest at v = 1"), chart.data().get(2).get("text"));
    assertEquals("v, at w = 0.5", at(chart.layout(), "xaxis", "title", "text"));
    assertEquals("objective", at(chart.layout(), "yaxis", "title", "text"));
  }

  @Test
  void of_severalW_isRefused() {
    Table table = section();
    table.doubleColumn("w").set(2, 1);
    Exception e = assertThrows(IllegalArgumentException.class, () -> UnitSection.of(table));
    assertEquals("a section has one w, found 0.5 and 1.0", e.getMessage());
  }

  @Test
  void of_noRowsOrAMissingColumn_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> UnitSection.of(section().emptyCopy()));
    assertThrows(
        IllegalArgumentException.class, () -> UnitSection.of(section().rejectColumns("v")));
  }
}
