package pathprox.tutorial.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Split;
import pathprox.experiment.Lambdas;
import pathprox.experiment.Sweep;
import pathprox.features.ClassTarget;
import pathprox.features.FeaturePlan;
import pathprox.features.TableEncoder;
import pathprox.features.TableParts;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.SignificantDigits;
import pathprox.plot.Slides;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The class that a network predicts at each point of the plane of two columns, over λ. */
public final class DecisionMaps {
  private static final int UNITS = 100;
  private static final int ITERATIONS = 2_000;
  private static final int STEPS = 40; // of the grid, to both sides
  private static final double MARGIN = 0.04; // around the rows, as a share of their range
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  /** A class wins where its output is above all others; without a fill where it is below. */
  private static final Map<String, Object> REGION =
      PlotlyWords.of(
          """
          {
            type: 'contour', showscale: false, hoverinfo: 'skip', autocontour: false,
            contours: {start: 0, end: 0, size: 1, coloring: 'fill'},
            line: {color: '#222222', width: 1, smoothing: 0}
          }
          """);

  private static final Map<String, Object> ROWS =
      PlotlyWords.of("{mode: 'markers', marker: {size: 7, maxdisplayed: 0}}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            hovermode: 'closest', showlegend: true, margin: {t: 125},
            title: {font: {size: 15}, pad: {t: 26}},
            xaxis: {hoverformat: '.4~g', showgrid: false},
            yaxis: {hoverformat: '.4~g', showgrid: false}
          }
          """);

  private final String x;
  private final String y;
  private final List<Table> halves;
  private final TableEncoder encoder;
  private final List<TrainingResult> results;

  private DecisionMaps(
      String x, String y, List<Table> halves, TableEncoder encoder, List<TrainingResult> results) {
    this.x = x;
    this.y = y;
    this.halves = halves;
    this.encoder = encoder;
    this.results = results;
  }

  /**
   * {@return networks of 100 hidden units that predict the text {@code target} of {@code table},
   * not modified, from the columns {@code x} and {@code y} alone, one for each of {@code lambdas},
   * by the recommended PathProx} Half of the rows that have both numbers are trained on, the others
   * are unseen; {@code seed} divides them, and draws first weights and batches.
   *
   * @throws IllegalStateException if a column is missing
   */
  public static DecisionMaps of(
      Table table, String x, String y, String target, Lambdas lambdas, long seed) {
    Table complete = table.selectColumns(x, y, target).dropRowsWithMissingValues();
    List<Table> halves = TableParts.of(complete, target, seed, 0.5, 0.5);
    TableEncoder encoder = FeaturePlan.of(halves.get(0), target).encoder();
    Table unseen = halves.get(1);
    Split data =
        new Split(
            encoder.dataset(halves.get(0), rows(halves.get(0))),
            encoder.dataset(unseen, rows(unseen)));
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(ITERATIONS).withRecordEvery(ITERATIONS);
    List<TrainingResult> results =
        Sweep.of(Architecture.mlp(data.train().inputs(), UNITS, data.train().outputs()))
            .withMethods(lambdas, PathProx::recommended)
            .withSeeds(seed)
            .train(Trainer.with(options), data)
            .results();
    return new DecisionMaps(x, y, halves, encoder, results);
  }

  private static int[] rows(Table table) {
    return IntStream.range(0, table.rowCount()).toArray();
  }

  /** {@return for each λ what was measured at the end; the unseen rows are its second set} */
  public List<Measurement> measured() {
    return results.stream().map(result -> result.history().last()).toList();
  }

  /**
   * {@return a figure with a slider for λ: the region of each class in its color, and the rows, the
   * unseen ones as open markers}
   */
  public Chart slides() {
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (TrainingResult result : results) {
      steps.put(DIGITS.format(result.history().lambda()), map(result));
    }
    // At the largest λ the map has one color.
    List<String> labels = List.copyOf(steps.keySet());
    return Slides.openedAt(labels.get(labels.size() / 2), "λ", steps)
        .withLayout(Map.of("height", 620));
  }

  private Chart map(TrainingResult result) {
    List<String> names = ((ClassTarget) encoder.target()).classes();
    List<LineStyle> styles = LineStyle.forNames(names);
    double[] across = grid(x);
    double[] up = grid(y);
    double[][] leads = leads(result.network(), across, up);
    List<Map<String, Object>> traces = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, Object> region = new LinkedHashMap<>(REGION);
      String pale = styles.get(i).pale(0.3);
      region.put("name", names.get(i) + ", predicted");
      region.put("colorscale", List.of(List.of(0, "rgba(0,0,0,0)"), List.of(1, pale)));
      region.put("x", DoubleStream.of(across).boxed().toList());
      region.put("y", DoubleStream.of(up).boxed().toList());
      region.put("z", rowsOf(leads[i]));
      traces.add(region);
    }
    for (int i = 0; i < names.size(); i++) {
      LineStyle open =
          new LineStyle(styles.get(i).color(), "solid", styles.get(i).symbol() + "-open");
      Line seen = points(names.get(i), halves.get(0), names.get(i), styles.get(i));
      Line unseen = points(names.get(i) + ", unseen", halves.get(1), names.get(i), open);
      traces.add(PlotlyWords.merged(seen.trace(), ROWS));
      traces.add(
          PlotlyWords.merged(
              PlotlyWords.merged(unseen.trace(), ROWS), Map.of("showlegend", false)));
    }
    Measurement last = result.history().last();
    String title =
        "%d of %d units<br>filled: trained on, %.1f %% right<br>open: unseen, %.1f %% right";
    Chart axes = Lines.chart("", words(x), words(y), List.of());
    return new Chart(traces, axes.layout())
        .withTitle(
            String.format(
                Locale.ROOT,
                title,
                last.regularity().totalActiveUnits(),
                UNITS,
                100 * last.train().accuracy(),
                100 * last.test().accuracy()))
        .withLayout(Lines.LEGEND_ABOVE)
        .withLayout(LAYOUT)
        .withLayout(Map.of("xaxis", range(across), "yaxis", range(up)));
  }

  private static Map<String, Object> range(double[] grid) {
    return Map.of("range", List.of(grid[0], grid[grid.length - 1]));
  }

  /** Evenly from below the smallest number of a column to above its largest. */
  private double[] grid(String column) {
    double[] all =
        halves.stream()
            .flatMapToDouble(it -> DoubleStream.of(it.numberColumn(column).asDoubleArray()))
            .toArray();
    double least = DoubleStream.of(all).min().orElseThrow();
    double most = DoubleStream.of(all).max().orElseThrow();
    double margin = MARGIN * (most - least);
    double step = (most - least + 2 * margin) / STEPS;
    return IntStream.rangeClosed(0, STEPS)
        .mapToDouble(i -> rounded(least - margin + i * step, 4))
        .toArray();
  }

  /** For each class the lead of its output over the largest other one, row by row of the grid. */
  private double[][] leads(Network network, double[] across, double[] up) {
    DoubleColumn columnX = DoubleColumn.create(x);
    DoubleColumn columnY = DoubleColumn.create(y);
    for (double height : up) {
      for (double place : across) {
        columnX.append(place);
        columnY.append(height);
      }
    }
    Table grid = Table.create("grid", columnX, columnY);
    INDArray outputs = network.outputs(encoder.features(grid, rows(grid)));
    int classes = outputs.columns();
    double[][] leads = new double[classes][grid.rowCount()];
    for (int row = 0; row < grid.rowCount(); row++) {
      double[] values = outputs.getRow(row).toDoubleVector();
      for (int i = 0; i < classes; i++) {
        int own = i;
        double other =
            IntStream.range(0, classes)
                .filter(k -> k != own)
                .mapToDouble(k -> values[k])
                .max()
                .orElse(0);
        leads[i][row] = rounded(values[i] - other, 2);
      }
    }
    return leads;
  }

  private static List<List<Double>> rowsOf(double[] values) {
    int width = STEPS + 1;
    return IntStream.range(0, values.length / width)
        .mapToObj(row -> IntStream.range(0, width).mapToObj(i -> values[row * width + i]).toList())
        .toList();
  }

  private Line points(String name, Table rows, String kind, LineStyle style) {
    List<double[]> places = new ArrayList<>();
    for (Row row : rows) {
      if (row.getString(encoder.target().column()).equals(kind)) {
        places.add(new double[] {number(rows, x, row), number(rows, y, row)});
      }
    }
    double[] across = places.stream().mapToDouble(it -> it[0]).toArray();
    double[] up = places.stream().mapToDouble(it -> it[1]).toArray();
    return new Line(name, across, up, style);
  }

  private static double number(Table table, String column, Row row) {
    return table.numberColumn(column).getDouble(row.getRowNumber());
  }

  private static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  /** A name of a column as words: {@code bill_length_mm} is bill length (mm). */
  static String words(String column) {
    return column.replaceFirst("_(mm|g)$", " ($1)").replace('_', ' ');
  }

  @Override
  public String toString() {
    return "maps of '%s' over %s and %s at %s λ"
        .formatted(encoder.target().column(), x, y, results.size());
  }
}
