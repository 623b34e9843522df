package pathprox.plot;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How large is the path norm Σ‖w_i‖‖v_i‖ after each step? */
public final class PathNormCurve {
  private PathNormCurve() {}

  /**
   * Draws the path norm over the iterations, one line per run, from 0 on.
   *
   * @param table one row per record, with {@code iteration}, {@code path_norm} and perhaps {@code
   *     run}. Not modified.
   * @return a chart with as many points per line as the run has records
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves = Curve.perRun(table, "iteration", "path_norm", "path norm");
    Axis axis = Axis.builder().title("path norm Σ‖w‖‖v‖ over all units").build();
    return Curve.chart(curves, "Path norm", axis)
        .withLayout(Map.of("yaxis", Map.of("rangemode", "tozero")));
  }
}
