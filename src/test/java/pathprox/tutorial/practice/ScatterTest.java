package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ScatterTest {
  @Test
  void of_rows_areColoredByGroupWithoutThoseThatHaveNoNumber() {
    Table table =
        Table.create(
            "birds",
            DoubleColumn.create("bill_mm", 1.5, Double.NaN, 3.5, 4.5),
            DoubleColumn.create("wing_mm", 5.5, 6.5, 7.5, 8.5),
            StringColumn.create("kind", "a", "a", "b", "a"));
    Chart chart = Scatter.of(table, "bill_mm", "wing_mm", "kind");

    assertEquals(List.of("a", "b"), each(chart, "name"));
    assertEquals(List.of(1.5, 4.5), chart.data().get(0).get("x"));
    assertEquals(List.of(7.5), chart.data().get(1).get("y"));
    assertEquals("Birds: bill and wing", at(chart.layout(), "title", "text"));
    assertEquals("bill (mm)", at(chart.layout(), "xaxis", "title", "text"));
  }
}
