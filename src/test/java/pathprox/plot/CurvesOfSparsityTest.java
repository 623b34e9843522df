package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CurvesOfSparsityTest {
  private static Table trainings() {
    return Table.create(
        "paths",
        StringColumn.create("run", "path", "path", "refit"),
        IntColumn.create("active_units", 40, 20, 20),
        DoubleColumn.create("test_accuracy", 0.75, Double.NaN, 0.5));
  }

  @Test
  void sparsity_twoRuns_hasALineForEach() {
    Chart chart = Curves.sparsity(trainings());

    assertEquals(List.of("path", "refit"), each(chart, "name"));
    assertEquals(List.of(40L, 20L), chart.data().get(0).get("x"));
    assertEquals(Arrays.asList(75L, null), chart.data().get(0).get("y"));
    assertEquals("active units", at(chart.layout(), "xaxis", "title", "text"));
    assertEquals("test accuracy (%)", at(chart.layout(), "yaxis", "title", "text"));
  }

  @Test
  void sparsity_ofAPath_saysValidation() {
    Table path = trainings();
    path.column("test_accuracy").setName("validation_accuracy");
    Chart chart = Curves.sparsity(path);

    assertEquals(Arrays.asList(75L, null), chart.data().get(0).get("y"));
    assertEquals("validation accuracy (%)", at(chart.layout(), "yaxis", "title", "text"));
  }

  @Test
  void sparsity_oneRunWithoutAName_isCalledByWhatItShows() {
    Chart chart = Curves.sparsity(trainings().first(2).rejectColumns("run"));

    assertEquals(List.of("accuracy"), each(chart, "name"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Curves.sparsity(trainings().rejectColumns("active_units")));
  }
}
