package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * Draws the objective with half the squared norms, dashed, above the one with the path norm,
   * solid; the band between them closes as the units come into balance.
   *
   * @param table one row per record, with {@code iteration}, {@code objective}, {@code
   *     decay_objective} and perhaps {@code run}. Not modified.
   * @return a chart with two lines per run, on a logarithmic axis
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    Run.requireColumns(table, "iteration", "objective", "decay_objective");
    List<Run> runs = Run.in(table);
    List<LineStyle> styles = LineStyle.forNames(runs.stream().map(Run::name).toList());
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      LineStyle style = styles.get(i);
      String products = Curve.label(run, "λ·Σ‖w‖‖v‖");
      String squares = Curve.label(run, "(λ/2)·Σ(‖w‖² + ‖v‖²)");
      curves.add(Curve.of(run, products, "objective", style.withDash(Dash.SOLID)));
      curves.add(Curve.of(run, squares, "decay_objective", style.withDash(Dash.DASH)));
    }
    Axis axis = Axis.builder().title("mean loss + penalty").type(Axis.Type.LOG).build();
    Chart chart = Curve.chart(curves, "Objective with products and with squares of norms", axis);
    return withBands(chart.withLayout(Style.LOG_AXIS), curves);
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
