package pathprox.tutorial.practice;

import static pathprox.plot.PlotlyWords.merged;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.experiment.PathResult;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** A network of one hidden layer that thins out over λ, beside its accuracy. */
public final class PathSlides {
  private static final int SIDE = 8;
  private static final int INPUT_PIXELS = SIDE * SIDE;
  private static final int CLASSES = 10;
  private static final int STRONGEST = 3; // lines drawn into a unit, and out of it
  private static final int COLUMNS = 3;
  private static final double LARGEST = 24;
  private static final double SMALLEST = 7;
  private static final String ACTIVE = "#009E73";
  private static final String ZERO = "#D9D9D9";

  private static final Map<String, Object> LINES =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: {color: '#8FBFB0', width: 0.8}}
          """);
  private static final Map<String, Object> INPUTS =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'markers', hoverinfo: 'skip',
           marker: {symbol: 'square', size: 8, color: '#BBBBBB'}}
          """);
  private static final Map<String, Object> UNITS =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'markers', hovertemplate: '%{text}<extra></extra>', cliponaxis: false,
           marker: {opacity: 1, line: {width: 1, color: '#FFFFFF'}}}
          """);
  private static final Map<String, Object> OUTPUTS =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'markers+text', textposition: 'middle right', hoverinfo: 'skip',
           textfont: {size: 13}, marker: {size: 10, color: '#666666'}}
          """);
  private static final Map<String, Object> ALL =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'lines+markers', xaxis: 'x2', yaxis: 'y2', hoverinfo: 'skip',
           line: {color: '#BBBBBB', width: 1.5}, marker: {color: '#BBBBBB', size: 8}}
          """);
  private static final Map<String, Object> CURRENT =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'markers', xaxis: 'x2', yaxis: 'y2', cliponaxis: false,
           hovertemplate: '%{x} units, %{y:.1f} %<extra></extra>',
           marker: {color: '#009E73', size: 16, line: {color: '#FFFFFF', width: 1.5}}}
          """);
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            width: 800, height: 540, paper_bgcolor: 'white', plot_bgcolor: 'white',
            font: {size: 13, color: '#222222'}, showlegend: false, hovermode: 'closest',
            margin: {l: 20, r: 25, t: 70, b: 60},
            title: {x: 0, xref: 'paper', xanchor: 'left', font: {size: 16}},
            xaxis: {domain: [0, 0.5], range: [-0.03, 1.16], visible: false, fixedrange: true},
            yaxis: {range: [-0.03, 1.03], visible: false, fixedrange: true},
            xaxis2: {
              domain: [0.68, 1], anchor: 'y2', rangemode: 'tozero', showline: true,
              linecolor: '#222222', gridcolor: '#E3E3E3', ticks: 'outside', zeroline: false,
              title: {text: 'active units', standoff: 10, font: {size: 14}}
            },
            yaxis2: {
              anchor: 'x2', showline: true, linecolor: '#222222', gridcolor: '#E3E3E3',
              ticks: 'outside', ticksuffix: ' %', zeroline: false
            },
            annotations: [{
              text: 'validation accuracy', xref: 'paper', x: 0.68, xanchor: 'left',
              yref: 'paper', y: 1.02, yanchor: 'bottom', showarrow: false, font: {size: 14}
            }]
          }
          """);

  private PathSlides() {}

  /**
   * {@return a figure with a slider for all λ of {@code paths}, rising, of networks with one hidden
   * layer for images of 8×8 pixels and ten classes: pixels, units and outputs from left to right;
   * an active unit is a circle whose area is its path norm, with lines for the three largest of its
   * weights in and out, a unit at zero is gray; beside it accuracy over units, with this λ marked}
   *
   * @throws IllegalArgumentException if a network has another form, or there is only one λ
   */
  public static Chart of(PathResult... paths) {
    List<TrainingResult> results =
        Stream.of(paths)
            .flatMap(path -> path.results().stream())
            .sorted(Comparator.comparingDouble(result -> result.history().lambda()))
            .toList();
    List<Double> units = new ArrayList<>();
    List<Double> percents = new ArrayList<>();
    for (TrainingResult result : results) {
      units.add((double) last(result).regularity().totalActiveUnits());
      percents.add(100 * last(result).test().accuracy());
    }
    double low = percents.stream().mapToDouble(it -> it).min().orElse(0);
    double most = units.stream().mapToDouble(it -> it).max().orElse(1);
    Map<String, Object> ranges =
        Map.of(
            "yaxis2", Map.of("range", List.of(low - 1, Math.min(101, max(percents) + 1))),
            "xaxis2", Map.of("range", List.of(0, 1.1 * most)));
    Map<String, Object> all = merged(ALL, Map.of("name", "all λ", "x", units, "y", percents));
    double largest =
        results.stream().mapToDouble(result -> max(norms(result.network()))).max().orElse(1);
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (TrainingResult result : results) {
      String lambda = String.format(Locale.ROOT, "%.2g", result.history().lambda());
      steps.put(lambda, slide(result, all, largest).withLayout(ranges));
    }
    return Slides.of("λ", steps).withLayout(Map.of("height", 560));
  }

  private static Chart slide(TrainingResult result, Map<String, Object> all, double largest) {
    Network network = result.network();
    Architecture found = network.architecture();
    int units = found.parametricLayers().get(0).outputs();
    if (!found.equals(Architecture.mlp(INPUT_PIXELS, units, CLASSES))) {
      throw new IllegalArgumentException(
          "a network of 64 inputs, one hidden layer of ReLU units and 10 classes is drawn, found %s → %s, %s"
              .formatted(found.input(), found.output(), found.layers()));
    }
    Places places = new Places(units, largest);
    double percent = 100 * last(result).test().accuracy();
    int active = last(result).regularity().totalActiveUnits();
    Map<String, Object> current =
        merged(CURRENT, Map.of("name", "this λ", "x", List.of(active), "y", List.of(percent)));
    String title = "%d of %d units, %.1f %% of the validation images";
    List<Map<String, Object>> traces =
        Stream.concat(places.network(network), Stream.of(all, current)).toList();
    return new Chart(traces, LAYOUT)
        .withTitle(String.format(Locale.ROOT, title, active, places.units, percent));
  }

  /** Where inputs, units and outputs are, between 0 and 1. */
  private record Places(int units, double largest) {
    double[] input(int i) {
      return new double[] {0.028 * (i % SIDE), 0.61 - 0.03 * (i / SIDE)};
    }

    double[] unit(int i) {
      return new double[] {0.5 + 0.07 * (i % COLUMNS), 1 - i / (units - 1.0)};
    }

    double[] output(int i) {
      return new double[] {1, 0.9 - 0.8 * i / (CLASSES - 1.0)};
    }

    Stream<Map<String, Object>> network(Network network) {
      double[] norms = norms(network);
      List<double[]> lines = new ArrayList<>();
      for (int unit = 0; unit < units; unit++) {
        if (norms[unit] > 0) {
          INDArray in = network.weights(0).getRow(unit);
          INDArray out = network.weights(1).getColumn(unit);
          int from = unit;
          strongest(in).forEach(i -> add(lines, input(i), unit(from)));
          strongest(out).forEach(i -> add(lines, unit(from), output(i)));
        }
      }
      List<double[]> pixels = IntStream.range(0, INPUT_PIXELS).mapToObj(this::input).toList();
      List<double[]> circles = IntStream.range(0, units).mapToObj(this::unit).toList();
      List<double[]> ends = IntStream.range(0, CLASSES).mapToObj(this::output).toList();
      List<Double> sizes =
          IntStream.range(0, units)
              .mapToObj(i -> norms[i] > 0 ? size(norms[i] / largest) : SMALLEST)
              .toList();
      List<String> colors =
          IntStream.range(0, units).mapToObj(i -> norms[i] > 0 ? ACTIVE : ZERO).toList();
      List<String> texts = IntStream.range(0, units).mapToObj(i -> text(i, norms[i])).toList();
      List<String> numbers = IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
      return Stream.of(
          drawn(LINES, "largest weights", lines),
          drawn(INPUTS, "inputs", pixels),
          merged(
              drawn(UNITS, "units", circles),
              Map.of("text", texts, "marker", Map.of("size", sizes, "color", colors))),
          merged(drawn(OUTPUTS, "outputs", ends), Map.of("text", numbers)));
    }
  }

  private static String text(int unit, double norm) {
    return norm > 0
        ? String.format(Locale.ROOT, "unit %d, path norm %.3g", unit, norm)
        : "unit " + unit + ", zero";
  }

  /** Areas are as path norms are. */
  private static double size(double share) {
    return Math.round(10 * Math.max(SMALLEST, LARGEST * Math.sqrt(share))) / 10.0;
  }

  private static void add(List<double[]> lines, double[] from, double[] to) {
    lines.addAll(List.of(from, to, new double[] {Double.NaN, Double.NaN}));
  }

  private static List<Integer> strongest(INDArray weights) {
    return IntStream.range(0, (int) weights.length())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(weights.getDouble(i))))
        .limit(STRONGEST)
        .toList();
  }

  private static double[] norms(Network network) {
    double[] w = network.incomingNorms(0);
    double[] v = network.outgoingNorms(1);
    return IntStream.range(0, w.length).mapToDouble(i -> w[i] * v[i]).toArray();
  }

  private static double max(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(0);
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(it -> it).max().orElse(0);
  }

  private static Measurement last(TrainingResult result) {
    return result.history().last();
  }

  private static Map<String, Object> drawn(
      Map<String, Object> style, String name, List<double[]> points) {
    List<Double> x = points.stream().map(it -> rounded(it[0])).toList();
    List<Double> y = points.stream().map(it -> rounded(it[1])).toList();
    return merged(style, Map.of("name", name, "x", x, "y", y));
  }

  private static double rounded(double place) {
    return Double.isNaN(place) ? place : Math.round(1000 * place) / 1000.0;
  }
}
