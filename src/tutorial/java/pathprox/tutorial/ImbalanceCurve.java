package pathprox.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curve;
import pathprox.plot.JsplotScript;
import pathprox.plot.LineStyle;
import pathprox.plot.PlainValues;
import pathprox.plot.Run;
import pathprox.plot.Style;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Line.Dash;
import tech.tablesaw.plotly.components.Symbol;

/** How fast do units come into balance, and is it as fast as theory says? */
public final class ImbalanceCurve {
  private static final LineStyle EXPONENTIAL = new LineStyle("#8A8A8A", Dash.DOT, Symbol.CIRCLE);
  private static final LineStyle THEORY = new LineStyle("#222222", Dash.SOLID, Symbol.CIRCLE);
  private static final Map<String, Object> LINE =
      JsplotScript.object("{mode: 'lines', hoverinfo: 'skip', line: {width: 1.2}}");

  private ImbalanceCurve() {}

  /**
   * Draws the absolute values of measured imbalances as markers, on a logarithmic axis, over lines
   * for what they should be.
   *
   * @param table one row per record and unit, with {@code iteration}, {@code imbalance}, {@code
   *     theory}, {@code exponential} and perhaps {@code run}, the name of the unit. Not modified.
   * @return a chart with the lines of theory first; those of {@code exponential} are left out if
   *     they are the same
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> measured = new ArrayList<>();
    List<Curve> theory = new ArrayList<>();
    List<Curve> exponential = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "imbalance", "theory", "exponential")) {
      measured.add(absolute(run, Curve.label(run, "measured"), "imbalance", run.style()));
      theory.add(absolute(run, "theory", "theory", THEORY));
      exponential.add(absolute(run, "exp(−2λt)", "exponential", EXPONENTIAL));
    }
    List<List<Curve>> groups =
        same(theory, exponential)
            ? List.of(theory, measured)
            : List.of(exponential, theory, measured);
    Axis axis = Axis.builder().title("imbalance, absolute value").type(Axis.Type.LOG).build();
    List<Curve> all = groups.stream().flatMap(List::stream).toList();
    Chart chart =
        Curve.chart(all, "Imbalance of units", axis)
            .withLayout(Style.LOG_AXIS)
            .withTraces(Map.of("mode", "markers"));
    for (int i = 0; i < all.size() - measured.size(); i++) {
      boolean first = i % measured.size() == 0;
      chart = chart.withTrace(i, PlainValues.merge(LINE, Map.of("showlegend", first)));
    }
    return chart;
  }

  private static Curve absolute(Run run, String name, String column, LineStyle style) {
    double[] values = Arrays.stream(run.numbers(column)).map(Math::abs).toArray();
    return new Curve(name, run.numbers("iteration"), values, style);
  }

  private static boolean same(List<Curve> left, List<Curve> right) {
    for (int curve = 0; curve < left.size(); curve++) {
      double[] a = left.get(curve).values();
      double[] b = right.get(curve).values();
      for (int i = 0; i < a.length; i++) {
        if (Math.abs(a[i] - b[i]) > 1e-9 * Math.abs(a[i])) {
          return false;
        }
      }
    }
    return true;
  }
}
