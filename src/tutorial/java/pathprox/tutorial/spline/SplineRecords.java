package pathprox.tutorial.spline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import pathprox.data.Dataset;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingListener;
import pathprox.training.Verdict;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Keeps the splines that a network of one input is at some iterations of its training. */
public final class SplineRecords implements TrainingListener {
  private static final double ROOM = 0.05;

  private final String name;
  private final Set<Integer> iterations = new TreeSet<>();
  private final Map<Integer, Spline> splines = new TreeMap<>();

  private SplineRecords(String name, int... iterations) {
    this.name = name;
    for (int iteration : iterations) {
      this.iterations.add(iteration);
    }
  }

  /**
   * {@return a listener that keeps the network, as {@code name}, after each of {@code iterations}
   * that the training records; of a second training, those take the place of the first ones}
   */
  public static SplineRecords at(String name, int... iterations) {
    return new SplineRecords(name, iterations);
  }

  @Override
  public Verdict records(Measurement row, Supplier<Network> network) {
    if (iterations.contains(row.iteration())) {
      splines.put(row.iteration(), new Spline(name, network.get()));
    }
    return Verdict.GO_ON;
  }

  /** {@return the splines so far, by their iterations; a copy} */
  public Map<Integer, Spline> splines() {
    return new TreeMap<>(splines);
  }

  /**
   * {@return a figure with a slider for the iterations: {@code data} with each spline, its knots
   * and its path norm, all on the same axes} Two splines or more must be there, else it throws an
   * {@code IllegalArgumentException}.
   */
  public Chart slides(Dataset data) {
    Map<Integer, Table> tables = new TreeMap<>();
    splines.forEach((iteration, spline) -> tables.put(iteration, Spline.table(data, spline)));
    Map<String, Object> axes =
        Map.of(
            "xaxis", Map.of("range", range(tables.values(), "x")),
            "yaxis", Map.of("range", range(tables.values(), "y")),
            "yaxis2", Map.of("range", range(tables.values(), "path_norm")));
    Map<String, Chart> steps = new LinkedHashMap<>();
    tables.forEach(
        (iteration, table) -> {
          String label = String.format(Locale.ROOT, "%,d", iteration);
          Chart chart = SplineCurve.of(table).withTitle("Knots during a training");
          steps.put(label, chart.withLayout(axes));
        });
    return Slides.of("iteration", steps).withLayout(Map.of("height", 600));
  }

  /** From the lowest number of all tables to the highest, and a little more. */
  private static List<Double> range(Collection<Table> tables, String column) {
    ToDoubleFunction<Table> least = table -> ((NumericColumn<?>) table.column(column)).min();
    ToDoubleFunction<Table> most = table -> ((NumericColumn<?>) table.column(column)).max();
    double low = tables.stream().mapToDouble(least).min().orElse(0);
    double high = tables.stream().mapToDouble(most).max().orElse(1);
    double room = ROOM * (high - low);
    return List.of(low - room, high + room);
  }

  @Override
  public String toString() {
    return "%s, kept at iterations %s".formatted(name, splines.keySet());
  }
}
