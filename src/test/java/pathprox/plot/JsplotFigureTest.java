package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class JsplotFigureTest {
  private static final Table TABLE =
      Table.create(
          "t",
          StringColumn.create("kind", "02", "1", "10"),
          StringColumn.create("other", "a", "b", "a"),
          IntColumn.create("count", 1, 2, 3),
          DoubleColumn.create("value", 1.5, 2, 1e-7));

  private static ScatterTrace.ScatterBuilder points() {
    return ScatterTrace.builder(new double[] {0, 1}, new double[] {0.5, 2});
  }

  record Kind(String type, Figure figure, String key, List<Object> values) {
    @Override
    public String toString() {
      return type;
    }
  }

  static Stream<Kind> kinds() {
    List<Object> values = List.of(1.5, 2L, 1e-7);
    return Stream.of(
        new Kind("scatter", LinePlot.create("t", TABLE, "count", "value"), "y", values),
        new Kind("bar", VerticalBarPlot.create("t", TABLE, "kind", "value"), "y", values),
        new Kind(
            "bar",
            VerticalBarPlot.create("t", TABLE, "kind", "value"),
            "x",
            List.of("02", "1", "10")),
        new Kind(
            "pie", PiePlot.create("t", TABLE, "kind", "value"), "labels", List.of("02", "1", "10")),
        new Kind("histogram", Histogram.create("t", TABLE, "value"), "x", values),
        new Kind("box", BoxPlot.create("t", TABLE, "other", "value"), "x", List.of("a", "b", "a")),
        new Kind(
            "scatter3d", Scatter3DPlot.create("t", TABLE, "count", "count", "value"), "z", values),
        new Kind("heatmap", Heatmap.create("t", TABLE, "kind", "other"), "x", List.of("a", "b")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void of_figure_keepsNumbersAndLabelsApart(Kind kind) {
    Chart chart = Chart.of(kind.figure());
    assertEquals(kind.type(), chart.data().get(0).get("type"));
    assertEquals(kind.values(), chart.data().get(0).get(kind.key()));
    assertEquals("t", at(chart.layout(), "title", "text"));
  }

  @Test
  void of_numbersThatJsonHasNot_becomeNull() {
    double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e300};
    Chart lines = Chart.of(new Figure(ScatterTrace.builder(odd, odd).build()));
    List<Object> expected = Arrays.asList(null, null, null, 1e300);
    assertEquals(expected, lines.data().get(0).get("x"));
    Object[] places = {0, 1, 2, 3};
    Chart map =
        Chart.of(new Figure(HeatmapTrace.builder(places, places, new double[][] {odd}).build()));
    assertEquals(List.of(expected), map.data().get(0).get("z"));
  }

  @Test
  void of_categoryAxis_keepsWhatLooksLikeNumbers() {
    Layout layout = Layout.builder().xAxis(Axis.builder().type(Axis.Type.CATEGORY).build()).build();
    Chart chart = Chart.of(new Figure(layout, points().build()));
    assertEquals(List.of("0.0", "1.0"), chart.data().get(0).get("x"));
    assertEquals(List.of(0.5, 2L), chart.data().get(0).get("y"));
  }

  @Test
  void of_textThatLooksLikeNumbers_staysText() {
    Chart chart = Chart.of(new Figure(points().name("7").text(new String[] {"1", "2"}).build()));
    assertEquals("7", chart.data().get(0).get("name"));
    assertEquals(List.of("1", "2"), chart.data().get(0).get("text"));
  }

  @Test
  void of_titles_areObjectsWithTheirFonts() {
    Axis axis = Axis.builder().title("x").titleFont(Font.builder().size(9).build()).build();
    Chart chart = Chart.of(new Figure(Layout.builder("t").xAxis(axis).build(), points().build()));
    assertEquals("x", at(chart.layout(), "xaxis", "title", "text"));
    assertEquals(9, at(chart.layout(), "xaxis", "title", "font", "size"));
    assertNull(at(chart.layout(), "xaxis", "titlefont"));
  }

  @Test
  void of_flags_areBooleansOrWords() {
    Axis axis = Axis.builder().title("").autoRange(Axis.AutoRange.FALSE).build();
    ScatterTrace trace =
        points().visible(AbstractTrace.Visibility.LEGEND_ONLY).opacity(0.5).build();
    Chart chart = Chart.of(new Figure(Layout.builder().xAxis(axis).build(), trace));
    assertEquals(false, at(chart.layout(), "xaxis", "autorange"));
    assertEquals("legendonly", chart.data().get(0).get("visible"));
    assertEquals(0.5, chart.data().get(0).get("opacity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\new\\table\\",
        "line\nbreak\ttab",
        "it's \"quoted\"",
        "a < b & c",
        "λ·Σ‖w‖ {x} [y]",
        "\\'",
        "\\\""
      })
  void of_oddName_readsAsWritten(String name) {
    Layout layout = Layout.builder(name, name).build();
    Chart chart = Chart.of(new Figure(layout, points().name(name).build()));
    assertEquals(name, chart.data().get(0).get("name"));
    assertEquals(name, at(chart.layout(), "title", "text"));
    assertEquals(name, at(chart.layout(), "xaxis", "title", "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a < b & c > d",
        "<b>bold</b>",
        "&lt;",
        "&amp;lt;",
        "&#39;"
      })
  void of_nameWithMarkup_isShownLiterally(String name) {
    Chart chart = Chart.of(new Figure(points().name(name).build()));
    String markup = chart.data().get(0).get("name").toString();
    assertEquals(name, PlotlyMarkup.plainText(markup));
    assertTrue(!markup.contains("<"), markup);
  }

  @Test
  void of_figureWithoutLayoutOrTraces_hasAnEmptyOne() {
    assertEquals(
        Map.of("autotypenumbers", "strict"), Chart.of(new Figure(points().build())).layout());
    assertEquals(List.of(), Chart.of(new Figure(Layout.builder().build())).data());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "var x;", "} {", "var x = {a: };", "var x = {a: 'b};", "{a: function() {}}"})
  void object_scriptThatIsNone_isRefused(String script) {
    assertThrows(IllegalArgumentException.class, () -> JsplotFigure.script(script));
  }
}
