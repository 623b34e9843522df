package pathprox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * The figures of trainings, one for each question.
 *
 * <p>A table has one row per record, and may have a column {@code run} with the names of several
 * trainings; it is not modified. A value may be missing, which leaves a gap. All methods throw an
 * {@link IllegalArgumentException} if a column that they need is missing or not numeric.
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
   * How fast does the objective fall? Its axis is logarithmic.
   *
   * @param table with {@code iteration} and {@code objective}
   * @return a chart with one line per run
   */
  public static Chart objective(Table table) {
    return objective(table, ITERATION);
  }

  /**
   * How fast does the objective fall over the seconds that the steps took, without the records?
   *
   * @param table with {@code seconds} and {@code objective}
   * @return a chart with one line per run
   */
  public static Chart objectiveOverSeconds(Table table) {
    return objective(table, SECONDS);
  }

  private static Chart objective(Table table, String over) {
    List<Line> lines = Line.perRun(table, over, "objective", "objective");
    return overTime("Objective", over, "objective (mean loss + penalty)", lines)
        .withLayout(Lines.LOG_Y);
  }

  /**
   * How many units are still in use, and how many of them carry the function?
   *
   * <p>Several runs are compared by their totals; a single run with several unit pairs shows a line
   * for each pair and one for the total. A thin line of the same color shows the strong units of a
   * run, where they are fewer than the active ones.
   *
   * @param table with {@code iteration}, {@code active_units}, perhaps {@code active_1}, {@code
   *     active_2}, … and perhaps {@code strong_units}
   * @return a chart with one line per run, or per pair
   */
  public static Chart activeUnits(Table table) {
    return activeUnits(table, ITERATION);
  }

  /**
   * How many units are still in use after so many seconds? As {@link #activeUnits}.
   *
   * @param table with {@code seconds} in place of {@code iteration}
   * @return a chart with one line per run, or per pair
   */
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
   * How well does the network classify what it was trained on, dashed, and what it has never seen?
   *
   * @param table with {@code iteration}, {@code train_accuracy} and {@code test_accuracy} (0 to 1)
   * @return a chart in percent with up to two lines per run; one without any value is left out
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

  /**
   * How large is the path norm Σ‖w_i‖‖v_i‖ after each step?
   *
   * @param table with {@code iteration} and {@code path_norm}
   * @return a chart with one line per run, from 0 on
   */
  public static Chart pathNorm(Table table) {
    List<Line> lines = Line.perRun(table, ITERATION, "path_norm", "path norm");
    return overTime("Path norm", ITERATION, "path norm Σ‖w‖‖v‖ over all units", lines)
        .withLayout(FROM_ZERO);
  }

  /**
   * How far is the network from a stationary point after each step? The axis is logarithmic.
   *
   * @param table with {@code iteration} and {@code optimality}, the residual relative to λ
   * @return a chart with one line per run; a run without any residual is left out
   */
  public static Chart optimality(Table table) {
    List<Line> lines =
        Line.perRun(table, ITERATION, "optimality", "optimality residual").stream()
            .filter(Line::hasValues)
            .toList();
    return overTime("Distance from a stationary point", ITERATION, "largest residual / λ", lines)
        .withLayout(TENFOLD_TICKS);
  }

  /**
   * How long are the steps of a training, from its first to its last? The axis is logarithmic.
   *
   * @param table with {@code iteration} and {@code learning_rate}
   * @return a chart with one line per run
   */
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
   * How well do networks classify that have so many active units?
   *
   * @param table one row per training, with {@code active_units} and {@code test_accuracy} (0 to 1)
   * @return a chart in percent with one line per run, which joins its points in their order
   */
  public static Chart sparsity(Table table) {
    List<Line> lines = percents(table, "active_units", "test_accuracy");
    return Lines.chart("Accuracy against active units", "active units", ACCURACY, lines)
        .withLayout(POINTS);
  }

  /**
   * How often is each network still right when its inputs are disturbed?
   *
   * @param table one row per network and strength, with {@code strength} and {@code accuracy} (0 to
   *     1); its name says what disturbs
   * @return a chart in percent with one line per run
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
   * How many units does each λ keep, and how well does the network classify then?
   *
   * @param table one row per training of one run, with {@code lambda}, {@code active_units} and
   *     {@code test_accuracy} (0 to 1)
   * @return a chart over λ, logarithmic: units on the left axis, percents, if any, on the right one
   */
  public static Chart path(Table table) {
    return path(table, "test accuracy (%)");
  }

  /**
   * The same with another name for the accuracy, for paths that were measured on a part of the
   * training set.
   *
   * @param table as above
   * @param accuracy what to call it, such as {@code validation accuracy (%)}
   * @return a chart with one line or two
   */
  public static Chart path(Table table, String accuracy) {
    return PathLines.chart(table, accuracy);
  }
}
