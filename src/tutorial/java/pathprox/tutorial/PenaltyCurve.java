package pathprox.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curve;
import pathprox.plot.JsplotScript;
import pathprox.plot.LineStyle;
import pathprox.plot.Panels;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Line.Dash;
import tech.tablesaw.plotly.components.Symbol;

/** What does each penalty cost, and what does its proximal operator leave of a norm? */
public final class PenaltyCurve {
  private static final LineStyle UNCHANGED = new LineStyle("#9A9A9A", Dash.DOT, Symbol.CIRCLE);

  private static final Map<String, Object> AXES =
      JsplotScript.object(
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
    List<Curve> values = new ArrayList<>();
    List<Curve> proxes = new ArrayList<>();
    for (Run run : Run.in(table, "norm", "value", "prox")) {
      double[] norms = run.numbers("norm");
      if (proxes.isEmpty()) {
        proxes.add(new Curve("unchanged", norms, norms, UNCHANGED));
      }
      String name = run.nameOr("penalty");
      values.add(new Curve(name, norms, run.numbers("value"), run.style()));
      proxes.add(new Curve(name, norms, run.numbers("prox"), run.style()));
    }
    return Panels.beside(
        "Penalties and their proximal operators",
        panel(values, "the penalty", "value"),
        panel(proxes, "its proximal operator", "norm after the step"));
  }

  private static Chart panel(List<Curve> curves, String title, String quantity) {
    Axis norm = Axis.builder().title("norm ‖v‖").build();
    return Curve.chart(curves, title, norm, Axis.builder().title(quantity).build())
        .withLayout(AXES);
  }
}
