package pathprox.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Curve;
import pathprox.plot.JsplotScript;
import pathprox.plot.LineStyle;
import pathprox.plot.Run;
import pathprox.plot.Style;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Line.Dash;
import tech.tablesaw.plotly.components.Symbol;

/** What does it cost in squares when a unit is rescaled, and where does it cost least? */
public final class RescalingCurve {
  private static final double WIDEST = 16;
  private static final int POINTS = 49;
  private static final LineStyle BALANCED = new LineStyle("#000000", Dash.SOLID, Symbol.STAR);
  private static final Map<String, Object> AXES =
      JsplotScript.object(
          """
          {
            xaxis: {
              tickvals: [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16],
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
        Arrays.stream(runs.get(0).numbers("unit")).mapToObj("unit %.0f"::formatted).toList();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < w.length; i++) {
      if (!(w[i] > 0 && v[i] > 0)) {
        throw new IllegalArgumentException(
            "norms must be > 0, %s has %s and %s".formatted(names.get(i), w[i], v[i]));
      }
      curves.add(curve(names.get(i), w[i], v[i], LineStyle.forNames(names).get(i)));
    }
    double[] places =
        IntStream.range(0, w.length).mapToDouble(i -> Math.sqrt(v[i] / w[i])).toArray();
    double[] minima = IntStream.range(0, w.length).mapToDouble(i -> w[i] * v[i]).toArray();
    curves.add(new Curve("balanced, ‖w‖‖v‖", places, minima, BALANCED));
    Axis alpha = Axis.builder().title("α").type(Axis.Type.LOG).build();
    Axis cost = Axis.builder().title("½(‖αw‖² + ‖v/α‖²)").type(Axis.Type.LOG).build();
    return Curve.chart(curves, "Units, rescaled by α", alpha, cost)
        .withTraces(Map.of("mode", "lines"))
        .withTrace(w.length, Map.of("mode", "markers", "marker", Map.of("size", 14)))
        .withLayout(Style.LOG_AXIS)
        .withLayout(AXES);
  }

  private static Curve curve(String name, double w, double v, LineStyle style) {
    double[] alphas =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> Math.pow(WIDEST, 2.0 * i / (POINTS - 1) - 1))
            .toArray();
    double[] costs =
        Arrays.stream(alphas).map(a -> (a * a * w * w + v * v / (a * a)) / 2).toArray();
    return new Curve(name, alphas, costs, style);
  }
}
