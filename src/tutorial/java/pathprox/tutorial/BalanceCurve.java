package pathprox.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curve;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Line.Dash;

/**
 * How far from balance are the two layers of each unit?
 *
 * <p>(‖w‖² + ‖v‖²)/2 is never below ‖w‖‖v‖, and equal to it when ‖w‖ = ‖v‖.
 */
public final class BalanceCurve {
  private BalanceCurve() {}

  /**
   * Draws half the squared norm, dashed, above the path norm, solid; the band between them closes
   * as the units come into balance.
   *
   * @param table one row per record, with {@code iteration}, {@code path_norm}, {@code
   *     half_squared_norm} and perhaps {@code run}. Not modified.
   * @return a chart with two lines per run
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Curve> curves = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "path_norm", "half_squared_norm")) {
      String products = Curve.label(run, "Σ‖w‖‖v‖");
      String squares = Curve.label(run, "½·Σ(‖w‖² + ‖v‖²)");
      curves.add(Curve.of(run, products, "path_norm", run.style().withDash(Dash.SOLID)));
      curves.add(Curve.of(run, squares, "half_squared_norm", run.style().withDash(Dash.DASH)));
    }
    Axis axis = Axis.builder().title("sum over all units").build();
    Chart chart = Curve.chart(curves, "Products and squares of norms", axis);
    return withBands(chart.withLayout(Map.of("yaxis", Map.of("rangemode", "tozero"))), curves);
  }

  private static Chart withBands(Chart chart, List<Curve> curves) {
    Chart banded = chart;
    for (int i = 1; i < curves.size(); i += 2) {
      String translucent = curves.get(i).style().color() + "22";
      banded = banded.withTrace(i, Map.of("fill", "tonexty", "fillcolor", translucent));
    }
    return banded;
  }
}
