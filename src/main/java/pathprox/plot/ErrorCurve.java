package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** The error of a cross-validation over λ, as it is read to choose one. */
public final class ErrorCurve {
  private static final List<String> EDGES =
      List.of("one standard error less", "one standard error more");
  private static final Map<String, Object> LARGE =
      PlotlyWords.of("{mode: 'markers', marker: {size: 13}}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {height: 440, margin: {t: 110}, legend: {y: 1.14},
           xaxis2: {overlaying: 'x', matches: 'x', side: 'top', type: 'log', showgrid: false,
                    title: {text: 'active units', standoff: 5, font: {size: 13}}, zeroline: false}}
          """);

  private ErrorCurve() {}

  /**
   * {@return the column {@code errorColumn} of {@code table} over {@code lambda}, logarithmic, with
   * a band of {@code standard_error} to both sides and {@code units} at the top; {@code best} and
   * {@code chosen} are λ to be marked, {@code title} that of the vertical axis}
   *
   * @throws IllegalArgumentException if one of these columns is missing or not numeric
   */
  public static Chart of(
      Table table, String errorColumn, String title, double best, double chosen) {
    Run run = Run.in(table, "lambda", errorColumn, "standard_error", "units").get(0);
    double[] lambda = run.numbers("lambda");
    double[] error = run.numbers(errorColumn);
    double[] width = run.numbers("standard_error");
    double[] low = new double[error.length];
    double[] high = new double[error.length];
    Arrays.setAll(low, i -> error[i] - width[i]);
    Arrays.setAll(high, i -> error[i] + width[i]);
    List<LineStyle> styles = LineStyle.forNames(List.of("PathProx", "weight decay", "other"));
    Line errors = new Line("mean over the folds", lambda, error, styles.get(0));
    Line least = at(lambda, error, best, "smallest", styles.get(1));
    Line sparsest =
        at(lambda, error, chosen, "largest λ that cannot be told from it", styles.get(2));
    Chart chart = Lines.chart("Cross-validation", "λ", title, List.of(errors, least, sparsest));
    List<Map<String, Object>> traces =
        new ArrayList<>(Band.traces(lambda, low, high, styles.get(0).color(), EDGES));
    traces.addAll(chart.withTrace(1, LARGE).withTrace(2, LARGE).data());
    // Plotly draws an axis only where a trace lies on it.
    traces.add(Band.edge(lambda, error, Map.of("name", "active units", "xaxis", "x2")));
    return new Chart(traces, chart.layout())
        .withLayout(Lines.LEGEND_ABOVE)
        .withLayout(Lines.LOG_Y)
        .withLayout(LAYOUT)
        .withLayout(Lines.logLambda(lambda))
        .withLayout(Map.of("xaxis2", ticks(lambda, run.numbers("units"))));
  }

  private static Line at(double[] x, double[] y, double where, String name, LineStyle style) {
    int place = IntStream.range(0, x.length).filter(i -> x[i] == where).findFirst().orElseThrow();
    return new Line(name, new double[] {x[place]}, new double[] {y[place]}, style);
  }

  private static Map<String, Object> ticks(double[] lambda, double[] units) {
    SignificantDigits digits = new SignificantDigits(2);
    return Map.of(
        "tickvals", Arrays.stream(lambda).boxed().toList(),
        "ticktext", Arrays.stream(units).mapToObj(digits::format).toList());
  }
}
