package pathprox.plot;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How well do networks classify that have so many active units? */
public final class SparsityCurve {
  private static final Map<String, Object> POINTS =
      JsplotScript.object(
          """
          {hovermode: 'closest', xaxis: {rangemode: 'tozero'}, yaxis: {hoverformat: '.4~g'}}
          """);

  private SparsityCurve() {}

  /**
   * Draws the accuracy in percent over the active units; the points of a run are joined in the
   * order of its rows.
   *
   * @param table one row per training, with {@code active_units}, {@code test_accuracy} (0 to 1)
   *     and perhaps {@code run}; values may be missing. Not modified.
   * @return a chart with one line per run
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves =
        Curve.perRun(table, "active_units", "test_accuracy", "accuracy").stream()
            .map(Curve::inPercent)
            .toList();
    Axis units = Axis.builder().title("active units").build();
    Axis accuracy = Axis.builder().title("accuracy (%)").build();
    return Curve.chart(curves, "Accuracy against active units", units, accuracy).withLayout(POINTS);
  }
}
