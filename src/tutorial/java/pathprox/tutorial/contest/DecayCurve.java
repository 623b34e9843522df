package pathprox.tutorial.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;

/** Does the imbalance a² − b² of two weights decay as e^(−2λt), whatever moves them? */
public final class DecayCurve {
  private static final int POINTS = 60;
  private static final LineStyle LAW = new LineStyle("#222222", "dot", "circle");

  private DecayCurve() {}

  /**
   * Draws the imbalance over t = γ·steps, as a part of the first one, and the law.
   *
   * @param paths the weights before the first step and after each, by the name of what moves them,
   *     in the order wanted. Not modified.
   * @param lambda λ of the law
   * @param rate γ, the length of a step in t
   * @return a chart with a line for each path and a dotted one for the law
   */
  public static Chart of(Map<String, List<TwoWeights>> paths, double lambda, double rate) {
    List<LineStyle> styles =
        LineStyle.forNames(List.of("weight decay", "first", "second", "third", "fourth"));
    List<Line> lines = new ArrayList<>();
    paths.forEach((name, path) -> lines.add(line(name, path, rate, styles.get(lines.size()))));
    double last = lines.get(0).x()[POINTS];
    double[] times = IntStream.rangeClosed(0, POINTS).mapToDouble(i -> last * i / POINTS).toArray();
    double[] law =
        IntStream.rangeClosed(0, POINTS)
            .mapToDouble(i -> Math.exp(-2 * lambda * times[i]))
            .toArray();
    lines.add(new Line("e^(−2λt)", times, law, LAW));
    return Lines.chart(
            "Imbalance of two weights", "t = γ · steps", "(a² − b²) / (a² − b²) at first", lines)
        .withTrace(lines.size() - 1, Map.of("mode", "lines"))
        .withLayout(Map.of("xaxis", Map.of("hoverformat", ".1f")));
  }

  private static Line line(String name, List<TwoWeights> path, double rate, LineStyle style) {
    int[] places =
        IntStream.rangeClosed(0, POINTS).map(i -> i * (path.size() - 1) / POINTS).toArray();
    double first = path.get(0).imbalance();
    return new Line(
        name,
        IntStream.of(places).mapToDouble(place -> rate * place).toArray(),
        IntStream.of(places).mapToDouble(place -> path.get(place).imbalance() / first).toArray(),
        style);
  }
}
