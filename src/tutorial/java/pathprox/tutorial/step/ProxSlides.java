package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.penalty.ProximablePenalty;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.tutorial.Panels;

/** How does the minimum of ½(t − x)² + γλ·g(t) move as γλ grows? */
public final class ProxSlides {
  private static final double FROM = -0.3;
  private static final double TO = 1.3;
  private static final int POINTS = 65;
  private static final int STEPS = 13;
  private static final LineStyle PARABOLA = new LineStyle("#9A9A9A", "dot", "circle");
  private static final LineStyle LOWEST = new LineStyle("#222222", "solid", "circle");
  private static final Map<String, Object> FIXED_AXES =
      PlotlyWords.of(
          """
          {xaxis: {range: [-0.3, 1.3], dtick: 0.5, hoverformat: '.3~g'}, yaxis: {range: [-0.05, 1.3]}}
          """);

  /** Not below, where the slider is. */
  private static final Map<String, Object> LEGEND_ABOVE =
      PlotlyWords.of("{legend: {x: 1, xanchor: 'right', y: 1.08, yanchor: 'bottom'}}");

  private ProxSlides() {}

  /**
   * Draws for each of some penalties with λ = 1 what its proximal operator minimizes, with a dot at
   * the minimum, which the operator itself finds, and a slider for γλ from 0 to 1.2.
   *
   * @param penalties by the names of their panels, of which a figure has room for two or three
   * @param x where the step starts, 0 to 1
   * @return 13 charts that take turns, with three traces for each penalty: ½(t − x)² alone, the
   *     sum, and its minimum
   * @throws IllegalArgumentException if {@code x} is out of its range
   */
  public static Chart of(Map<String, ? extends ProximablePenalty> penalties, double x) {
    if (!(x >= 0 && x <= 1)) {
      throw new IllegalArgumentException("x must be 0 to 1, was " + x);
    }
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (int i = 0; i < STEPS; i++) {
      double step = i / 10.0;
      List<Chart> panels = new ArrayList<>();
      penalties.forEach((name, penalty) -> panels.add(panel(name, penalty, x, step)));
      String title = "What the proximal step minimizes, from x = " + text(x);
      steps.put(text(step), Panels.beside(title, panels.toArray(Chart[]::new)));
    }
    return Slides.of("γλ", steps).withLayout(LEGEND_ABOVE);
  }

  private static Chart panel(String name, ProximablePenalty penalty, double x, double step) {
    double[] places =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> Math.rint(1e4 * (FROM + (TO - FROM) * i / (POINTS - 1))) / 1e4)
            .toArray();
    double lowest = penalty.prox(x, step);
    LineStyle style = LineStyle.forNames(List.of("PathProx")).get(0);
    List<Line> lines =
        List.of(
            new Line("½(t − x)²", places, sums(places, penalty, x, 0), PARABOLA),
            new Line("½(t − x)² + γλ g(t)", places, sums(places, penalty, x, step), style),
            new Line(
                "its minimum",
                new double[] {lowest},
                sums(new double[] {lowest}, penalty, x, step),
                LOWEST));
    String heading = "%s: minimum at t = %s".formatted(name, text(lowest));
    return Lines.chart(heading, "t", "to be minimized", lines)
        .withTraces(Map.of("mode", "lines"))
        .withTrace(2, Map.of("mode", "markers", "marker", Map.of("size", 13)))
        .withLayout(FIXED_AXES);
  }

  private static double[] sums(double[] places, ProximablePenalty penalty, double x, double step) {
    return IntStream.range(0, places.length)
        .mapToDouble(
            i -> {
              double t = places[i];
              double sum = (t - x) * (t - x) / 2 + step * penalty.value(Math.abs(t));
              return Math.rint(1e5 * sum) / 1e5;
            })
        .toArray();
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
  }
}
