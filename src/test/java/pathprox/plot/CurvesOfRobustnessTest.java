package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CurvesOfRobustnessTest {
  private static Table twoNetworks() {
    return Table.create(
        "Gaussian noise",
        StringColumn.create("run", "weight decay", "weight decay", "PathProx", "PathProx"),
        DoubleColumn.create("strength", 0, 0.5, 0, 0.5),
        DoubleColumn.create("accuracy", 0.9, 0.5, 0.875, 0.25));
  }

  @Test
  void robustness_twoNetworks_hasALineForEachInPercent() {
    Chart chart = Curves.robustness(twoNetworks());

    assertEquals(List.of("weight decay", "PathProx"), each(chart, "name"));
    each(chart, "x").forEach(x -> assertEquals(List.of(0L, 0.5), x));
    assertEquals(List.of(87.5, 25L), chart.data().get(1).get("y"));
    assertEquals("accuracy (%)", at(chart.layout(), "yaxis", "title", "text"));
    assertTrue(chart.toString().startsWith("Accuracy under Gaussian noise"), chart.toString());
  }

  @Test
  void robustness_oneNetworkWithoutName_hasOneLine() {
    Chart chart = Curves.robustness(twoNetworks().first(2).rejectColumns("run"));
    assertEquals(List.of("accuracy"), each(chart, "name"));
  }

  @Test
  void robustness_missingColumn_isRefused() {
    Table table = twoNetworks().rejectColumns("strength");
    assertThrows(IllegalArgumentException.class, () -> Curves.robustness(table));
  }
}
