package pathprox.tutorial.practice;

import static pathprox.plot.PlotlyWords.merged;

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

/** Validation accuracy and units over λ, as they are read to choose one. */
public final class ValidationCurve {
  private static final double OPACITY = 0.13;
  private static final Map<String, Object> CHOSEN =
      PlotlyWords.of(
          "{mode: 'markers', showlegend: false, marker: {symbol: 'circle-open', size: 19, line:"
              + " {width: 2.5}}}");
  private static final Map<String, Object> BELOW =
      PlotlyWords.of("{yaxis: 'y2', showlegend: false}");

  /** Accuracy above, units below. */
  private static final Map<String, Object> PANELS =
      PlotlyWords.of(
          """
          {
            height: 560, hovermode: 'closest', showlegend: true,
            margin: {l: 70, r: 25, t: 90, b: 60},
            xaxis: {anchor: 'y2'},
            yaxis: {domain: [0.44, 1], hoverformat: '.1f'},
            yaxis2: {
              title: {text: 'active units', standoff: 10, font: {size: 14}},
              domain: [0, 0.38], anchor: 'x', automargin: true, rangemode: 'tozero',
              showline: true, linecolor: '#222222', ticks: 'outside', gridcolor: '#E3E3E3'
            },
            legend: {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', traceorder: 'normal'}
          }
          """);

  private ValidationCurve() {}

  /**
   * Draws for each run the accuracy over λ with a band of one standard error √(a(1 − a)/n) to both
   * sides, and its active units below. A large marker is at the largest λ whose accuracy a is not
   * more than one standard error below the best of its run (Breiman and others 1984).
   *
   * @param table one row per training, with {@code run}, {@code lambda}, {@code active_units} and
   *     {@code validation_accuracy}, 0 to 1. Not modified.
   * @param samples n, the number of validation samples, 1 or more
   * @return a chart with five traces for each run: both edges of the band, the accuracy, its large
   *     marker, and the units
   * @throws IllegalArgumentException if a column is missing or not numeric, or there are no samples
   */
  public static Chart of(Table table, int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("there must be validation samples, found " + samples);
    }
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Run run : Run.in(table, "lambda", "active_units", "validation_accuracy")) {
      traces.addAll(traces(run, samples));
    }
    Chart axes = Lines.chart("", "λ", "validation accuracy (%)", List.of());
    return new Chart(traces, axes.layout())
        .withTitle("Validation accuracy, ± one standard error, and units")
        .withLayout(Lines.logLambda(table.numberColumn("lambda").asDoubleArray()))
        .withLayout(PANELS);
  }

  private static List<Map<String, Object>> traces(Run run, int samples) {
    double[] lambda = run.numbers("lambda");
    double[] accuracy = run.numbers("validation_accuracy");
    double[] error = Arrays.stream(accuracy).map(a -> standardError(a, samples)).toArray();
    int chosen = chosen(lambda, accuracy, samples);
    LineStyle style = run.style();
    Line edge = new Line(run.name(), lambda, percents(accuracy, error, -1), style);
    Line other = new Line(run.name(), lambda, percents(accuracy, error, 1), style);
    Line line = new Line(run.name(), lambda, percents(accuracy, error, 0), style);
    double[] place = {lambda[chosen]};
    Line mark =
        new Line(run.name() + ", chosen", place, new double[] {100 * accuracy[chosen]}, style);
    return List.of(
        merged(edge.trace(), hidden(style, false)),
        merged(other.trace(), hidden(style, true)),
        line.trace(),
        merged(mark.trace(), CHOSEN),
        merged(run.line("lambda", "active_units", run.name() + ", units").trace(), BELOW));
  }

  /**
   * {@return √(a(1 − a)/n), how far the accuracy a = {@code accuracy}, 0 to 1, of n = {@code
   * samples} is from that of all such samples, typically}
   */
  public static double standardError(double accuracy, int samples) {
    return Math.sqrt(accuracy * (1 - accuracy) / samples);
  }

  private static int chosen(double[] lambda, double[] accuracy, int samples) {
    double best = Arrays.stream(accuracy).max().orElse(Double.NaN);
    double least = best - standardError(best, samples);
    int chosen = -1;
    for (int i = 0; i < lambda.length; i++) {
      if (accuracy[i] >= least && (chosen < 0 || lambda[i] > lambda[chosen])) {
        chosen = i;
      }
    }
    return chosen;
  }

  private static double[] percents(double[] accuracy, double[] error, int errors) {
    double[] percents = new double[accuracy.length];
    Arrays.setAll(percents, i -> 100 * (accuracy[i] + errors * error[i]));
    return percents;
  }

  /** An edge of a band: not seen, but filled down to the trace before it if it is {@code upper}. */
  private static Map<String, Object> hidden(LineStyle style, boolean upper) {
    return Map.of(
        "mode",
        "lines",
        "showlegend",
        false,
        "hoverinfo",
        "skip",
        "line",
        Map.of("width", 0),
        "fill",
        upper ? "tonexty" : "none",
        "fillcolor",
        style.pale(OPACITY));
  }
}
