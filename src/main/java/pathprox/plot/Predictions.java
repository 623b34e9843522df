package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The figures of predictions beside the truth. Tables are not modified; a column that is missing or
 * not numeric is an {@link IllegalArgumentException}.
 */
public final class Predictions {
  private static final int MOST_TEXTS = 30; // classes whose counts can be read in their cells
  private static final int LONGEST_TICK = 24; // letters of a name, which the hint has as a whole
  private static final int LETTER = 7; // pixels
  private static final int CELL = 60; // pixels, of up to ten classes
  private static final int LARGEST_ERRORS = 50; // which are drawn whatever is left out
  private static final int MOST_POINTS = 5000; // which a page draws at once
  private static final LineStyle GRAY = new LineStyle("#777777", "dash", "circle");
  private static final List<String> COLORS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#222222");
  private static final List<String> DASHES = List.of("solid", "dash", "dot", "dashdot");
  private static final Map<String, Object> SQUARE =
      PlotlyWords.of("{width: 620, height: 540, hovermode: 'closest'}");
  private static final Map<String, Object> FROM_0_TO_1 =
      PlotlyWords.of(
          """
          {xaxis: {range: [-0.02, 1.02], hoverformat: '.3~g'},
           yaxis: {range: [-0.02, 1.02], hoverformat: '.3~g'}}
          """);
  private static final Map<String, Object> POINTS =
      PlotlyWords.of("{mode: 'markers', marker: {size: 6, opacity: 0.6, maxdisplayed: 0}}");
  private static final Map<String, Object> LINE = PlotlyWords.of("{mode: 'lines'}");
  private static final Map<String, Object> HEATMAP =
      PlotlyWords.of(
          """
          {type: 'heatmap', zmin: 0, zmax: 1, xgap: 1, ygap: 1, hoverinfo: 'text',
           colorscale: [[0, '#F7FAFD'], [1, '#0072B2']],
           colorbar: {title: {text: 'part of the true class', side: 'right', font: {size: 13}},
                       thickness: 15, tickformat: '.0%'}}
          """);
  private static final Map<String, Object> CELLS =
      PlotlyWords.of(
          """
          {hovermode: 'closest',
           xaxis: {showgrid: false, showline: false, ticks: '', minor: {ticks: ''}},
           yaxis: {showgrid: false, showline: false, ticks: '', minor: {ticks: ''},
                   autorange: 'reversed'}}
          """);

  private static final Map<String, Object> RESIDUALS =
      PlotlyWords.of(
          """
          {hovermode: 'closest', bargap: 0.05,
           xaxis: {domain: [0, 0.78], hoverformat: '.4~g'},
           yaxis: {zeroline: true, zerolinecolor: '#777777', zerolinewidth: 2},
           xaxis2: {domain: [0.82, 1], title: {text: 'samples', standoff: 10, font: {size: 14}},
                    gridcolor: '#E3E3E3', anchor: 'y', nticks: 4}}
          """);
  private static final Map<String, Object> HISTOGRAM =
      PlotlyWords.of(
          """
          {type: 'histogram', name: 'how often', xaxis: 'x2', nbinsy: 30, showlegend: false,
           marker: {color: '#0072B2', opacity: 0.6}}
          """);

  private Predictions() {}

  /**
   * {@return a confusion matrix with its counts in the cells, colored by the part of their row; a
   * row without samples stays white} Of {@code table} the first column names the true classes, and
   * the others, in the same order, hold how many of them were said to be of each class. Counts of
   * more than 30 classes are not written, and names of more than 24 letters are cut; what the
   * pointer is on tells both.
   */
  public static Chart confusion(Table table) {
    int classes = table.rowCount();
    List<String> names = table.column(0).asStringColumn().asList();
    double[][] counts = // by predicted class, then by true one
        table.columnNames().stream()
            .skip(1)
            .map(name -> numbers(table, name))
            .toArray(double[][]::new);
    List<List<Double>> shares = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    List<List<String>> hints = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      int row = i;
      double sum = Arrays.stream(counts).mapToDouble(column -> column[row]).sum();
      shares.add(Arrays.stream(counts).map(column -> column[row] / sum).toList());
      texts.add(Arrays.stream(counts).map(column -> text("%,.0f", column[row])).toList());
      hints.add(
          IntStream.range(0, counts.length)
              .mapToObj(j -> hint(names.get(row), names.get(j), counts[j][row], sum))
              .toList());
    }
    Map<String, Object> trace = Map.of("z", shares, "text", texts, "hovertext", hints);
    String template = classes > MOST_TEXTS ? "" : "%{text}";
    Chart frame = Lines.chart(title(counts), "predicted class", "true class", List.of());
    return new Chart(List.of(PlainValues.merge(HEATMAP, trace)), frame.layout())
        .withTraces(Map.of("texttemplate", template))
        .withLayout(CELLS)
        .withLayout(sized(names))
        .withLayout(Map.of("xaxis", ticks(names), "yaxis", ticks(names)));
  }

  private static double[] numbers(Table table, String column) {
    return Run.numericColumn(table, column).asDoubleArray();
  }

  private static String hint(String trueClass, String predicted, double count, double all) {
    String format = "true class %s<br>said to be %s<br>%,.0f of %,.0f";
    return text(
        format, PlotlyMarkup.literal(trueClass), PlotlyMarkup.literal(predicted), count, all);
  }

  private static String title(double[][] counts) {
    double right = IntStream.range(0, counts.length).mapToDouble(k -> counts[k][k]).sum();
    double all = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    return text("Confusion matrix, %,.0f of %,.0f right", right, all);
  }

  /** Cells of a size that counts fit into, beside room for the names. */
  private static Map<String, Object> sized(List<String> names) {
    int cells = Math.max(3, Math.min(names.size(), 10));
    int room = LETTER * longest(names.stream().map(Predictions::cut).toList());
    boolean slanted = room > CELL * cells / names.size();
    int height = CELL * cells + 130 + (slanted ? room * 3 / 4 : 0);
    return Map.of(
        "width",
        CELL * cells + 190 + room,
        "height",
        height,
        "margin",
        Map.of("t", 50),
        "xaxis",
        Map.of("tickangle", slanted ? -45 : 0));
  }

  private static int longest(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String cut(String name) {
    return name.length() > LONGEST_TICK ? name.substring(0, LONGEST_TICK - 1) + "…" : name;
  }

  /** At the numbers of the classes, as names may look like numbers to Plotly, or be cut alike. */
  private static Map<String, Object> ticks(List<String> names) {
    return Map.of(
        "tickmode", "array",
        "tickvals", IntStream.range(0, names.size()).boxed().toList(),
        "ticktext", names.stream().map(name -> PlotlyMarkup.literal(cut(name))).toList());
  }

  /**
   * {@return {@code true_positive_rate} over {@code false_positive_rate} in {@code table}, a line
   * for each {@code run}, and the diagonal of guessing}
   */
  public static Chart roc(Table table) {
    String x = "false_positive_rate";
    String y = "true_positive_rate";
    List<Run> runs = Run.in(table, x, y);
    List<Line> lines = new ArrayList<>(List.of(diagonal("guessing, AUC 0.500", 0, 1)));
    for (Run run : runs) {
      LineStyle style = style(lines.size() - 1);
      lines.add(new Line(run.nameOr("ROC"), run.numbers(x), run.numbers(y), style));
    }
    int letters = longest(lines.stream().map(Line::name).toList());
    return Lines.chart(table.name(), "false positive rate", "true positive rate", lines)
        .withLayout(SQUARE)
        .withLayout(Map.of("width", lines.size() > 2 ? 560 + LETTER * letters : 620))
        .withLayout(FROM_0_TO_1)
        .withTraces(LINE);
  }

  private static LineStyle style(int number) {
    String dash = DASHES.get(number / COLORS.size() % DASHES.size());
    return new LineStyle(COLORS.get(number % COLORS.size()), dash, "circle");
  }

  private static Line diagonal(String name, double from, double to) {
    return new Line(name, new double[] {from, to}, new double[] {from, to}, GRAY);
  }

  /**
   * {@return {@code observed_share} over {@code mean_probability} for each bin of {@code table},
   * whose name says of what, with its {@code count} beside it, and the diagonal where both are the
   * same}
   */
  public static Chart calibration(Table table) {
    Table filled = table.dropRowsWithMissingValues();
    double[] said = numbers(filled, "mean_probability");
    double[] observed = numbers(filled, "observed_share");
    double[] counts = numbers(filled, "count");
    List<String> texts = Arrays.stream(counts).mapToObj(count -> text("%,.0f", count)).toList();
    List<Line> lines =
        List.of(
            diagonal("calibrated", 0, 1), new Line("bins, with counts", said, observed, style(0)));
    return Lines.chart("Calibration", "mean " + table.name(), "observed share", lines)
        .withLayout(SQUARE)
        .withLayout(FROM_0_TO_1)
        .withTrace(0, LINE)
        .withTrace(1, Map.of("text", texts, "mode", "lines+markers+text"))
        .withTrace(
            1,
            PlotlyWords.of(
                "{textposition: 'bottom right', textfont: {size: 11}, cliponaxis: false}"));
  }

  /**
   * {@return {@code predicted} over {@code truth} in {@code table}, whose name says of what, with
   * the diagonal where both are the same} Of more than 5,000 rows every k-th is drawn, as few as
   * needed, and the title says how many; so in {@link #residuals}.
   */
  public static Chart predicted(Table table) {
    Points points = Points.of(table);
    double[] ends =
        Stream.of(points.truth, points.predicted)
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .toArray();
    double low = ends.length == 0 ? 0 : ends[0];
    double high = ends.length == 0 ? 1 : ends[ends.length - 1];
    List<Line> lines =
        List.of(
            diagonal("predicted = true", low, high),
            new Line("samples", points.truth, points.predicted, style(0)));
    String title = "Predicted " + table.name() + points.drawn;
    return Lines.chart(title, "true " + table.name(), "predicted " + table.name(), lines)
        .withLayout(SQUARE)
        .withLayout(PlotlyWords.of("{xaxis: {hoverformat: '.4~g'}}"))
        .withTrace(0, LINE)
        .withTrace(1, POINTS);
  }

  /** {@return predicted − true over {@code predicted} in {@code table}, and how often it is so} */
  public static Chart residuals(Table table) {
    Points points = Points.of(table);
    double[] residuals =
        IntStream.range(0, points.truth.length)
            .mapToDouble(i -> points.predicted[i] - points.truth[i])
            .toArray();
    Line samples = new Line("residuals", points.predicted, residuals, style(0));
    String title = "Residuals of " + table.name() + points.drawn;
    Chart chart =
        Lines.chart(title, "predicted " + table.name(), "predicted − true", List.of(samples))
            .withTraces(POINTS)
            .withLayout(RESIDUALS);
    Map<String, Object> frequencies =
        PlainValues.merge(HISTOGRAM, Map.of("y", Arrays.stream(residuals).boxed().toList()));
    List<Map<String, Object>> traces = new ArrayList<>(chart.data());
    traces.add(frequencies);
    return new Chart(traces, chart.layout());
  }

  private record Points(double[] truth, double[] predicted, String drawn) {
    static Points of(Table table) {
      double[] truth = numbers(table, "truth");
      double[] predicted = numbers(table, "predicted");
      int step = (truth.length + MOST_POINTS - 1) / MOST_POINTS;
      if (step <= 1) {
        return new Points(truth, predicted, "");
      }
      double[] errors = new double[truth.length];
      Arrays.setAll(errors, i -> Math.abs(predicted[i] - truth[i]));
      double large = Arrays.stream(errors).sorted().toArray()[truth.length - 1 - LARGEST_ERRORS];
      int[] shown =
          IntStream.range(0, truth.length)
              .filter(i -> i % step == 0 || errors[i] > large)
              .toArray();
      String drawn = text(", %,d of %,d samples, the worst among them", shown.length, truth.length);
      return new Points(at(shown, truth), at(shown, predicted), drawn);
    }

    private static double[] at(int[] places, double[] values) {
      return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
