package pathprox.tutorial.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/**
 * Units that become zero before the reader's eyes: the path norms of all units, the strongest
 * first, at each record of a training.
 */
public final class UnitStrengths extends WatchedTrainings<double[]> {
  private static final double LEAST = 1e-4; // what is weaker is drawn at the lower edge
  private static final double MOST = 30;

  @Override
  double[] kept(Measurement row, Network network) {
    double[] norms =
        network.architecture().pairing().pairs().stream()
            .flatMapToDouble(pair -> Arrays.stream(PathNorm.perUnit(network, pair)))
            .sorted()
            .toArray();
    return IntStream.range(0, norms.length).mapToDouble(i -> norms[norms.length - 1 - i]).toArray();
  }

  /**
   * {@return a figure with a slider over the iterations of {@code results}, by their names: a line
   * for each, of the path norms of its units in falling order, which ends where they are zero}
   *
   * @throws IllegalArgumentException if this has not listened to all of them, or they have not been
   *     recorded at the same iterations
   */
  public Chart chart(TrainingResult... results) {
    List<Map<Integer, double[]>> trainings = of(results);
    List<String> names = Arrays.stream(results).map(it -> it.history().run()).toList();
    Map<String, Chart> slides = new LinkedHashMap<>();
    for (int iteration : trainings.get(0).keySet()) {
      List<double[]> norms = trainings.stream().map(it -> it.get(iteration)).toList();
      slides.put(String.format(Locale.ROOT, "%,d", iteration), chart(names, norms));
    }
    // At the start the lines of all methods are one.
    List<String> labels = List.copyOf(slides.keySet());
    return Slides.openedAt(labels.get(labels.size() / 3), "iteration", slides);
  }

  private static Chart chart(List<String> names, List<double[]> norms) {
    List<LineStyle> styles = LineStyle.forNames(names);
    List<Line> lines =
        IntStream.range(0, norms.size())
            .mapToObj(i -> line(names.get(i), norms.get(i), styles.get(i)))
            .toList();
    int units = norms.stream().mapToInt(it -> it.length).max().orElseThrow();
    return Lines.chart(
            "Strengths of all units", "units, the strongest first", "path norm of a unit", lines)
        .withTraces(Map.of("mode", "lines"))
        .withLayout(Lines.LEGEND_ABOVE)
        .withLayout(Lines.LOG_Y)
        .withLayout(
            Map.of(
                "xaxis", Map.of("range", List.of(0, 1.02 * units)),
                "yaxis", Map.of("range", List.of(Math.log10(LEAST), Math.log10(MOST)))));
  }

  /** Three digits are enough for a line, and keep the figure small. */
  private static Line line(String name, double[] norms, LineStyle style) {
    double[] places = IntStream.rangeClosed(1, norms.length).asDoubleStream().toArray();
    double[] drawn =
        Arrays.stream(norms)
            .map(norm -> norm == 0 ? Double.NaN : Math.max(LEAST, rounded(norm)))
            .toArray();
    long active = Arrays.stream(norms).filter(norm -> norm > 0).count();
    return new Line(name + ": " + active + " units", places, drawn, style);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2e", value));
  }
}
