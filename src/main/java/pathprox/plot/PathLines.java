package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** {@link Curves#path}: two lines over λ, each with an axis of its own. */
final class PathLines {
  private static final String UNITS = "active units";

  private static final Map<String, Object> AXES =
      PlotlyWords.of(
          """
          {
            xaxis: {type: 'log', tickformat: '~g', dtick: 'D2', hoverformat: '.3~g'},
            yaxis: {rangemode: 'tozero'}
          }
          """);

  private static final Map<String, Object> RIGHT_AXIS =
      PlotlyWords.of(
          """
          {
            margin: {r: 75},
            yaxis2: {
              title: {standoff: 10, font: {size: 14}},
              hoverformat: '.4~g', overlaying: 'y', side: 'right', automargin: true,
              ticks: 'outside', tickmode: 'auto', nticks: 6, showgrid: false, zeroline: false
            }
          }
          """);

  private PathLines() {}

  static Chart chart(Table table, String accuracyName) {
    List<Run> runs = Run.in(table, "lambda", "active_units", "test_accuracy");
    if (runs.size() > 1) {
      throw new IllegalArgumentException(
          "a curve over λ shows one run, found " + runs.stream().map(Run::name).toList());
    }
    List<Line> lines = new ArrayList<>();
    runs.forEach(run -> lines.addAll(lines(run, accuracyName)));
    Chart chart =
        Lines.chart("Regularization path", "λ", UNITS, lines)
            .withTraces(Map.of("connectgaps", true))
            .withLayout(AXES);
    return lines.size() < 2
        ? chart
        : chart
            .withLayout(RIGHT_AXIS)
            .withLayout(Map.of("yaxis2", Lines.titled(accuracyName)))
            .withTrace(1, Map.of("yaxis", "y2"));
  }

  private static List<Line> lines(Run run, String accuracyName) {
    List<LineStyle> styles = LineStyle.forNames(List.of("PathProx", "weight decay"));
    double[] lambdas = run.numbers("lambda");
    Line units = new Line(UNITS, lambdas, run.numbers("active_units"), styles.get(0));
    Line accuracy =
        new Line(accuracyName, lambdas, run.numbers("test_accuracy"), styles.get(1)).inPercent();
    return accuracy.hasValues() ? List.of(units, accuracy) : List.of(units);
  }
}
