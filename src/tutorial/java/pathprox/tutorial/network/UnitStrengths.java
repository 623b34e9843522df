package pathprox.tutorial.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.Verdict;

/**
 * Units that become zero before the reader's eyes: the path norms of all units, the strongest
 * first, at each record of a training.
 */
public final class UnitStrengths implements TrainingListener {
  private static final double LEAST = 1e-6; // what is weaker is drawn at the lower edge
  private static final double MOST = 30;

  private final Map<Integer, double[]> records = new LinkedHashMap<>();

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    Network units = network.get();
    double[] norms =
        units.architecture().pairing().pairs().stream()
            .flatMapToDouble(pair -> Arrays.stream(PathNorm.perUnit(units, pair)))
            .sorted()
            .toArray();
    records.put(
        row.iteration(),
        IntStream.range(0, norms.length).mapToDouble(i -> norms[norms.length - 1 - i]).toArray());
    return Verdict.GO_ON;
  }

  /**
   * {@return a figure with a slider over the iterations of {@code trainings}, by their names: a
   * line for each, of the path norms of its units in falling order, which ends where they are zero}
   *
   * @throws IllegalArgumentException if the trainings have not been recorded at the same iterations
   */
  public static Chart of(Map<String, UnitStrengths> trainings) {
    List<Integer> iterations = List.copyOf(trainings.values().iterator().next().records.keySet());
    for (Map.Entry<String, UnitStrengths> each : trainings.entrySet()) {
      List<Integer> own = List.copyOf(each.getValue().records.keySet());
      if (!own.equals(iterations)) {
        String message = "trainings must have the same records, '%s' has %s, the first %s";
        throw new IllegalArgumentException(message.formatted(each.getKey(), own, iterations));
      }
    }
    Map<String, Chart> slides = new LinkedHashMap<>();
    iterations.forEach(
        iteration ->
            slides.put(String.format(Locale.ROOT, "%,d", iteration), chart(trainings, iteration)));
    return Slides.of("iteration", slides);
  }

  private static Chart chart(Map<String, UnitStrengths> trainings, int iteration) {
    List<LineStyle> styles = LineStyle.forNames(List.copyOf(trainings.keySet()));
    List<Line> lines = new ArrayList<>();
    int units = 1;
    for (Map.Entry<String, UnitStrengths> each : trainings.entrySet()) {
      double[] norms = each.getValue().records.get(iteration);
      units = norms.length;
      lines.add(line(each.getKey(), norms, styles.get(lines.size())));
    }
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

  @Override
  public String toString() {
    return "strengths of units at " + records.size() + " records";
  }
}
