package pathprox.tutorial.balance;

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
   * Draws by how much half the squared norm exceeds the path norm, as a share of it in percent, on
   * a logarithmic axis.
   *
   * @param table one row per record, with {@code iteration}, {@code path_norm}, {@code
   *     half_squared_norm} and perhaps {@code run}. Not modified.
   * @return a chart with a line per run
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Line> lines = new ArrayList<>();
    for (Run run : Run.in(table, "iteration", "path_norm", "half_squared_norm")) {
      double[] products = run.numbers("path_norm");
      double[] excess = run.numbers("half_squared_norm");
      for (int i = 0; i < excess.length; i++) {
        excess[i] = 100 * (excess[i] / products[i] - 1);
      }
      lines.add(new Line(run.nameOr("excess"), run.numbers("iteration"), excess, run.style()));
    }
    String axis = "excess of ½Σ(‖w‖² + ‖v‖²) over Σ‖w‖‖v‖ (%)";
    return Lines.chart("How far from balance", "iteration", axis, lines)
        .withLayout(Lines.LOG_Y)
        .withLayout(Map.of("yaxis", Map.of("dtick", "D2")));
  }
}
