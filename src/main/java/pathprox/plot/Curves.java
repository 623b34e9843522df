package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * The figures of trainings.
 *
 * <p>A table, which is not modified, has one row per record, and may have a column {@code run} with
 * the names of several trainings, which get a line each. A value may be missing, which leaves a
 * gap. All methods throw an {@link IllegalArgumentException} if a column that they need is missing
 * or not numeric.
 */
public final class Curves {
  private static final String ITERATION = "iteration";
  private static final String SECONDS = "seconds";
  private static final String ACCURACY = "accuracy (%)";
  private static final Map<String, Object> FROM_ZERO =
      PlotlyWords.of("{yaxis: {rangemode: 'tozero'}}");
  private static final Map<String, Object> TENFOLD_TICKS =
      PlotlyWords.of("{yaxis: {type: 'log', tickformat: '~g', dtick: 1}}");
  private static final Map<String, Object> PRECISE_X =
      PlotlyWords.of("{xaxis: {hoverformat: '.3~g'}}");
  private static final Map<String, Object> POINTS =
      PlotlyWords.of("{hovermode: 'closest', xaxis: {rangemode: 'tozero'}}");

  private Curves() {}

  /**
   * {@return {@code objective} over {@code iteration} in {@code table}; its axis is logarithmic}
   */
  public static Chart objective(Table table) {
    return objective(table, ITERATION);
  }

  /** {@return {@code objective} in {@code table} over {@code seconds}, without those of records} */
  public static Chart objectiveOverSeconds(Table table) {
    return objective(table, SECONDS);
  }

  private static Chart objective(Table table, String over) {
    List<Line> lines = Line.perRun(table, over, "objective", "objective");
    return overTime("Objective", over, "objective (mean loss + penalty)", lines)
        .withLayout(Lines.LOG_Y);
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
    List<Run> runs = Run.in(table, over, "active_units");
    List<Line> active = UnitLines.active(runs, over);
    List<Line> strong = UnitLines.strong(runs, over);
    String title = strong.isEmpty() ? "Active units" : "Active units; thin: strong ones";
    Chart chart = overTime(title, over, "active units", active).withLayout(FROM_ZERO);
    List<Map<String, Object>> traces = new ArrayList<>(chart.data());
    strong.forEach(line -> traces.add(UnitLines.thin(line)));
    return new Chart(traces, chart.layout());
  }

  /**
   * {@return in percent {@code train_accuracy}, dashed, and {@code test_accuracy}, both 0 to 1,
   * over {@code iteration} in {@code table}; a line without any value is left out}
   */
  public static Chart accuracy(Table table) {
    List<Line> lines = new ArrayList<>();
    for (Run run : Run.in(table, ITERATION, "train_accuracy", "test_accuracy")) {
      lines.add(run.line(ITERATION, "train_accuracy", run.label("train")).dashed("dash"));
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
    return overTime("Path norm", ITERATION, "path norm Σ‖w‖‖v‖ over all units", lines)
        .withLayout(FROM_ZERO);
  }

  /**
   * {@return {@code optimality}, the residual relative to λ, over {@code iteration} in {@code
   * table}; the axis is logarithmic, and a run without any residual is left out}
   */
  public static Chart optimality(Table table) {
    List<Line> lines =
        Line.perRun(table, ITERATION, "optimality", "optimality residual").stream()
            .filter(Line::hasValues)
            .toList();
    return overTime("Distance from a stationary point", ITERATION, "largest residual / λ", lines)
        .withLayout(TENFOLD_TICKS);
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
   * {@return in percent {@code test_accuracy}, 0 to 1, over {@code active_units} in {@code table},
   * one row per training; lines join their points in the order of the rows}
   */
  public static Chart sparsity(Table table) {
    List<Line> lines = percents(table, "active_units", "test_accuracy");
    return Lines.chart("Accuracy against active units", "active units", ACCURACY, lines)
        .withLayout(POINTS);
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

  /**
   * {@return {@code active_units} on the left axis, and {@code test_accuracy}, 0 to 1, if any, in
   * percent on the right one, over {@code lambda}, logarithmic, in {@code table}, one run}
   */
  public static Chart path(Table table) {
    return path(table, "test accuracy (%)");
  }

  /**
   * {@return the same of {@code table} with {@code accuracy} as the name of the right axis, such as
   * {@code validation accuracy (%)}}
   */
  public static Chart path(Table table, String accuracy) {
    return PathLines.chart(table, accuracy);
  }
}
