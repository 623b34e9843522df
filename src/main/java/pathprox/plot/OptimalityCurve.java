package pathprox.plot;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How far is the network from a stationary point after each step? */
public final class OptimalityCurve {
  private OptimalityCurve() {}

  /**
   * Draws the optimality residual relative to λ over the iterations, on a logarithmic axis.
   *
   * @param table one row per record, with {@code iteration}, {@code optimality} (missing where it
   *     was not measured) and perhaps {@code run}. Not modified.
   * @return a chart with one line per run; a run without any residual is left out
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves =
        Curve.perRun(table, "iteration", "optimality", "optimality residual").stream()
            .filter(Curve::hasValues)
            .toList();
    Axis axis = Axis.builder().title("largest residual / λ").type(Axis.Type.LOG).build();
    return Curve.chart(curves, "Distance from a stationary point", axis)
        .withLayout(Map.of("yaxis", Map.of("tickformat", "~g", "dtick", 1)));
  }
}
