package pathprox.tutorial;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curve;
import pathprox.plot.LineStyle;
import pathprox.plot.Run;
import pathprox.plot.SignificantDigits;
import pathprox.plot.Style;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** What do the two objectives of one unit look like near v = 0, where it would die? */
public final class UnitSection {
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  private UnitSection() {}

  /**
   * Draws both objectives over v, and a marker at the lowest point of each.
   *
   * @param table one row per point, with {@code w}, {@code v}, {@code squares} and {@code
   *     products}. Not modified.
   * @return a chart with two lines and two markers
   * @throws IllegalArgumentException if a column is missing or not numeric, there are no rows or
   *     several runs, or w is not the same in all rows
   */
  public static Chart of(Table table) {
    List<Run> runs = Run.in(table, "w", "v", "squares", "products");
    if (runs.size() != 1) {
      throw new IllegalArgumentException(
          "a section shows one unit, found %d runs".formatted(runs.size()));
    }
    Run run = runs.get(0);
    double[] w = Arrays.stream(run.numbers("w")).distinct().toArray();
    if (w.length > 1) {
      throw new IllegalArgumentException(
          "a section has one w, found %s and %s".formatted(w[0], w[1]));
    }
    List<LineStyle> styles = LineStyle.forNames(List.of("weight decay", "PathProx"));
    Curve squares = curve(run, "squares", "loss + λ/2·(w² + v²)", styles.get(0));
    Curve products = curve(run, "products", "loss + λ·|w||v|", styles.get(1));
    Axis v = Axis.builder().title("v, at w = " + DIGITS.format(w[0])).build();
    Axis objective = Axis.builder().title("objective").build();
    List<Curve> curves = List.of(squares, products, lowest(squares), lowest(products));
    return Curve.chart(curves, "A section through zero", v, objective)
        .withTraces(Map.of("mode", "lines", "showlegend", true))
        .withTrace(2, Map.of("mode", "markers", "showlegend", false))
        .withTrace(3, Map.of("mode", "markers", "showlegend", false))
        .withLayout(Style.lines(2))
        .withLayout(Map.of("xaxis", Map.of("hoverformat", ".3~f")));
  }

  private static Curve curve(Run run, String column, String name, LineStyle style) {
    return new Curve(name, run.numbers("v"), run.numbers(column), style);
  }

  private static Curve lowest(Curve curve) {
    int best = 0;
    for (int i = 1; i < curve.values().length; i++) {
      best = curve.values()[i] < curve.values()[best] ? i : best;
    }
    return new Curve(
        "minimum of " + curve.name(),
        new double[] {curve.places()[best]},
        new double[] {curve.values()[best]},
        curve.style());
  }
}
