package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.Table;

class FrontierCurveTest {
  private static final Table KEPT = FullRun.curves("notebooks/curves/frontier.csv");

  @Test
  void of_theKeptPoints_hasATraceForEachWayInEachPanel() {
    Chart chart = FrontierCurve.of(KEPT);

    assertEquals(21, chart.data().size());
    assertEquals("PathProx recommended", chart.data().get(0).get("name"));
    assertEquals(List.of(96.86, 97.21, 97.21), chart.data().get(0).get("y"));
    assertEquals(List.of(0.37, 0.46, 0.49), at(chart.data().get(0), "error_y", "array"));
    assertEquals(
        List.of("y", "y2", "y3"), each(chart, "yaxis").stream().distinct().toList());
    assertEquals(7, each(chart, "showlegend").stream().filter(Boolean.TRUE::equals).count());
    assertEquals("units kept", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void of_oneSetOfData_isRefused() {
    Table digits = KEPT.first(4);
    Exception e = assertThrows(IllegalArgumentException.class, () -> FrontierCurve.of(digits));
    assertEquals("there must be 3 sets of data, found [digits, 64-100-10]", e.getMessage());
  }
}
