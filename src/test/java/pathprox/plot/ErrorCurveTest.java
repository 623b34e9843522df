package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ErrorCurveTest {
  private static Table table() {
    return Table.create(
        "cross-validation",
        DoubleColumn.create("lambda", 0.1, 0.01, 0.001),
        DoubleColumn.create("loss", 0.5, 0.25, 0.375),
        DoubleColumn.create("standard_error", 0.125, 0.0625, 0.25),
        DoubleColumn.create("units", 2, 7.5, 30));
  }

  @Test
  void of_threeLambdas_hasABandTheErrorsAndBothMarks() {
    Chart chart = ErrorCurve.of(table(), "loss", "loss on the folds", 0.01, 0.1);

    List<Object> y = each(chart, "y");
    assertEquals(List.of(0.375, 0.1875, 0.125), y.get(0), "one standard error below");
    assertEquals(List.of(0.625, 0.3125, 0.625), y.get(1), "and above");
    assertEquals("tonexty", chart.data().get(1).get("fill"));
    assertEquals(List.of(0.5, 0.25, 0.375), y.get(2));
    assertEquals(List.of(0.25), y.get(3), "at the smallest");
    assertEquals(List.of(0.5), y.get(4), "at the one chosen");
    assertEquals(6, y.size());
  }

  @Test
  void of_threeLambdas_namesItsAxes() {
    Chart chart = ErrorCurve.of(table(), "loss", "loss on the folds", 0.01, 0.1);

    assertEquals("log", at(chart.layout(), "xaxis", "type"));
    assertEquals("λ", at(chart.layout(), "xaxis", "title", "text"));
    assertEquals("loss on the folds", at(chart.layout(), "yaxis", "title", "text"));
    assertEquals("active units", at(chart.layout(), "xaxis2", "title", "text"));
    assertEquals(List.of("2", "7.5", "30"), at(chart.layout(), "xaxis2", "ticktext"));
    assertTrue(chart.toString().contains("x: λ, log scale"), chart::toString);
  }

  @Test
  void of_aMissingColumn_isRefused() {
    for (String name : table().columnNames()) {
      Table table = table().rejectColumns(name);
      assertThrows(
          IllegalArgumentException.class, () -> ErrorCurve.of(table, "loss", "", 0.01, 0.1), name);
    }
  }
}
