package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NormPlaneTest {
  private static Table ways() {
    return Table.create(
        "ways",
        StringColumn.create("unit", "unit 1", "unit 1", "unit 1", "unit 2", "unit 2"),
        StringColumn.create("run", "a", "a", "b", "a", "a"),
        StringColumn.create("part", "start", "rescale", "", "start", "threshold"),
        DoubleColumn.create("w_norm", 2, 1, 0.5, 1, 1),
        DoubleColumn.create("v_norm", 1, 2, 0.25, 0.5, 0));
  }

  @Test
  void of_twoUnits_hasAPanelForEachAndAWayForEachMethod() {
    Chart chart = NormPlane.of(ways());

    assertEquals(List.of("equal path norm", "a", "b", "equal path norm", "a"), each(chart, "name"));
    assertEquals(Arrays.asList(null, null, null, "y2", "y2"), each(chart, "yaxis"));
    assertEquals("‖v‖, weights out", at(chart.layout(), "yaxis", "title", "text"));
    assertEquals("", at(chart.layout(), "yaxis2", "title", "text"));
  }

  @Test
  void of_rescaledUnit_keepsItsPathNormAllTheWay() {
    Map<String, Object> way = NormPlane.of(ways()).data().get(1);
    List<?> w = (List<?>) way.get("x");
    List<?> v = (List<?>) way.get("y");
    for (int i = 0; i < w.size(); i++) {
      assertEquals(2, number(w.get(i)) * number(v.get(i)), 1e-12);
    }
    List<?> texts = (List<?>) way.get("text");
    assertEquals("start", texts.get(0));
    assertEquals("rescale", texts.get(texts.size() - 1));
    List<?> symbols = (List<?>) at(way, "marker", "symbol");
    assertEquals(List.of("circle", "arrow"), List.of(symbols.get(0), symbols.get(w.size() - 1)));
    assertEquals(1, at(way, "marker", "opacity"));
    assertEquals(0, at(way, "line", "backoff"));
  }

  @Test
  void of_unitThatBecomesZero_goesStraightThere() {
    List<?> v = (List<?>) NormPlane.of(ways()).data().get(4).get("y");
    assertEquals(
        List.of(0.5, 0.25, 0L), List.of(v.get(0), v.get(v.size() / 2), v.get(v.size() - 1)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @Test
  void of_grayLines_haveOnePathNormEach() {
    Chart chart = NormPlane.of(ways());
    List<?> w = (List<?>) chart.data().get(0).get("x");
    List<?> v = (List<?>) chart.data().get(0).get("y");
    TreeSet<Long> pathNorms = new TreeSet<>();
    long gaps = w.stream().filter(each -> each == null).count();
    for (int i = 0; i < w.size(); i++) {
      if (w.get(i) != null) {
        double product = number(w.get(i)) * number(v.get(i));
        pathNorms.add(Math.round(1e9 * product));
      }
    }
    assertEquals(gaps, pathNorms.size());
    assertTrue(gaps > 1);
  }

  @Test
  void of_smallUnit_hasAScaleOfItsOwn() {
    Chart chart = NormPlane.of(ways());
    // 1.4 times the largest
    assertEquals("[0, 2.8]", at(chart.layout(), "xaxis", "range").toString());
    assertEquals("[0, 1.4]", at(chart.layout(), "xaxis2", "range").toString());
  }

  @Test
  void ofOneStep_oneUnit_hasFourPlacesForEachMethod() {
    double[][] before = {{3}, {4}};
    double[][] moved = {{2}, {1.5}};
    double[][] shrunk = {{1.5}, {1}};
    Table ways =
        StepWays.ofOneStep(before, moved, new double[] {1.25}, shrunk, new double[] {3}).table();
    Table published = ways.where(ways.stringColumn("run").isEqualTo("PathProx as published"));
    assertEquals(
        List.of("", "gradient", "normalize", "threshold"), published.column("part").asList());
    assertEquals(List.of(3.0, 2.0, 1.0, 1.0), published.column("w_norm").asList());
    assertEquals(List.of(4.0, 1.5, 1.5, 1.25), published.column("v_norm").asList());
    Table preserving = ways.where(ways.stringColumn("run").isEqualTo("function-preserving"));
    assertEquals(List.of(3.0, 2.0, 1.5, 0.5), preserving.column("w_norm").asList());
    assertEquals(List.of(4.0, 1.5, 1.0, 3.0), preserving.column("v_norm").asList());
  }

  @Test
  void of_waysOfAStep_isTheSameTable() {
    StepWays ways = new StepWays().to("a", 1, "start", 2, 1).to("a", 1, "rescale", 1, 2);
    ways.to("b", 1, "", 0.5, 0.25).to("a", 2, "start", 1, 0.5).to("a", 2, "threshold", 1, 0);
    assertEquals("5 parts of steps", ways.toString());
    assertEquals(NormPlane.of(ways()), NormPlane.of(ways.table()));
  }

  @Test
  void of_missingColumn_isNamed() {
    for (String column : List.of("unit", "part", "w_norm", "v_norm")) {
      Table table = ways().rejectColumns(column);
      Exception e = assertThrows(IllegalArgumentException.class, () -> NormPlane.of(table));
      assertTrue(e.getMessage().contains("'" + column + "'"), e.getMessage());
    }
  }

  @Test
  void of_oneUnit_isRefused() {
    Table table = ways().first(3);
    Exception e = assertThrows(IllegalArgumentException.class, () -> NormPlane.of(table));
    assertEquals("a panel each is for two units, found [unit 1]", e.getMessage());
  }

  @Test
  void of_partsThatAreNumbers_areRefused() {
    Table table = ways();
    table.replaceColumn("part", DoubleColumn.create("part", 5));
    Exception e = assertThrows(IllegalArgumentException.class, () -> NormPlane.of(table));
    assertTrue(
        e.getMessage().startsWith("the table has no column 'part' of texts, its columns are ["));
  }
}
