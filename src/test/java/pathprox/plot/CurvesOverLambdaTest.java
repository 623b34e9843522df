package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CurvesOverLambdaTest {
  private static Table path() {
    return Table.create(
        "path",
        DoubleColumn.create("lambda", 0.001, 0.01, 0.1),
        IntColumn.create("active_units", 40, 20, 0),
        DoubleColumn.create("validation_accuracy", 0.96, Double.NaN, 0.1));
  }

  @Test
  void path_path_hasUnitsOnTheLeftAndAccuracyOnTheRight() {
    Chart chart = Curves.path(path());

    assertEquals(List.of("active units", "validation accuracy (%)"), each(chart, "name"));
    each(chart, "x").forEach(x -> assertEquals(List.of(0.001, 0.01, 0.1), x));
    assertEquals(List.of(40L, 20L, 0L), chart.data().get(0).get("y"));
    assertEquals("y2", chart.data().get(1).get("yaxis"));
    assertEquals("log", at(chart.layout(), "xaxis", "type"));
    assertEquals("validation accuracy (%)", at(chart.layout(), "yaxis2", "title", "text"));
    assertTrue(chart.toString().contains("x: λ, log scale"), chart.toString());
    assertTrue(chart.toString().contains("40 → 0"), chart.toString());
  }

  @Test
  void path_trialsOfASearch_areCalledByTheirTestSet() {
    Table trials = path();
    trials.column("validation_accuracy").setName("test_accuracy");
    Chart chart = Curves.path(trials);

    assertEquals(List.of("active units", "test accuracy (%)"), each(chart, "name"));
    assertEquals("test accuracy (%)", at(chart.layout(), "yaxis2", "title", "text"));
  }

  @Test
  void path_noAccuracy_hasOneLineAndOneAxis() {
    Table table = path();
    table.replaceColumn("validation_accuracy", DoubleColumn.create("validation_accuracy", 3));
    Chart chart = Curves.path(table);

    assertEquals(List.of("active units"), each(chart, "name"));
    assertTrue(!chart.layout().containsKey("yaxis2"));
    assertEquals(List.of(), Curves.path(path().emptyCopy()).data());
  }

  @Test
  void path_severalRunsOrAMissingColumn_isRefused() {
    Table runs = path().addColumns(StringColumn.create("run", "a", "a", "b"));
    assertThrows(IllegalArgumentException.class, () -> Curves.path(runs));
    assertThrows(IllegalArgumentException.class, () -> Curves.path(path().rejectColumns("lambda")));
  }
}
