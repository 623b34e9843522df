package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The figures of trainings.
 *
 * <p>A table, not modified, has one row per record, and may have a column {@code run} with the
 * names of several trainings, which get a line each; a missing value leaves a gap. Where the first
 * {@code iteration} of a run comes again after others, as in tables of two days put together,
 * another training of the same name begins, {@code name (2)}. All methods throw an {@link
 * IllegalArgumentException} if a column that they need is missing or not numeric.
 */
public final class Curves {
  private static final String ITERATION = "iteration";
  private static final String SECONDS = "seconds";
  private static final String ACCURACY = "accuracy (%)";
  private static final String ACTIVE = "active_units";
  private static final String STRONG = "strong_units";
  private static final Map<String, Object> FROM_ZERO =
      PlotlyWords.of("{yaxis: {rangemode: 'tozero'}}");
  private static final Map<String, Object> PRECISE_X =
      PlotlyWords.of("{xaxis: {hoverformat: '.3~g'}}");
  private static final Set<String> LOGARITHMIC =
      Set.of("objective", "decay_objective", "optimality", "learning_rate");
  private static final Map<String, Object> RIGHT_AXIS =
      PlotlyWords.of(
          """
          {margin: {r: 75},
           yaxis2: {title: {standoff: 10, font: {size: 14}}, hoverformat: '.4~g',
                    overlaying: 'y', side: 'right', automargin: true, ticks: 'outside',
                    tickmode: 'auto', nticks: 6, showgrid: false, zeroline: false}}
          """);

  private Curves() {}

  /** {@return {@code objective} over {@code iteration} in {@code table}, on a log axis} */
  public static Chart objective(Table table) {
    return objective(table, ITERATION);
  }

  /** {@return {@code objective} in {@code table} over {@code seconds}, without those of records} */
  public static Chart objectiveOverSeconds(Table table) {
    return objective(table, SECONDS);
  }

  private static Chart objective(Table table, String over) {
    List<Line> lines = Line.perRun(table, over, "objective", "objective");
    String y = "objective (mean loss + penalty)";
    return overTime("Objective", over, y, lines).withLayout(Lines.LOG_Y);
  }

  /**
   * {@return {@code active_units} over {@code iteration} in {@code table}; for a single run also
   * {@code active_1}, {@code active_2}, …, those of its pairs, and in thin lines {@code
   * strong_units}, where there are fewer}
   */
  public static Chart activeUnits(Table table) {
    return activeUnits(table, ITERATION);
  }

  /** {@return {@link #activeUnits} of {@code table} over {@code seconds}} */
  public static Chart activeUnitsOverSeconds(Table table) {
    return activeUnits(table, SECONDS);
  }

  private static Chart activeUnits(Table table, String over) {
    List<Run> runs = Run.in(Restarts.numbered(table), over, ACTIVE);
    List<Line> active =
        runs.size() == 1
            ? totalAndPairs(runs.get(0), over)
            : runs.stream().map(run -> run.line(over, ACTIVE, run.name())).toList();
    List<Line> strong =
        runs.stream()
            .filter(run -> run.records().columnNames().contains(STRONG))
            .filter(run -> !Arrays.equals(run.numbers(STRONG), run.numbers(ACTIVE)))
            .map(run -> run.line(over, STRONG, run.label("strong")))
            .toList();
    String title = strong.isEmpty() ? "Active units" : "Active units; thin: strong ones";
    Chart chart = overTime(title, over, "active units", active).withLayout(FROM_ZERO);
    // The legend has one entry a run, and the title says what the thin lines are.
    var thin = PlotlyWords.of("{mode: 'lines', line: {width: 1}, showlegend: false}");
    List<Map<String, Object>> traces = new ArrayList<>(chart.data());
    strong.forEach(line -> traces.add(PlainValues.merge(line.trace(), thin)));
    return new Chart(traces, chart.layout());
  }

  private static List<Line> totalAndPairs(Run run, String over) {
    List<String> columns = new ArrayList<>(List.of(ACTIVE));
    List<String> names = new ArrayList<>(List.of(run.label("total")));
    // One pair alone would repeat the total.
    for (int pair = 1; hasPair(run.records(), pair) && hasPair(run.records(), 2); pair++) {
      columns.add("active_" + pair);
      names.add("pair " + pair);
    }
    List<LineStyle> styles = LineStyle.forNames(names);
    double[] x = run.numbers(over);
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Line(names.get(i), x, run.numbers(columns.get(i)), styles.get(i)))
        .toList();
  }

  /** Whether the run has such a pair; tables of several networks have empty columns. */
  private static boolean hasPair(Table records, int pair) {
    String column = "active_" + pair;
    return records.columnNames().contains(column)
        && records.column(column).countMissing() < records.rowCount();
  }

  /**
   * {@return in percent {@code train_accuracy}, dotted, and {@code test_accuracy}, both 0 to 1,
   * over {@code iteration} in {@code table}; a line without any value is left out}
   */
  public static Chart accuracy(Table table) {
    List<Line> lines = new ArrayList<>();
    for (Run run : Run.in(Restarts.numbered(table), ITERATION, "train_accuracy", "test_accuracy")) {
      lines.add(run.line(ITERATION, "train_accuracy", run.label("train")).dashed("dot"));
      lines.add(run.line(ITERATION, "test_accuracy", run.label("test")).dashed("solid"));
    }
    List<Line> measured = lines.stream().filter(Line::hasValues).map(Line::inPercent).toList();
    // A set that was looked at now and then still gives a line.
    return overTime("Accuracy", ITERATION, ACCURACY, measured)
        .withTraces(Map.of("connectgaps", true));
  }

  /** {@return {@code path_norm} over {@code iteration} in {@code table}, from 0 on} */
  public static Chart pathNorm(Table table) {
    List<Line> lines = Line.perRun(table, ITERATION, "path_norm", "path norm");
    String y = "path norm Σ‖w‖‖v‖ over all units";
    return Lines.chart("Path norm", ITERATION, y, lines).withLayout(FROM_ZERO);
  }

  /**
   * {@return {@code optimality}, the residual relative to λ, over {@code iteration} in {@code
   * table}, on a log axis; a run without any residual is left out}
   */
  public static Chart optimality(Table table) {
    List<Line> lines =
        Line.perRun(table, ITERATION, "optimality", "optimality residual").stream()
            .filter(Line::hasValues)
            .toList();
    return overTime("Distance from a stationary point", ITERATION, "largest residual / λ", lines)
        .withLayout(PlotlyWords.of("{yaxis: {type: 'log', tickformat: '~g', dtick: 1}}"));
  }

  /** {@return {@code learning_rate} over {@code iteration} in {@code table}, on a log axis} */
  public static Chart learningRate(Table table) {
    List<Line> lines = Line.perRun(table, ITERATION, "learning_rate", "learning rate");
    return overTime("Learning rate", ITERATION, "learning rate γ", lines).withLayout(Lines.LOG_Y);
  }

  private static Chart overTime(String title, String over, String y, List<Line> lines) {
    return over.equals(SECONDS)
        ? Lines.chart(title, "seconds of training", y, lines).withLayout(PRECISE_X)
        : Lines.chart(title, over, y, lines);
  }

  /**
   * {@return in percent {@code validation_accuracy}, or {@code test_accuracy} where there is none,
   * 0 to 1, over {@code active_units} in {@code table}, one row per training; lines join their
   * points in the order of the rows}
   */
  public static Chart sparsity(Table table) {
    String set = secondSet(table);
    List<Line> lines = percents(table, ACTIVE, set + "_accuracy");
    String y = set + " " + ACCURACY;
    return Lines.chart("Accuracy against active units", "active units", y, lines)
        .withLayout(PlotlyWords.of("{hovermode: 'closest', xaxis: {rangemode: 'tozero'}}"));
  }

  /**
   * {@return in percent {@code accuracy}, 0 to 1, over {@code strength} in {@code table}, whose
   * name says what disturbs}
   */
  public static Chart robustness(Table table) {
    List<Line> lines = percents(table, "strength", "accuracy");
    String strength = "strength (in units of the inputs)";
    return Lines.chart("Accuracy under " + table.name(), strength, ACCURACY, lines)
        .withLayout(PRECISE_X)
        .withLayout(FROM_ZERO);
  }

  private static List<Line> percents(Table table, String x, String y) {
    return Line.perRun(table, x, y, "accuracy").stream().map(Line::inPercent).toList();
  }

  /** What samples were that networks were not trained on, as the columns of a table call them. */
  private static String secondSet(Table table) {
    return table.columnNames().contains("validation_accuracy") ? "validation" : "test";
  }

  /**
   * {@return {@code active_units} on the left axis, and {@code validation_accuracy}, or {@code
   * test_accuracy} where there is none, 0 to 1, if any, in percent on the right one, over {@code
   * lambda}, logarithmic, in {@code table}, one run}
   */
  public static Chart path(Table table) {
    String set = secondSet(table);
    String accuracy = set + " " + ACCURACY;
    List<Run> runs = Run.in(table, "lambda", ACTIVE, set + "_accuracy");
    if (runs.size() > 1) {
      throw new IllegalArgumentException(
          "a curve over λ shows one run, found " + runs.stream().map(Run::name).toList());
    }
    List<LineStyle> styles = LineStyle.forNames(List.of("PathProx", "weight decay"));
    List<Line> lines = new ArrayList<>();
    for (Run run : runs) {
      double[] lambdas = run.numbers("lambda");
      double[] shares = run.numbers(set + "_accuracy");
      lines.add(new Line("active units", lambdas, run.numbers(ACTIVE), styles.get(0)));
      Line percents = new Line(accuracy, lambdas, shares, styles.get(1)).inPercent();
      Stream.of(percents).filter(Line::hasValues).forEach(lines::add);
    }
    Chart chart =
        Lines.chart("Regularization path", "λ", "active units", lines)
            .withTraces(Map.of("connectgaps", true))
            .withLayout(Lines.logLambda(Run.numericColumn(table, "lambda").asDoubleArray()))
            .withLayout(FROM_ZERO);
    return lines.size() < 2
        ? chart
        : chart
            .withLayout(RIGHT_AXIS)
            .withLayout(Map.of("yaxis2", Lines.titled(accuracy)))
            .withTrace(1, Map.of("yaxis", "y2"));
  }

  /**
   * {@return the arithmetic mean of the column {@code y} of {@code table} over {@code iteration}, a
   * line for all trainings that differ in {@code seed} alone, with a band from the lowest to the
   * highest} Trainings are the same but for the seed if all columns before {@code iteration} but
   * {@code run} and {@code seed} are equal, as in the table of {@code Compare.table}: {@code
   * method}, {@code lambda}, {@code schedule}, {@code architecture} and so on. The mean at an
   * iteration is over those trainings that have a record there, and the legend says how many seeds
   * there are. Accuracies are in percent, and the axis is logarithmic where that of the curves
   * without seeds is.
   */
  public static Chart overSeeds(Table table, String y) {
    return overSeeds(table, ITERATION, y);
  }

  /**
   * {@return {@link #overSeeds} over the column {@code x} of {@code table}, such as {@code lambda}
   * of several paths, on a logarithmic axis; the mean of column {@code y} is over the trainings
   * that are equal in all columns before {@code x} but {@code run} and {@code seed}}
   */
  public static Chart overSeeds(Table table, String x, String y) {
    boolean isShare = y.endsWith("accuracy");
    String words = y.replace('_', ' ');
    boolean isLog = LOGARITHMIC.contains(y);
    String mean = isLog ? ": arithmetic mean" : ": mean"; // as an axis suggests a geometric one
    String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + mean;
    String axis = isShare ? words + " (%)" : words;
    Chart chart = SeedCurve.of(table, x, y, isShare ? 100 : 1, title, axis);
    Chart scaled =
        isLog ? chart.withLayout(Lines.LOG_Y) : isShare ? chart : chart.withLayout(FROM_ZERO);
    return x.equals("lambda")
        ? scaled
            .withLayout(Lines.logLambda(Run.numericColumn(table, x).asDoubleArray()))
            .withLayout(Map.of("xaxis", Lines.titled("λ")))
        : scaled;
  }
}
