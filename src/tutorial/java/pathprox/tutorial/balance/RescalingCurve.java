package pathprox.tutorial.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import pathprox.tutorial.Drawing;
import tech.tablesaw.api.Table;

/** What does it cost in squares when a unit is rescaled, and where does it cost least? */
public final class RescalingCurve {
  private static final double WIDEST = 16;
  private static final int POINTS = 49;
  private static final LineStyle BALANCED = new LineStyle(Drawing.INK, "solid", "star");
  private static final Map<String, Object> AXES =
      PlotlyWords.of(
          """
          {
            xaxis: {
              type: 'log', tickvals: [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16],
              ticktext: ['1/16', '1/8', '1/4', '1/2', '1', '2', '4', '8', '16'],
              minor: {ticks: ''}, hoverformat: '.3~g'
            }
          }
          """);

  private RescalingCurve() {}

  /**
   * Draws ½(‖αw‖² + ‖v/α‖²) over α, both axes logarithmic, with a star at its minimum: α =
   * √(‖v‖/‖w‖), where it is ‖w‖‖v‖.
   *
   * @param table one row per unit, with {@code unit}, {@code w_norm} and {@code v_norm}, both above
   *     0. Not modified.
   * @return a chart with one line per unit, and the stars last
   * @throws IllegalArgumentException if a column is missing or not numeric, the table has runs of
   *     several names or no rows, or a norm is not above 0
   */
  public static Chart of(Table table) {
    List<Run> runs = Run.in(table, "unit", "w_norm", "v_norm");
    if (runs.size() != 1) {
      throw new IllegalArgumentException(
          "rescaled units are those of one run, found " + runs.stream().map(Run::name).toList());
    }
    double[] w = runs.get(0).numbers("w_norm");
    double[] v = runs.get(0).numbers("v_norm");
    List<String> names =
        Arrays.stream(runs.get(0).numbers("unit"))
            .mapToObj(unit -> String.format(Locale.ROOT, "unit %.0f", unit))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < w.length; i++) {
      if (!(w[i] > 0 && v[i] > 0)) {
        throw new IllegalArgumentException(
            "norms must be > 0, %s has %s and %s".formatted(names.get(i), w[i], v[i]));
      }
      lines.add(line(names.get(i), w[i], v[i], LineStyle.forNames(names).get(i)));
    }
    double[] places =
        IntStream.range(0, w.length).mapToDouble(i -> Math.sqrt(v[i] / w[i])).toArray();
    double[] minima = IntStream.range(0, w.length).mapToDouble(i -> w[i] * v[i]).toArray();
    lines.add(new Line("balanced, ‖w‖‖v‖", places, minima, BALANCED));
    return Lines.chart("Units, rescaled by α", "α", "½(‖αw‖² + ‖v/α‖²)", lines)
        .withTraces(Map.of("mode", "lines"))
        .withTrace(w.length, Map.of("mode", "markers", "marker", Map.of("size", 14)))
        .withLayout(Lines.LOG_Y)
        .withLayout(AXES);
  }

  private static Line line(String name, double w, double v, LineStyle style) {
    double[] alphas =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> Math.pow(WIDEST, 2.0 * i / (POINTS - 1) - 1))
            .toArray();
    double[] costs =
        Arrays.stream(alphas).map(a -> (a * a * w * w + v * v / (a * a)) / 2).toArray();
    return new Line(name, alphas, costs, style);
  }
}
