package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.plot.Chart;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

class RenderingTest {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";

  private static final Chart CHART =
      new Chart(List.of(Map.of("type", "scatter", "y", List.of(1, 2))), Map.of());
  private static final Figure FIGURE =
      new Figure(ScatterTrace.builder(new double[] {0, 1}, new double[] {1, Double.NaN}).build());
  private static final Table TABLE = Table.create("t", IntColumn.create("n", 1, 2));

  record Shown(Object value, String richType, String otherType) {}

  static Stream<Shown> shown() {
    return Stream.of(
        new Shown(CHART, PLOTLY, "text/html"),
        new Shown(FIGURE, PLOTLY, "text/html"),
        new Shown(TABLE, "text/html", PLOTLY));
  }

  private static DisplayData render(Object value) {
    return renderer().render(value);
  }

  private static Renderer renderer() {
    FakeKernel kernel = new FakeKernel(source -> {});
    new PathProxExtension().install(kernel);
    return kernel.getRenderer();
  }

  private static Object data(DisplayData display, String mime) throws Exception {
    return display.getData(MIMEType.parse(mime));
  }

  private static String html(Table table) {
    return (String) render(table).getData(MIMEType.TEXT_HTML);
  }

  private static String text(Object value) {
    return (String) render(value).getData(MIMEType.TEXT_PLAIN);
  }

  @ParameterizedTest
  @MethodSource("shown")
  void render_value_hasOneRichFormAndText(Shown shown) throws Exception {
    DisplayData display = render(shown.value());
    assertTrue(data(display, shown.richType()) != null);
    assertTrue(data(display, "text/plain") instanceof String);
    assertNull(data(display, shown.otherType()));
    assertNull(data(display, "image/png"));
  }

  @Test
  void render_figure_isPlotlysTopObject() throws Exception {
    Map<?, ?> plotly = (Map<?, ?>) data(render(FIGURE), PLOTLY);
    assertEquals(List.of("config", "data", "layout"), List.copyOf(plotly.keySet()));
    Map<?, ?> trace = (Map<?, ?>) ((List<?>) plotly.get("data")).get(0);
    assertEquals("[1, null]", trace.get("y").toString());
  }

  record Cell(double value, String shown) {}

  static Stream<Cell> cells() {
    return Stream.of(
        new Cell(Double.NaN, ""),
        new Cell(Double.POSITIVE_INFINITY, "∞"),
        new Cell(Double.NEGATIVE_INFINITY, "-∞"),
        new Cell(1.0 / 3, "0.333333"),
        new Cell(60_000, "60000"),
        new Cell(1.23456789e-7, "1.23457e-7"),
        new Cell(-0.0, "0"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void table_number_isRoundedForReading(Cell cell) {
    String html = html(Table.create("t", DoubleColumn.create("x", cell.value())));
    assertTrue(html.contains("<td style=\"text-align:right\">" + cell.shown() + "</td>"), html);
  }

  @Test
  void table_largeLong_keepsItsDigits() {
    assertTrue(
        html(Table.create("t", LongColumn.create("n", Long.MAX_VALUE)))
            .contains("" + Long.MAX_VALUE));
  }

  @Test
  void table_markupInCellsAndNames_isEscaped() {
    String script = "<script>alert('&\"λ\\')</script>\n.";
    String html = html(Table.create("t", StringColumn.create(script, script)));
    assertFalse(html.contains("<script"));
    String escaped = "&lt;script&gt;alert(&#39;&amp;&quot;λ\\&#39;)&lt;/script&gt; .";
    assertTrue(html.contains("<th style=\"text-align:left\">" + escaped + "<br>"), html);
    assertTrue(html.contains("<td style=\"text-align:left\">" + escaped + "</td>"), html);
  }

  @Test
  void table_withoutRowsOrColumns_saysSo() {
    assertTrue(text(Table.create("none")).endsWith("0 rows × 0 columns"));
    assertEquals("      n\ninteger\n0 rows × 1 columns", text(TABLE.emptyCopy()));
  }

  @Test
  void table_columns_tellTheirTypes() {
    Table table =
        Table.create(
            "t",
            DateColumn.create("<b>&\"'", LocalDate.of(2024, 2, 29), null),
            LongColumn.create("n", 1, 2));
    String html = html(table);
    String type = "<br><small style=\"font-weight:normal\">%s</small></th>";
    assertTrue(html.contains("&lt;b&gt;&amp;&quot;&#39;" + type.formatted("local date")), html);
    assertTrue(html.contains("n" + type.formatted("long")), html);
    assertTrue(html.contains("<td style=\"text-align:left\">2024-02-29</td>"), html);
    assertTrue(html.contains("<td style=\"text-align:left\"></td>"), "missing: " + html);
  }

  @Test
  void table_large_showsItsBeginningAndSize() {
    Table table = Table.create("large");
    IntStream.range(0, 30)
        .forEach(i -> table.addColumns(IntColumn.indexColumn("c" + i, 200_000, 0)));
    String html = html(table);
    assertEquals(21, html.split("<tr>", -1).length - 1);
    assertEquals(20, html.split("<th ", -1).length - 1);
    assertTrue(html.contains("… 200,000 rows × 30 columns"));
  }

  @Test
  void table_text_isAligned() {
    Table table =
        Table.create(
            "t", StringColumn.create("run", "a", "long"), DoubleColumn.create("loss", 12.5, 0.25));
    assertEquals(
        """
        run       loss
        string  double
        a         12.5
        long      0.25
        2 rows × 2 columns""",
        text(table));
  }
}
