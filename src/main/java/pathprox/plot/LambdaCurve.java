package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How many units does each λ keep, and how well does the network classify then? */
public final class LambdaCurve {
  private static final String UNITS = "active units";
  private static final String ACCURACY = "test accuracy (%)";

  private static final Map<String, Object> AXES =
      JsplotScript.object(
          """
          {
            xaxis: {tickformat: '~g', dtick: 'D2', hoverformat: '.3~g'},
            yaxis: {rangemode: 'tozero'}
          }
          """);

  /** A second vertical axis, for which jsplot has no word that the bridge reads. */
  private static final Map<String, Object> RIGHT_AXIS =
      JsplotScript.object(
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

  private LambdaCurve() {}

  /**
   * Draws the active units, on the left axis, and the test accuracy in percent, on the right one,
   * over λ on a logarithmic axis.
   *
   * @param table one row per training, with {@code lambda}, {@code active_units} and {@code
   *     test_accuracy} (0 to 1); values may be missing. Not modified.
   * @return a chart with one line or two; without any accuracy there is none for it
   * @throws IllegalArgumentException if a column is missing or not numeric, or the table has runs
   *     of several names
   */
  public static Chart of(Table table) {
    return of(table, ACCURACY);
  }

  /**
   * Draws the same with another name for the accuracy, for paths that were measured on a part of
   * the training set.
   *
   * @param table as above. Not modified.
   * @param accuracy what to call the accuracy in the legend and at its axis, such as {@code
   *     validation accuracy (%)}
   * @return a chart with one line or two
   * @throws IllegalArgumentException if a column is missing or not numeric, or the table has runs
   *     of several names
   */
  public static Chart of(Table table, String accuracy) {
    List<Run> runs = Run.in(table, "lambda", "active_units", "test_accuracy");
    if (runs.size() > 1) {
      throw new IllegalArgumentException(
          "a curve over λ shows one run, found " + runs.stream().map(Run::name).toList());
    }
    List<Curve> curves = new ArrayList<>();
    runs.forEach(run -> curves.addAll(curves(run, accuracy)));
    Axis lambda = Axis.builder().title("λ").type(Axis.Type.LOG).build();
    Chart chart =
        Curve.chart(curves, "Regularization path", lambda, Axis.builder().title(UNITS).build())
            .withTraces(Map.of("connectgaps", true))
            .withLayout(AXES);
    return curves.size() < 2
        ? chart
        : chart
            .withLayout(RIGHT_AXIS)
            .withLayout(Map.of("yaxis2", Map.of("title", Map.of("text", accuracy))))
            .withTrace(1, Map.of("yaxis", "y2"));
  }

  private static List<Curve> curves(Run run, String accuracyName) {
    List<LineStyle> styles = LineStyle.forNames(List.of("PathProx", "weight decay"));
    double[] lambdas = run.numbers("lambda");
    Curve units = new Curve(UNITS, lambdas, run.numbers("active_units"), styles.get(0));
    Curve accuracy =
        new Curve(accuracyName, lambdas, run.numbers("test_accuracy"), styles.get(1)).inPercent();
    return accuracy.hasValues() ? List.of(units, accuracy) : List.of(units);
  }
}
