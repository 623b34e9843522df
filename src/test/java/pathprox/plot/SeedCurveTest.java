package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SeedCurveTest {
  private static final String ONE = "PathProx λ=0.1, seed 1";
  private static final String TWO = "PathProx λ=0.1, seed 2";

  /** Two seeds of PathProx, of which the second ends early, and one of weight decay. */
  private static Table table() {
    return Table.create(
        "comparison",
        StringColumn.create("run", ONE, ONE, ONE, TWO, TWO, "weight decay λ=0.2"),
        StringColumn.create(
            "method", "PathProx", "PathProx", "PathProx", "PathProx", "PathProx", "weight decay"),
        DoubleColumn.create("lambda", 0.1, 0.1, 0.1, 0.1, 0.1, 0.2),
        LongColumn.create("seed", 1, 1, 1, 2, 2, 1),
        StringColumn.create("schedule", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1"),
        IntColumn.create("iteration", 0, 10, 20, 0, 10, 0),
        DoubleColumn.create("objective", 4, 2, 1, 2, 1, 3),
        DoubleColumn.create("test_accuracy", 0.25, 0.5, 1, 0.75, Double.NaN, 0.5));
  }

  @Test
  void overSeeds_twoSeedsAndOne_areAMeanWithItsBandEach() {
    Chart chart = Curves.overSeeds(table(), "objective");

    List<Object> y = each(chart, "y");
    assertEquals(List.of(2L, 1L, 1L), y.get(0), "lowest");
    assertEquals(List.of(4L, 2L, 1L), y.get(1), "highest");
    assertEquals("tonexty", chart.data().get(1).get("fill"));
    assertEquals("rgba(0, 114, 178, 0.15)", chart.data().get(1).get("fillcolor"));
    assertEquals(List.of(3L), y.get(2), "of weight decay");
    assertEquals(List.of(3L, 1.5, 1L), y.get(4), "(4 + 2)/2, (2 + 1)/2, and 1 where one has ended");
    assertEquals(List.of(0L, 10L, 20L), chart.data().get(4).get("x"));
    assertEquals("PathProx λ=0.1, 2 seeds, lowest", chart.data().get(0).get("name"));
    assertEquals("PathProx λ=0.1, 2 seeds", chart.data().get(4).get("name"));
    assertEquals("weight decay λ=0.2, 1 seed", chart.data().get(5).get("name"));
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals(
        "Objective: arithmetic mean over seeds, band from lowest to highest",
        at(chart.layout(), "title", "text"));
  }

  @Test
  void overSeeds_settingThatSomeMethodsHaveNot_isInTheNamesOfTheOthers() {
    Table runs =
        Table.create(
            "runs",
            StringColumn.create("run", "a", "b", "c"),
            StringColumn.create("method", "PathProx", "PathProx", "weight decay"),
            StringColumn.create("units", "none", "25 units per pair", ""),
            LongColumn.create("seed", 1, 1, 1),
            IntColumn.create("iteration", 0, 0, 0),
            DoubleColumn.create("objective", 1, 2, 3));
    List<Object> names = each(Curves.overSeeds(runs, "objective"), "name");
    assertEquals(
        List.of("PathProx, 1 seed", "PathProx, 25 units per pair, 1 seed", "weight decay, 1 seed"),
        names.subList(6, 9));
  }

  @Test
  void overSeeds_shares_areInPercentOfThoseMeasured() {
    Chart chart = Curves.overSeeds(table(), "test_accuracy");

    assertEquals(List.of(50L, 50L, 100L), chart.data().get(4).get("y"));
    assertEquals("test accuracy (%)", at(chart.layout(), "yaxis", "title", "text"));
  }

  /** Where λ is what is drawn over, it tells no groups apart; what stands after it is measured. */
  @Test
  void overSeeds_overLambda_joinsAllOfAMethod() {
    Table paths =
        Table.create(
            "paths",
            StringColumn.create(
                "run", ONE, TWO, "PathProx λ=0.2, seed 1", "PathProx λ=0.2, seed 2"),
            StringColumn.create("method", "PathProx", "PathProx", "PathProx", "PathProx"),
            LongColumn.create("seed", 1, 2, 1, 2),
            DoubleColumn.create("lambda", 0.1, 0.1, 0.2, 0.2),
            DoubleColumn.create("objective", 4, 2, 1, 6));
    Chart chart = Curves.overSeeds(paths, "lambda", "objective");

    assertEquals(List.of(0.1, 0.2), chart.data().get(2).get("x"));
    assertEquals(List.of(3L, 3.5), chart.data().get(2).get("y"), "(4 + 2)/2, (1 + 6)/2");
    assertEquals("log", at(chart.layout(), "xaxis", "type"));
    assertEquals("λ", at(chart.layout(), "xaxis", "title", "text"));
  }

  /** As of two days, whose tables had nothing to tell apart each: their means would be of both. */
  @Test
  void overSeeds_runsThatDifferInNoColumn_areTwoLines() {
    Table table = table();
    table.stringColumn("run").set(3, "PathProx λ=0.1, momentum 0.9, seed 2");
    table.stringColumn("run").set(4, "PathProx λ=0.1, momentum 0.9, seed 2");

    List<Object> names = each(Curves.overSeeds(table, "objective"), "name");
    assertTrue(names.contains("PathProx λ=0.1, 1 seed"), names::toString);
    assertTrue(names.contains("PathProx, momentum 0.9 λ=0.1, 1 seed"), names::toString);
  }

  @Test
  void overSeeds_oneSeedTwice_isRefused() {
    Table twice = table().append(table());
    String message =
        assertThrows(IllegalArgumentException.class, () -> Curves.overSeeds(twice, "objective"))
            .getMessage();

    assertTrue(message.startsWith("seed 1 of PathProx is there twice at iteration 0"), message);
  }

  @Test
  void overSeeds_anotherSetting_isAnotherLine() {
    Table table = table();
    table.stringColumn("schedule").set(3, "0.2").set(4, "0.2");

    List<Object> names = each(Curves.overSeeds(table, "objective"), "name");
    assertTrue(names.contains("PathProx λ=0.1, learning rate 0.1, 1 seed"), names::toString);
    assertTrue(names.contains("PathProx λ=0.1, learning rate 0.2, 1 seed"), names::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "iteration", "objective"})
  void overSeeds_missingColumn_isNamed(String column) {
    Table table = table().rejectColumns(column);

    String message =
        assertThrows(IllegalArgumentException.class, () -> Curves.overSeeds(table, "objective"))
            .getMessage();
    assertTrue(message.contains("no column '%s'".formatted(column)), message);
  }

  @Test
  void objective_equalNames_areTwoLines() {
    Table twice = Records.of("a", "a");

    assertEquals(List.of("a", "a (2)"), each(Curves.objective(twice), "name"));
    assertEquals(List.of("a", "a (2)"), each(Curves.activeUnits(twice), "name"));
    assertEquals(4, Curves.accuracy(twice).data().size());
    assertEquals(List.of("a", "a"), twice.stringColumn("run").unique().append("a").asList());
    assertEquals(1, Curves.objective(twice.sortDescendingOn("iteration").first(3)).data().size());
  }
}
