package pathprox.tutorial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;

/** How fast do units come into balance, and is it as fast as theory says? */
public final class ImbalanceCurve {
  private static final LineStyle EXPONENTIAL = new LineStyle("#8A8A8A", "dot", "circle");
  private static final LineStyle THEORY = new LineStyle("#222222", "solid", "circle");
  private static final Map<String, Object> LINE =
      PlotlyWords.of("{mode: 'lines', hoverinfo: 'skip', line: {width: 1.2}}");

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
    List<Line> measured = new ArrayList<>();
    List<Line> theory = new ArrayList<>();
    List<Line> exponential = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "imbalance", "theory", "exponential")) {
      measured.add(absolute(run, run.label("measured"), "imbalance", run.style()));
      theory.add(absolute(run, "theory", "theory", THEORY));
      exponential.add(absolute(run, "exp(−2λt)", "exponential", EXPONENTIAL));
    }
    List<List<Line>> groups =
        same(theory, exponential)
            ? List.of(theory, measured)
            : List.of(exponential, theory, measured);
    List<Line> all = groups.stream().flatMap(List::stream).toList();
    Chart chart =
        Lines.chart("Imbalance of units", "iteration", "imbalance, absolute value", all)
            .withLayout(Lines.LOG_Y)
            .withTraces(Map.of("mode", "markers"));
    for (int i = 0; i < all.size() - measured.size(); i++) {
      boolean first = i % measured.size() == 0;
      chart = chart.withTrace(i, LINE).withTrace(i, Map.of("showlegend", first));
    }
    return chart;
  }

  private static Line absolute(Run run, String name, String column, LineStyle style) {
    double[] values = Arrays.stream(run.numbers(column)).map(Math::abs).toArray();
    return new Line(name, run.numbers("iteration"), values, style);
  }

  private static boolean same(List<Line> left, List<Line> right) {
    for (int line = 0; line < left.size(); line++) {
      double[] a = left.get(line).y();
      double[] b = right.get(line).y();
      for (int i = 0; i < a.length; i++) {
        if (Math.abs(a[i] - b[i]) > 1e-9 * Math.abs(a[i])) {
          return false;
        }
      }
    }
    return true;
  }
}
