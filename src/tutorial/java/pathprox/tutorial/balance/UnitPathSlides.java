package pathprox.tutorial.balance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import tech.tablesaw.api.Table;

/** How do two trainings of one unit walk over their two objectives, step by step? */
public final class UnitPathSlides {
  private static final List<Integer> SHOWN =
      List.of(0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 30, 40, 60, 100);
  private static final double FROM = -0.6;
  private static final double TO = 2.4;
  private static final int POINTS = 31; // so that w = v = 1 is one of them

  private static final LineStyle DESCENT = LineStyle.forNames(List.of("weight decay")).get(0);
  private static final LineStyle PROXIMAL = LineStyle.forNames(List.of("PathProx")).get(0);
  private static final Map<String, Object> WAY =
      PlotlyWords.of("{mode: 'lines', line: {dash: 'solid', width: 2.5}, hoverinfo: 'skip'}");
  private static final Map<String, Object> HERE =
      PlotlyWords.of(
          """
          {mode: 'markers', marker: {size: 13, line: {color: '#FFFFFF', width: 2}},
           hovertemplate: 'w %{x:.4~g}, v %{y:.4~g}<extra></extra>'}
          """);
  private static final Map<String, Object> RANGES =
      PlotlyWords.of(
          """
          {xaxis: {range: [-0.6, 2.4]}, yaxis: {range: [-0.6, 2.4]}, xaxis2: {range: [-0.6, 2.4]}}
          """);

  private UnitPathSlides() {}

  /**
   * {@return after 0, 1, 2, … 100 steps, the way of gradient descent over the squares, on the left,
   * and that of proximal steps over the products, on the right, both of {@code unit} from the same
   * weights {@code w} and {@code v} with the learning rate {@code rate}} The surfaces are those of
   * {@link UnitSurface}; w and v are drawn from −0.6 to 2.4.
   */
  public static Chart of(OneUnit unit, double w, double v, double rate) {
    int last = SHOWN.get(SHOWN.size() - 1);
    Table descent = unit.descent(w, v, rate, last);
    Table proximal = unit.proximal(w, v, rate, last);
    Chart surface = UnitSurface.of(unit.surface(FROM, TO, POINTS));
    List<Map<String, Object>> unchanged =
        surface.data().stream().map(trace -> Map.of("type", trace.get("type"))).toList();
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (int step : SHOWN) {
      List<Map<String, Object>> traces = new ArrayList<>(step == 0 ? surface.data() : unchanged);
      traces.addAll(way("squares", descent, step, DESCENT));
      traces.addAll(way("products", proximal, step, PROXIMAL));
      steps.put(String.valueOf(step), placed(new Chart(traces, surface.layout())));
    }
    return Slides.of("steps", steps).withLayout(RANGES);
  }

  /** A line up to a step, and a marker at its end. */
  private static List<Map<String, Object>> way(String name, Table path, int step, LineStyle style) {
    Table until = path.where(path.intColumn("step").isLessThanOrEqualTo(step));
    double[] w = until.doubleColumn("w").asDoubleArray();
    double[] v = until.doubleColumn("v").asDoubleArray();
    double[] endW = {w[w.length - 1]};
    double[] endV = {v[v.length - 1]};
    return List.of(
        new Line("way over the " + name, w, v, style).trace(),
        new Line("after the steps over the " + name, endW, endV, style).trace());
  }

  private static Chart placed(Chart chart) {
    int first = chart.data().size() - 4;
    Chart placed = chart.withTitle("One unit: descent on squares, proximal steps on products");
    for (int i = 0; i < 4; i++) {
      placed = placed.withTrace(first + i, i % 2 == 0 ? WAY : HERE);
    }
    Map<String, Object> right = Map.of("xaxis", "x2", "yaxis", "y2");
    return placed.withTrace(first + 2, right).withTrace(first + 3, right);
  }
}
