package pathprox.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;

/** What does each penalty cost, and what does its proximal operator leave of a norm? */
public final class PenaltyCurve {
  private static final LineStyle UNCHANGED = new LineStyle("#9A9A9A", "dot", "circle");

  private static final Map<String, Object> AXES =
      PlotlyWords.of(
          "{xaxis: {hoverformat: '.3~g', rangemode: 'tozero'}, yaxis: {rangemode: 'tozero'}}");

  private PenaltyCurve() {}

  /**
   * Draws the values on the left and the proximal operators on the right, above them the norm
   * itself, dotted, which is what a step without a penalty leaves.
   *
   * @param table one row per penalty and norm, with {@code norm}, {@code value}, {@code prox} and
   *     perhaps {@code run}, the name of the penalty. Not modified.
   * @return a chart with two panels and one line per penalty in each
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Line> values = new ArrayList<>();
    List<Line> proxes = new ArrayList<>();
    for (Run run : Run.in(table, "norm", "value", "prox")) {
      if (proxes.isEmpty()) {
        double[] norms = run.numbers("norm");
        proxes.add(new Line("unchanged", norms, norms, UNCHANGED));
      }
      String name = run.nameOr("penalty");
      values.add(run.line("norm", "value", name));
      proxes.add(run.line("norm", "prox", name));
    }
    return Panels.beside(
        "Penalties and their proximal operators",
        panel(values, "the penalty", "value"),
        panel(proxes, "its proximal operator", "norm after the step"));
  }

  private static Chart panel(List<Line> lines, String title, String quantity) {
    return Lines.chart(title, "norm ‖v‖", quantity, lines).withLayout(AXES);
  }
}
