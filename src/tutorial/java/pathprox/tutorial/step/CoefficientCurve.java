package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.Lines;
import pathprox.plot.Run;
import pathprox.tutorial.Panels;
import tech.tablesaw.api.Table;

/** Which coefficients of a linear model become zero, and when? */
public final class CoefficientCurve {
  private CoefficientCurve() {}

  /**
   * Draws the coefficients over the iterations, one panel for each of two runs, on the same scale.
   *
   * @param table one row per run, iteration and feature, with {@code run}, {@code iteration},
   *     {@code feature} (its number) and {@code coefficient}. Not modified.
   * @return a chart with two panels and one thin line per feature in each
   * @throws IllegalArgumentException if a column is missing or not numeric, or the table has not
   *     two runs
   */
  public static Chart of(Table table) {
    List<Run> runs = Run.in(table, "iteration", "feature", "coefficient");
    if (runs.size() != 2) {
      throw new IllegalArgumentException(
          "coefficients are compared between two runs, found "
              + runs.stream().map(Run::name).toList());
    }
    return Panels.beside("Coefficients", panel(runs.get(0)), panel(runs.get(1)))
        .withTraces(Map.of("mode", "lines", "line", Map.of("width", 1, "dash", "solid")))
        .withLayout(
            Map.of(
                "showlegend",
                false,
                "yaxis2",
                Map.of("matches", "y", "title", Map.of("text", ""))));
  }

  private static Chart panel(Run run) {
    List<Line> lines = new ArrayList<>();
    rowsByFeature(run)
        .forEach(
            (feature, rows) ->
                lines.add(
                    new Line(
                        run.name() + ", feature " + feature,
                        at(rows, run.numbers("iteration")),
                        at(rows, run.numbers("coefficient")),
                        run.style())));
    return Lines.chart(run.name(), "iteration", "coefficient", lines);
  }

  private static Map<Integer, List<Integer>> rowsByFeature(Run run) {
    Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
    double[] features = run.numbers("feature");
    for (int row = 0; row < features.length; row++) {
      rows.computeIfAbsent((int) features[row], key -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private static double[] at(List<Integer> rows, double[] numbers) {
    return rows.stream().mapToDouble(row -> numbers[row]).toArray();
  }
}
