package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Line.Dash;

/** How well does the network classify what it was trained on, and what it has never seen? */
public final class AccuracyCurve {
  private AccuracyCurve() {}

  /**
   * Draws the accuracy on the training set, dashed, and on the test set, solid, in percent.
   *
   * @param table one row per record, with {@code iteration}, {@code train_accuracy}, {@code
   *     test_accuracy} (0 to 1, both may have missing values) and perhaps {@code run}. Not
   *     modified.
   * @return a chart with up to two lines per run; a line without any value is left out
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "train_accuracy", "test_accuracy")) {
      curves.add(curve(run, "train", Dash.DASH));
      curves.add(curve(run, "test", Dash.SOLID));
    }
    curves.removeIf(curve -> !curve.hasValues());
    // A set that was looked at now and then still gives a line.
    return Curve.chart(curves, "Accuracy", Axis.builder().title("accuracy (%)").build())
        .withTraces(Map.of("connectgaps", true));
  }

  private static Curve curve(Run run, String set, Dash dash) {
    LineStyle style = run.style().withDash(dash);
    return Curve.of(run, Curve.label(run, set), set + "_accuracy", style).inPercent();
  }
}
