package pathprox.tutorial.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.Run;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.Table;

/** What do the two objectives of one unit look like near v = 0, where it would become inactive? */
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
          "a section shows one unit, found %s runs".formatted(runs.size()));
    }
    Run run = runs.get(0);
    double[] w = Arrays.stream(run.numbers("w")).distinct().toArray();
    if (w.length > 1) {
      throw new IllegalArgumentException(
          "a section has one w, found %s and %s".formatted(w[0], w[1]));
    }
    List<LineStyle> styles = LineStyle.forNames(List.of("weight decay", "PathProx"));
    Line squares = line(run, "squares", "loss + λ/2·(w² + v²)", styles.get(0));
    Line products = line(run, "products", "loss + λ·|w||v|", styles.get(1));
    String v = "v, at w = " + DIGITS.format(w[0]);
    List<Line> lines = List.of(squares, products, lowest(squares), lowest(products));
    return Lines.chart("A section through zero", v, "objective", lines)
        .withTraces(Map.of("mode", "lines", "showlegend", true))
        .withTrace(2, marker(lines.get(2)))
        .withTrace(3, marker(lines.get(3)))
        .withLayout(Lines.LEGEND_ABOVE)
        .withLayout(Map.of("xaxis", Map.of("hoverformat", ".3~f")));
  }

  /** Labeled with its place; a step of rounding beside zero is zero. */
  private static Map<String, Object> marker(Line lowest) {
    double v = Math.abs(lowest.x()[0]) < 1e-9 ? 0 : lowest.x()[0];
    return Map.of(
        "mode",
        "markers+text",
        "text",
        List.of("lowest at v = " + DIGITS.format(v)),
        "textposition",
        "bottom center",
        "marker",
        Map.of("size", 11),
        "showlegend",
        false);
  }

  private static Line line(Run run, String column, String name, LineStyle style) {
    return new Line(name, run.numbers("v"), run.numbers(column), style);
  }

  private static Line lowest(Line line) {
    int best = 0;
    for (int i = 1; i < line.y().length; i++) {
      best = line.y()[i] < line.y()[best] ? i : best;
    }
    return new Line(
        "minimum of " + line.name(),
        new double[] {line.x()[best]},
        new double[] {line.y()[best]},
        line.style());
  }
}
