package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ImbalanceCurveTest {
  private static Table records(double... law) {
    return Table.create(
        "records",
        StringColumn.create("run", "unit 0", "unit 1", "unit 0", "unit 1"),
        IntColumn.create("iteration", 0, 0, 10, 10),
        DoubleColumn.create("imbalance", 4, -2, 2, -1),
        DoubleColumn.create("exponential", 4, -2, 2.5, -1.25),
        DoubleColumn.create("law", law));
  }

  @Test
  void of_units_hasThreeGroupsOfAbsoluteValues() {
    Chart chart = ImbalanceCurve.of(records(4, -2, 2.25, -1.125));

    String exponential = "start · exp(−2λt)";
    assertEquals(
        List.of(
            exponential,
            exponential,
            "exact law",
            "exact law",
            "unit 0, measured",
            "unit 1, measured"),
        each(chart, "name"));
    assertEquals(List.of(2L, 1.125), chart.data().get(3).get("y"));
    assertEquals(List.of(2L, 1L), chart.data().get(5).get("y"));
    assertEquals(Arrays.asList(true, false, true, false, null, null), each(chart, "showlegend"));
    assertEquals("markers", chart.data().get(5).get("mode"));
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals(
        at(chart.data().get(5), "marker", "color"), at(chart.data().get(3), "line", "color"));
  }

  @Test
  void of_noRowsOrAMissingColumn_hasNoLinesOrIsRefused() {
    Table table = records(4, -2, 2.5, -1.25);
    assertEquals(List.of(), ImbalanceCurve.of(table.emptyCopy()).data());
    assertThrows(
        IllegalArgumentException.class, () -> ImbalanceCurve.of(table.rejectColumns("law")));
  }
}
