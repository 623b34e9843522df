package pathprox.plot;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How often is each network still right when its inputs are disturbed? */
public final class RobustnessCurve {
  private RobustnessCurve() {}

  /**
   * Draws the accuracy in percent over the strength of the disturbance, one line per network.
   *
   * @param table one row per network and strength, with {@code strength}, {@code accuracy} (0 to 1)
   *     and perhaps {@code run}; its name says what disturbs. Not modified.
   * @return a chart with as many points per line as the run has rows
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves =
        Curve.perRun(table, "strength", "accuracy", "accuracy").stream()
            .map(Curve::inPercent)
            .toList();
    Axis strength = Axis.builder().title("strength (in units of the inputs)").build();
    Axis accuracy = Axis.builder().title("accuracy (%)").build();
    return Curve.chart(curves, "Accuracy under " + table.name(), strength, accuracy)
        .withLayout(Map.of("xaxis", Map.of("hoverformat", ".3~g")))
        .withLayout(Map.of("yaxis", Map.of("rangemode", "tozero")));
  }
}
