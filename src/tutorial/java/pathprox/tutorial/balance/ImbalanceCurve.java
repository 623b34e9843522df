package pathprox.tutorial.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private static final Map<String, Object> LINE =
      PlotlyWords.of("{mode: 'lines', hoverinfo: 'skip', line: {width: 1.5}}");

  private ImbalanceCurve() {}

  /**
   * Draws the absolute values of measured imbalances as markers, on a logarithmic axis, each unit
   * over a line of its color for the exact law, and dotted gray lines for its start times e^{−2λt}.
   *
   * @param table one row per record and unit, with {@code iteration}, {@code imbalance}, {@code
   *     law}, {@code exponential} and perhaps {@code run}, the name of the unit. Not modified.
   * @return a chart with all exponentials first, then the laws, then what was measured
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Line> measured = new ArrayList<>();
    List<Line> law = new ArrayList<>();
    List<Line> exponential = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "imbalance", "law", "exponential")) {
      measured.add(absolute(run, run.label("measured"), "imbalance", run.style()));
      law.add(absolute(run, "exact law", "law", run.style()).dashed("solid"));
      exponential.add(absolute(run, "start · exp(−2λt)", "exponential", EXPONENTIAL));
    }
    List<Line> all = Stream.of(exponential, law, measured).flatMap(List::stream).toList();
    String title = "Imbalance of units: measured, and by the exact law";
    Chart chart =
        Lines.chart(title, "iteration", "imbalance, absolute value", all)
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
}
