package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.Slides;
import pathprox.tutorial.Panels;

/** How do the norms of all units of a pair move during a training, by several methods? */
public final class NormSlides {
  private static final LineStyle ZERO = new LineStyle("#777777", "solid", "x-thin-open");
  private static final double ROOM = 1.1;

  /** That of the first panel is enough, and a phone has no room for three. */
  private static final Map<String, Object> NO_TITLE =
      Map.of("yaxis", Map.of("title", Map.of("text", "")));

  private NormSlides() {}

  /**
   * Draws a point for each unit in the plane of ‖w‖ and ‖v‖, a panel for each method, over gray
   * lines of equal path norm, and a slider for the iteration. Units at 0 are crosses.
   *
   * @param trainings by the names of the methods, of which a figure has room for three, with the
   *     same iterations
   * @return charts that take turns, one for each iteration
   * @throws IllegalArgumentException if there are fewer than 2 iterations
   */
  public static Chart of(Map<String, UnitNorms> trainings) {
    List<Integer> iterations =
        List.copyOf(trainings.values().iterator().next().byIteration().keySet());
    double width = ROOM * largest(trainings, 0);
    double height = ROOM * largest(trainings, 1);
    List<String> names = List.copyOf(trainings.keySet());
    List<LineStyle> styles = LineStyle.forNames(names);
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (int iteration : iterations) {
      List<Chart> panels = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        UnitNorms norms = trainings.get(names.get(i));
        Chart panel = panel(names.get(i), norms, iteration, styles.get(i), width, height);
        panels.add(i == 0 ? panel : panel.withLayout(NO_TITLE));
      }
      steps.put(
          String.format(Locale.ROOT, "%,d", iteration),
          Panels.beside("The norms of all units", panels.toArray(Chart[]::new)));
    }
    // At the start all methods are alike; late there are zeros.
    List<String> labels = List.copyOf(steps.keySet());
    return Slides.openedAt(labels.get(labels.size() * 4 / 5), "iteration", steps)
        .withLayout(Map.of("showlegend", false, "hovermode", "closest"));
  }

  private static double largest(Map<String, UnitNorms> trainings, int which) {
    return trainings.values().stream()
        .flatMap(each -> each.byIteration().values().stream())
        .flatMapToDouble(norms -> DoubleStream.of(norms.get(which)))
        .max()
        .orElse(1);
  }

  private static Chart panel(
      String name, UnitNorms norms, int iteration, LineStyle style, double width, double height) {
    List<double[]> both = norms.byIteration().get(iteration);
    List<Line> lines =
        List.of(
            NormPlane.levels(width, height, 5, 16),
            points("units", both, style, true),
            points("units at zero", both, ZERO, false));
    long zeros = norms.zeros(iteration);
    String heading = "%s<br>%s of %s at zero".formatted(name, zeros, both.get(0).length);
    Chart chart =
        Lines.chart("", "‖w‖", "‖v‖", lines)
            .withTitle(heading)
            .withTraces(Map.of("mode", "markers", "marker", Map.of("size", 6, "maxdisplayed", 0)))
            .withTrace(0, Map.of("mode", "lines", "hoverinfo", "skip", "line", Map.of("width", 1)))
            .withTrace(2, Map.of("marker", Map.of("size", 8)));
    return chart.withLayout(
        Map.of(
            "xaxis", Map.of("range", List.of(-0.03 * width, width), "hoverformat", ".3~g"),
            "yaxis", Map.of("range", List.of(-0.05 * height, height))));
  }

  /** Those that are active, or those that are not; the others are gaps. */
  private static Line points(String name, List<double[]> both, LineStyle style, boolean active) {
    double[] w = both.get(0);
    double[] v = both.get(1);
    return new Line(name, shown(w, w, v, active), shown(v, w, v, active), style);
  }

  private static double[] shown(double[] norms, double[] w, double[] v, boolean active) {
    return IntStream.range(0, w.length)
        .mapToDouble(
            i -> (w[i] > 0 && v[i] > 0) == active ? Math.rint(1e4 * norms[i]) / 1e4 : Double.NaN)
        .toArray();
  }
}
