package pathprox.tutorial.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import pathprox.plot.SignificantDigits;
import pathprox.tutorial.Panels;
import tech.tablesaw.api.Table;

/** What do the two objectives of one unit look like over its two weights? */
public final class UnitSurface {
  /** White where the objective is lowest. */
  private static final Map<String, Object> COLORS =
      PlotlyWords.of(
          """
          {
            colorscale: [[0, '#FFFFFF'], [0.5, '#8DB9DC'], [1, '#08407A']],
            line: {width: 0.7, color: '#666666'},
            colorbar: {
              title: {text: 'objective', font: {size: 13}}, thickness: 12, outlinewidth: 0, x: 1.01,
              tickmode: 'array'
            },
            hovertemplate: 'w %{x:.3~g}, v %{y:.3~g}: %{z:.4~g}<extra></extra>'
          }
          """);

  private static final LineStyle MARK = new LineStyle("#E69F00", "solid", "star");

  private static final Map<String, Object> STAR =
      PlotlyWords.of(
          "{mode: 'markers', hoverinfo: 'skip', line: {width: 3.5}, marker: {size: 15}}");

  /** The colors end here, as a share of all points: the far corner is many times as high. */
  private static final double SHOWN = 0.55;

  private static final int LEVELS = 12;
  private static final int TICKS = 5;
  private static final SignificantDigits SIGNIFICANT = new SignificantDigits(2);
  private static final double DIGITS = 1e4;

  private UnitSurface() {}

  /**
   * Draws the squares on the left and the products on the right in the same colors, with a star at
   * the lowest point of the squares, and on the right the curve wv = constant through it.
   *
   * @param table one row per point of a grid, v after v, with {@code w}, {@code v}, {@code squares}
   *     and {@code products}. Not modified.
   * @return a chart with a contour map and the star on the left, another map and the curve on the
   *     right
   * @throws IllegalArgumentException if a column is missing or not numeric, or the rows are no grid
   */
  public static Chart of(Table table) {
    List<Run> runs = Run.in(table, "w", "v", "squares", "products");
    double[] w = runs.isEmpty() ? new double[0] : distinct(runs.get(0), "w");
    double[] v = runs.isEmpty() ? new double[0] : distinct(runs.get(0), "v");
    if (runs.size() != 1 || w.length * v.length != table.rowCount()) {
      throw new IllegalArgumentException(
          "a surface is a grid of one run, found %s runs, %s w and %s v in %s rows"
              .formatted(runs.size(), w.length, v.length, table.rowCount()));
    }
    double[] squares = runs.get(0).numbers("squares");
    double[] products = runs.get(0).numbers("products");
    int best =
        IntStream.range(0, squares.length).reduce(0, (a, b) -> squares[b] < squares[a] ? b : a);
    double[] lowestW = {w[best % w.length]};
    double[] lowestV = {v[best / w.length]};
    double product = lowestW[0] * lowestV[0];
    double[] valley = Arrays.stream(w).filter(x -> within(product / x, v)).toArray();
    double[] heights = Arrays.stream(valley).map(x -> product / x).toArray();
    Chart left = panel("squares", "loss + λ/2·(w² + v²)", contour(w, v, squares), lowestW, lowestV);
    Chart right = panel("products", "loss + λ·|w||v|", contour(w, v, products), valley, heights);
    Map<String, Object> levels = levels(squares);
    return Panels.beside("One unit, two objectives", left, right)
        .withTrace(0, levels)
        .withTrace(2, levels)
        .withTrace(2, Map.of("showscale", false))
        .withTrace(3, Map.of("mode", "lines"))
        .withLayout(
            Map.of(
                "showlegend", false, "margin", Map.of("r", 90), "yaxis2", Map.of("matches", "y")));
  }

  private static Chart panel(
      String name, String title, Map<String, Object> map, double[] w, double[] v) {
    Line mark = new Line("minimum of the " + name, w, v, MARK);
    return new Chart(List.of(map, mark.trace()), Lines.chart(title, "w", "v", List.of()).layout())
        .withTrace(0, COLORS)
        .withTrace(0, Map.of("name", name))
        .withTrace(1, STAR);
  }

  private static double[] distinct(Run run, String column) {
    return Arrays.stream(run.numbers(column)).distinct().toArray();
  }

  private static boolean within(double value, double[] range) {
    return value > 0 && value <= range[range.length - 1];
  }

  private static Map<String, Object> contour(double[] w, double[] v, double[] values) {
    double[] rounded =
        Arrays.stream(values).map(value -> Math.round(value * DIGITS) / DIGITS).toArray();
    List<List<Double>> rows =
        IntStream.range(0, v.length)
            .mapToObj(i -> list(Arrays.copyOfRange(rounded, i * w.length, (i + 1) * w.length)))
            .toList();
    return Map.of("type", "contour", "x", list(w), "y", list(v), "z", rows);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Map<String, Object> levels(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double low = sorted[0];
    double high = sorted[(int) (SHOWN * (sorted.length - 1))];
    double size = (high - low) / LEVELS;
    double[] ticks = IntStream.range(0, TICKS).mapToDouble(i -> tick(i, low, high)).toArray();
    List<String> labels = Arrays.stream(ticks).mapToObj(SIGNIFICANT::format).toList();
    String above = "≥ " + labels.get(TICKS - 1);
    List<String> texts =
        IntStream.range(0, TICKS).mapToObj(i -> i < TICKS - 1 ? labels.get(i) : above).toList();
    return Map.of(
        "zmin",
        low,
        "zmax",
        high,
        "autocontour",
        false,
        "colorbar",
        Map.of("tickvals", list(ticks), "ticktext", texts),
        "contours",
        Map.of("start", low + size / 2, "end", high, "size", size, "coloring", "heatmap"));
  }

  private static double tick(int i, double low, double high) {
    return low + (high - low) * i / (TICKS - 1);
  }
}
