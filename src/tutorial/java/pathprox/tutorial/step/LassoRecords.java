package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.plot.PlotlyWords;
import pathprox.tutorial.Panels;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How fast do methods come down on the lasso, and how many coefficients are exactly zero? */
public final class LassoRecords {
  private static final double LEAST = 1e-12;
  private static final int[] DIGITS = {1, 2, 3, 4, 5, 7};
  private static final Map<String, Object> LOGARITHMIC =
      PlotlyWords.of(
          """
          {
            title: {text: 'objective above its minimum'},
            xaxis: {type: 'log', tickvals: [1, 10, 100, 1000], minor: {ticks: ''}},
            yaxis: {type: 'log', dtick: 3, exponentformat: 'power', minor: {ticks: ''},
                    title: {text: 'lowest F so far − minimum'}}
          }
          """);
  private static final Map<String, Object> COUNTED =
      PlotlyWords.of(
          """
          {
            title: {text: 'coefficients at exactly zero'},
            xaxis: {type: 'log', tickvals: [1, 10, 100, 1000], minor: {ticks: ''}},
            yaxis: {title: {text: 'zeros'}, minor: {ticks: ''}, rangemode: 'normal'}
          }
          """);

  private record Walks(Lasso problem, Map<String, List<INDArray>> byMethod) {}

  private final List<Walks> walks = new ArrayList<>();

  /**
   * {@return these records, with the {@code walks} on {@code problem}, each from its start on, by
   * the names of the methods}
   */
  public LassoRecords add(Lasso problem, Map<String, List<INDArray>> walks) {
    this.walks.add(new Walks(problem, new LinkedHashMap<>(walks)));
    return this;
  }

  /**
   * {@return a row for each method, problem and some iterations, ever farther apart: {@code
   * method}, {@code seed} (the number of the problem), {@code iteration}, {@code excess} (the
   * lowest objective so far minus the lowest of all methods on this problem, at least 1e-12, where
   * rounding begins) and {@code zeros}}
   */
  public Table table() {
    StringColumn methods = StringColumn.create("method");
    LongColumn seeds = LongColumn.create("seed");
    IntColumn iterations = IntColumn.create("iteration");
    DoubleColumn excesses = DoubleColumn.create("excess");
    IntColumn zeros = IntColumn.create("zeros");
    long seed = 0;
    for (Walks each : walks) {
      seed++;
      Map<String, double[]> lowest = lowest(each);
      double least = lowest.values().stream().mapToDouble(it -> it[it.length - 1]).min().orElse(0);
      for (String method : lowest.keySet()) {
        double[] values = lowest.get(method);
        for (int k : spaced(values.length - 1)) {
          methods.append(method);
          seeds.append(seed);
          iterations.append(k);
          excesses.append(Math.max(LEAST, values[k] - least));
          zeros.append((int) Lasso.zeros(each.byMethod().get(method).get(k)));
        }
      }
    }
    return Table.create("lasso", methods, seeds, iterations, excesses, zeros);
  }

  private static Map<String, double[]> lowest(Walks walks) {
    Map<String, double[]> lowest = new LinkedHashMap<>();
    walks
        .byMethod()
        .forEach(
            (method, walk) -> {
              double[] values = walk.stream().mapToDouble(walks.problem()::objective).toArray();
              for (int k = 1; k < values.length; k++) {
                values[k] = Math.min(values[k], values[k - 1]);
              }
              lowest.put(method, values);
            });
    return lowest;
  }

  /** 1, 2, 3, 4, 5, 7, and these times 10, 100 and so on, and the last one always. */
  private static List<Integer> spaced(int last) {
    TreeSet<Integer> places = new TreeSet<>(List.of(last));
    for (int power = 1; power <= last; power *= 10) {
      for (int digit : DIGITS) {
        places.add(Math.min(last, power * digit));
      }
    }
    return new ArrayList<>(places);
  }

  /** {@return the excess and the zeros over the iterations, as means over the problems} */
  public Chart chart() {
    Table table = table();
    return Panels.beside(
        "The lasso by four methods, mean over %s data sets, band from lowest to highest"
            .formatted(walks.size()),
        Curves.overSeeds(table, "excess").withLayout(LOGARITHMIC),
        Curves.overSeeds(table, "zeros").withLayout(COUNTED));
  }

  /**
   * {@return {@code excess} of {@code method} at {@code iteration}, one number for each problem; an
   * IllegalArgumentException if no record is there}
   */
  public double[] excess(String method, int iteration) {
    Table table = table();
    Table rows =
        table.where(
            table
                .stringColumn("method")
                .isEqualTo(method)
                .and(table.intColumn("iteration").isEqualTo(iteration)));
    if (rows.rowCount() == 0) {
      throw new IllegalArgumentException(
          "there is no record of '%s' at iteration %s, methods are %s"
              .formatted(method, iteration, table.stringColumn("method").unique().asList()));
    }
    return rows.doubleColumn("excess").asDoubleArray();
  }

  /**
   * {@return the coefficients of two {@code walks} over their iterations {@code from} to {@code
   * to}, those whose {@code truth} is 0, a panel for each}
   */
  public static Chart coefficients(
      Map<String, List<INDArray>> walks, INDArray truth, int from, int to) {
    Table trace =
        Table.create(
            "trace",
            StringColumn.create("run"),
            IntColumn.create("iteration"),
            IntColumn.create("feature"),
            DoubleColumn.create("coefficient"));
    walks.forEach(
        (run, walk) -> {
          for (int j = 0; j < truth.length(); j++) {
            for (int k = from; truth.getDouble(j) == 0 && k <= to; k++) {
              trace.stringColumn("run").append(run);
              trace.intColumn("iteration").append(k);
              trace.intColumn("feature").append(j + 1);
              trace.doubleColumn("coefficient").append(walk.get(k).getDouble(j));
            }
          }
        });
    return CoefficientCurve.of(trace);
  }

  @Override
  public String toString() {
    return walks.isEmpty()
        ? "no walks on the lasso"
        : walks.size() + " problems by " + walks.get(0).byMethod().keySet();
  }
}
