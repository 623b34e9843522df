package pathprox.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.Lines;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;

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
    List<Line> lines = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "path_norm", "half_squared_norm")) {
      lines.add(run.line("iteration", "path_norm", run.label("Σ‖w‖‖v‖")).dashed("solid"));
      String squares = run.label("½·Σ(‖w‖² + ‖v‖²)");
      lines.add(run.line("iteration", "half_squared_norm", squares).dashed("dash"));
    }
    String title = "Products and squares of norms";
    Chart chart = Lines.chart(title, "iteration", "sum over all units", lines);
    for (int i = 1; i < lines.size(); i += 2) {
      String translucent = lines.get(i).style().color() + "22";
      chart = chart.withTrace(i, Map.of("fill", "tonexty", "fillcolor", translucent));
    }
    return chart.withLayout(Map.of("yaxis", Map.of("rangemode", "tozero")));
  }
}
