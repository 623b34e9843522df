package pathprox.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.tutorial.step.CoefficientCurve;
import pathprox.tutorial.step.PenaltyCurve;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The pictures that have two panels. */
class PanelsTest {
  private static Table penalties() {
    return Table.create(
        "penalties",
        StringColumn.create("run", "a", "a", "b", "b"),
        DoubleColumn.create("norm", 0, 0.5, 0, 0.5),
        DoubleColumn.create("value", 0, 1, 0, 2),
        DoubleColumn.create("prox", 0, 0.4, 0, 0.3));
  }

  private static Table coefficients(String... runs) {
    Table table =
        Table.create(
            "trace",
            StringColumn.create("run"),
            IntColumn.create("iteration"),
            IntColumn.create("feature"),
            DoubleColumn.create("coefficient"));
    for (String run : runs) {
      for (int row = 0; row < 4; row++) {
        table.stringColumn("run").append(run);
        table.intColumn("iteration").append(row / 2);
        table.intColumn("feature").append(row % 2 + 6);
        table.doubleColumn("coefficient").append(row / 4.0);
      }
    }
    return table;
  }

  @Test
  void penalties_hasValuesOnTheLeftAndProxesBesideTheNormOnTheRight() {
    Chart chart = PenaltyCurve.of(penalties());

    assertEquals(List.of("a", "b", "unchanged", "a", "b"), each(chart, "name"));
    assertEquals(List.of(0L, 2L), chart.data().get(1).get("y"));
    assertEquals(List.of(0L, 0.5), chart.data().get(2).get("y"));
    assertEquals(List.of(0L, 0.3), chart.data().get(4).get("y"));
    assertEquals(Arrays.asList(null, null, "y2", "y2", "y2"), each(chart, "yaxis"));
    assertEquals("norm ‖v‖", at(chart.layout(), "xaxis2", "title", "text"));
    assertEquals("norm after the step", at(chart.layout(), "yaxis2", "title", "text"));
  }

  @Test
  void penalties_inBothPanels_haveOneEntryInTheLegend() {
    assertEquals(
        Arrays.asList(null, null, true, false, false),
        each(PenaltyCurve.of(penalties()), "showlegend"));
  }

  @Test
  void withCrossing_linesThatCross_haveARingBetweenTheirPoints() {
    Table table =
        Table.create(
            "penalties",
            StringColumn.create("run", "a", "a", "a", "b", "b", "b"),
            DoubleColumn.create("norm", 0, 1, 2, 0, 1, 2),
            DoubleColumn.create("value", 0, 1, 2, 0, 1, 2),
            DoubleColumn.create("prox", 0, 0.25, 1.75, 0, 0.5, 1.5));

    Chart chart = PenaltyCurve.withCrossing(table, "a", "b");

    // a − b goes from −0.25 at 1 to 0.25 at 2, so they are equal at 1.5, where both are 1
    assertEquals(List.of(1.5), chart.data().get(5).get("x"));
    assertEquals(List.of(1L), chart.data().get(5).get("y"));
    List<?> notes = (List<?>) chart.layout().get("annotations");
    assertEquals("equal: 1.50 → 1.00", at(notes.get(2), "text"));
    for (String other : List.of("a", "c")) {
      assertThrows(
          IllegalArgumentException.class, () -> PenaltyCurve.withCrossing(table, "a", other));
    }
  }

  @Test
  void beside_threeCharts_shareTheWidthAndTheLegend() {
    Chart chart = Lines.chart("one", "x", "y", List.of(line("a"), line("b")));
    Chart three = Panels.beside("all", chart, chart.withTitle("two"), chart.withTitle("three"));

    assertEquals(Arrays.asList(null, null, false, false, false, false), each(three, "showlegend"));
    assertEquals(Arrays.asList(null, null, "x2", "x2", "x3", "x3"), each(three, "xaxis"));
    assertEquals("x3", at(three.layout(), "yaxis3", "anchor"));
    List<?> domain = (List<?>) at(three.layout(), "xaxis3", "domain");
    assertEquals(List.of(1L), domain.subList(1, 2));
    List<?> headings = (List<?>) three.layout().get("annotations");
    assertEquals(
        List.of("one", "two", "three"), headings.stream().map(each -> at(each, "text")).toList());
  }

  private static Line line(String name) {
    double[] numbers = {0, 1};
    return new Line(name, numbers, numbers, LineStyle.forNames(List.of(name)).get(0));
  }

  @Test
  void coefficients_hasAPanelPerRunAndALinePerFeature() {
    Chart chart = CoefficientCurve.of(coefficients("one", "two"));

    assertEquals(
        List.of("one, feature 6", "one, feature 7", "two, feature 6", "two, feature 7"),
        each(chart, "name"));
    each(chart, "x").forEach(x -> assertEquals(List.of(0L, 1L), x));
    assertEquals(List.of(0.25, 0.75), chart.data().get(3).get("y"));
    assertEquals("y", at(chart.layout(), "yaxis2", "matches"));
    List<?> headings = (List<?>) chart.layout().get("annotations");
    assertEquals(List.of("one", "two"), headings.stream().map(each -> at(each, "text")).toList());
  }

  @Test
  void coefficients_ofOneRunOrThree_areRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> CoefficientCurve.of(coefficients("one")));
    assertEquals("coefficients are compared between two runs, found [one]", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> CoefficientCurve.of(coefficients("a", "b", "c")));
  }

  @Test
  void of_missingColumn_isRefused() {
    Table noProx = penalties().rejectColumns("prox");
    assertThrows(IllegalArgumentException.class, () -> PenaltyCurve.of(noProx));
    Table noFeature = coefficients("one", "two").rejectColumns("feature");
    assertThrows(IllegalArgumentException.class, () -> CoefficientCurve.of(noFeature));
  }
}
