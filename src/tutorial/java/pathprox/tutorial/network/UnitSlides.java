package pathprox.tutorial.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pathprox.metrics.PathNorm;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import pathprox.tutorial.Panels;

/**
 * Units that become zero before the reader's eyes: a square for each unit of a network, at its
 * place, at the records of trainings.
 */
public final class UnitSlides extends WatchedTrainings<List<double[]>> {
  private static final int COLUMNS = 20;

  /** Gray for 0; what is not 0 is green, the fuller the stronger it is, on white and on black. */
  private static final Map<String, Object> SQUARES =
      PlotlyWords.of(
          """
          {
            type: 'heatmap', zmin: 0, xgap: 2, ygap: 2, showscale: false, hoverongaps: false,
            hovertemplate: 'path norm %{z}<extra></extra>',
            colorscale: [
              [0, 'rgba(128,128,128,0.2)'], [0.000001, 'rgba(128,128,128,0.2)'],
              [0.000001, 'rgba(0,158,115,0.25)'], [0.3, 'rgba(0,158,115,0.8)'],
              [1, 'rgba(0,158,115,1)']
            ]
          }
          """);

  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            xaxis: {visible: false, fixedrange: true},
            yaxis: {
              autorange: 'reversed', fixedrange: true, showgrid: false, zeroline: false, ticks: ''
            }
          }
          """);

  @Override
  List<double[]> kept(Measurement row, Network network) {
    return network.architecture().pairing().pairs().stream()
        .map(pair -> PathNorm.perUnit(network, pair))
        .toList();
  }

  /**
   * {@return a figure with a slider over the iterations of {@code results}, side by side under
   * their names: the units of a pair are rows of squares, gray where they are zero, else the fuller
   * green the larger their path norm is} Records at which as many units are active as at the one
   * before are left out, but for the last.
   *
   * @throws IllegalArgumentException if this has not listened to all of them, or they have not been
   *     recorded at the same iterations
   */
  public Chart chart(TrainingResult... results) {
    List<Map<Integer, List<double[]>>> trainings = of(results);
    List<Integer> iterations = List.copyOf(trainings.get(0).keySet());
    double largest =
        trainings.stream()
            .flatMap(training -> training.values().stream())
            .flatMap(List::stream)
            .flatMapToDouble(Arrays::stream)
            .max()
            .orElse(1);
    Map<String, Chart> slides = new LinkedHashMap<>();
    List<Long> before = List.of();
    for (int iteration : iterations) {
      List<Long> active = trainings.stream().map(it -> active(it.get(iteration))).toList();
      if (!active.equals(before) || iteration == iterations.get(iterations.size() - 1)) {
        List<Chart> panels = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
          panels.add(panel(results[i], trainings.get(i).get(iteration), largest));
        }
        String label = String.format(Locale.ROOT, "%,d", iteration);
        slides.put(label, Panels.beside("All units", panels.toArray(Chart[]::new)));
      }
      before = active;
    }
    return Slides.of("iteration", slides).withLayout(Map.of("showlegend", false));
  }

  private static long active(List<double[]> pairs) {
    return pairs.stream().flatMapToDouble(Arrays::stream).filter(norm -> norm > 0).count();
  }

  private static Chart panel(TrainingResult result, List<double[]> pairs, double largest) {
    List<List<Double>> rows = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (double[] norms : pairs) {
      if (!rows.isEmpty()) {
        rows.add(row(norms, norms.length)); // nothing between two pairs
      }
      int first = rows.size();
      for (int unit = 0; unit < norms.length; unit += COLUMNS) {
        rows.add(row(norms, unit));
      }
      places.add((first + rows.size() - 1) / 2.0);
      names.add("pair " + (names.size() + 1));
    }
    Map<String, Object> trace = new LinkedHashMap<>(SQUARES);
    trace.put("name", result.history().run());
    trace.put("z", rows);
    trace.put("zmax", largest);
    int units = pairs.stream().mapToInt(norms -> norms.length).sum();
    String heading = "%s<br>%s of %s units".formatted(trace.get("name"), active(pairs), units);
    return new Chart(List.of(trace), LAYOUT)
        .withTitle(heading)
        .withLayout(Map.of("yaxis", Map.of("tickvals", places, "ticktext", names)));
  }

  /** As many as a row has; three digits are enough for a color, and keep the figure small. */
  private static List<Double> row(double[] norms, int first) {
    return Stream.iterate(first, unit -> unit + 1)
        .limit(COLUMNS)
        .map(unit -> unit < norms.length ? rounded(norms[unit]) : Double.NaN)
        .toList();
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2e", value));
  }
}
