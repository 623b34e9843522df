package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.model.Model;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a model has learned about a column: the mean prediction over the rows, 100 of them at most,
 * where this column is set to one value after the other and all others stay as they are (Friedman,
 * "Greedy function approximation: a gradient boosting machine", 2001).
 *
 * @param column which
 * @param values what it was set to, rising
 * @param means the mean prediction for each value, in the unit of the target
 */
public record PartialDependence(String column, double[] values, double[] means) {
  private static final int POINTS = 15;
  private static final int MOST_ROWS = 100; // of which the mean is taken
  private static final double LOWEST = 2; // percentiles, as there are few rows outside
  private static final double HIGHEST = 98;
  private static final int ACROSS = 3; // panels in a row
  private static final double GAP = 0.05;
  private static final double ROW_GAP = 0.18;
  private static final LineStyle STYLE = new LineStyle("#009E73", "solid", "circle");

  /**
   * {@return the curve of {@code model}, which predicts a number, for {@code column}, a number,
   * over {@code rows}, not modified, from the 2nd to the 98th percentile of the column}
   *
   * @throws IllegalArgumentException if the model predicts classes, or a column is missing
   */
  public static PartialDependence of(Model model, Table rows, String column) {
    require(
        model.target().classes().isEmpty(),
        "the partial dependence of a number is drawn, '%s' is a class",
        model.target().column());
    double low = rows.numberColumn(column).percentile(LOWEST);
    double high = rows.numberColumn(column).percentile(HIGHEST);
    int step = (rows.rowCount() + MOST_ROWS - 1) / MOST_ROWS;
    int[] some = IntStream.range(0, rows.rowCount()).filter(row -> row % step == 0).toArray();
    Table sample = rows.rows(some);
    double[] values = new double[POINTS];
    Arrays.setAll(values, i -> low + (high - low) * i / (POINTS - 1));
    double[] means =
        Arrays.stream(values).map(value -> meanAt(model, sample, column, value)).toArray();
    return new PartialDependence(column, values, means);
  }

  private static double meanAt(Model model, Table rows, String column, double value) {
    double[] same = new double[rows.rowCount()];
    Arrays.fill(same, value);
    Table changed = rows.copy();
    changed.replaceColumn(column, DoubleColumn.create(column, same));
    return model.predict(changed).doubleColumn("predicted " + model.target().column()).mean();
  }

  /** {@return the mean at the largest value less that at the smallest} */
  public double rise() {
    return means[means.length - 1] - means[0];
  }

  /**
   * {@return a panel for each of {@code columns}, three in a row, with a curve for each of {@code
   * models} over {@code rows}; all panels have the same vertical axis}
   */
  public static Chart chart(List<Model> models, Table rows, String... columns) {
    List<Map<String, Object>> traces = new ArrayList<>();
    String target = models.get(0).target().column();
    String title = "Mean predicted " + target + ", where one column is changed";
    Chart axes = Lines.chart(title, "", "", List.of());
    Chart chart = axes;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < columns.length; i++) {
      for (Model model : models) {
        PartialDependence curve = of(model, rows, columns[i]);
        traces.add(curve.trace(i));
        low = Math.min(low, Arrays.stream(curve.means).min().orElseThrow());
        high = Math.max(high, Arrays.stream(curve.means).max().orElseThrow());
      }
      chart = chart.withLayout(panel(axes, i, columns[i], columns.length, target));
    }
    double margin = 0.05 * (high - low);
    for (int i = 0; i < columns.length; i++) {
      String y = "yaxis" + suffix(i);
      chart = chart.withLayout(Map.of(y, Map.of("range", List.of(low - margin, high + margin))));
    }
    return new Chart(traces, chart.layout())
        .withLayout(
            PlotlyWords.of(
                "{showlegend: false, hovermode: 'closest', margin: {l: 70, r: 25, t: 60, b: 60}}"))
        .withLayout(Map.of("height", 120 + 230 * rows(columns.length)));
  }

  private Map<String, Object> trace(int panel) {
    Map<String, Object> trace = new LinkedHashMap<>(new Line(column, values, means, STYLE).trace());
    trace.put("mode", "lines");
    trace.put("opacity", 0.7);
    trace.put("xaxis", "x" + suffix(panel));
    trace.put("yaxis", "y" + suffix(panel));
    return trace;
  }

  private static String suffix(int panel) {
    return panel == 0 ? "" : String.valueOf(panel + 1);
  }

  private static int rows(int panels) {
    return (panels + ACROSS - 1) / ACROSS;
  }

  /** The axes of a panel, whose rows go from top to bottom. */
  private static Map<String, Object> panel(
      Chart axes, int i, String column, int panels, String target) {
    double width = (1 + GAP) / ACROSS;
    double height = (1 + ROW_GAP) / rows(panels);
    double left = width * (i % ACROSS);
    double bottom = 1 + ROW_GAP - height * (i / ACROSS + 1);
    String y = i % ACROSS == 0 ? "mean predicted " + target : "";
    Chart placed =
        new Chart(
            List.of(), Map.of("x", axes.layout().get("xaxis"), "y", axes.layout().get("yaxis")));
    return placed
        .withLayout(
            Map.of(
                "x",
                Map.of(
                    "domain",
                    List.of(left, left + width - GAP),
                    "anchor",
                    "y" + suffix(i),
                    "title",
                    Map.of("text", DecisionMaps.words(column)),
                    "hoverformat",
                    ".4~g",
                    "nticks",
                    5),
                "y",
                Map.of(
                    "domain",
                    List.of(Math.max(0, bottom), bottom + height - ROW_GAP),
                    "anchor",
                    "x" + suffix(i),
                    "title",
                    Map.of("text", y),
                    "showticklabels",
                    i % ACROSS == 0)))
        .layout()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(entry -> entry.getKey() + "axis" + suffix(i), Map.Entry::getValue));
  }

  @Override
  public String toString() {
    return "partial dependence on %s, %s values".formatted(column, values.length);
  }
}
