package pathprox.tutorial.spline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SplineCurveTest {
  private static final double NONE = Double.NaN;

  private static Table splines() {
    return Table.create(
        "spline",
        StringColumn.create("run", "points", "points", "PathProx", "PathProx", "PathProx"),
        StringColumn.create("part", "data", "data", "end", "knot", "end"),
        DoubleColumn.create("x", 1, 0, 0, 0.5, 1),
        DoubleColumn.create("y", 3, 2, 2, 2, 3),
        DoubleColumn.create("slope_change", NONE, NONE, NONE, 2, NONE),
        DoubleColumn.create("path_norm", NONE, NONE, 0.5, 2.5, 3));
  }

  @Test
  void of_samplesAndASpline_marksTheKnotsOnly() {
    Chart chart = SplineCurve.of(splines());

    assertEquals(List.of("points", "PathProx, 1 knot", "PathProx, path norm"), each(chart, "name"));
    assertEquals("markers", chart.data().get(0).get("mode"));
    assertEquals("lines+markers", chart.data().get(1).get("mode"));
    assertEquals(List.of(0L, 0.5, 1L), chart.data().get(1).get("x"));
    assertEquals(List.of(0, 9, 0), at(chart.data().get(1), "marker", "size"));
    assertEquals(0, at(chart.data().get(1), "marker", "maxdisplayed"));
    assertEquals("#0072B2", at(chart.data().get(1), "line", "color"));
    assertEquals("x", at(chart.layout(), "xaxis", "title", "text"));
    Map<String, Object> stairs = chart.data().get(2);
    assertEquals(List.of(0L, 0.5, 1L), stairs.get("x"));
    assertEquals(List.of(0.5, 2.5, 3L), stairs.get("y"));
    assertEquals("hv", at(stairs, "line", "shape"));
    assertEquals(List.of(0, 5, 0), at(stairs, "marker", "size"));
    assertEquals("y2", stairs.get("yaxis"));
    assertEquals("path norm up to x", at(chart.layout(), "yaxis2", "title", "text"));
    assertTrue(chart.toString().contains("PathProx, 1 knot"), chart.toString());
  }

  @Test
  void of_samplesOnly_hasOnePanel() {
    Chart chart = SplineCurve.of(splines().first(2));

    assertEquals(List.of("points"), each(chart, "name"));
    assertTrue(!chart.layout().containsKey("yaxis2"));
  }

  @Test
  void of_missingColumns_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SplineCurve.of(splines().rejectColumns("part")));
    assertThrows(
        IllegalArgumentException.class, () -> SplineCurve.of(splines().rejectColumns("y")));
    assertEquals(List.of(), SplineCurve.of(splines().emptyCopy()).data());
  }
}
