package pathprox.experiment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.HistoryTable;
import pathprox.table.ResultTable;
import pathprox.table.SeedMeans;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the members of a {@link Sweep} gave.
 *
 * @param members how many the sweep has
 * @param results of those that have ended, in the order of the members, also of those that
 *     diverged, reached the time limit, or failed by an exception, whose diagnosis is its message
 */
public record SweepResult(int members, List<TrainingResult> results) {
  public SweepResult {
    results = List.copyOf(results);
  }

  /** {@return whether another call would train nothing: all have ended, none failed or was cut} */
  public boolean isComplete() {
    return results.size() == members
        && results.stream()
            .map(TrainingResult::outcome)
            .allMatch(outcome -> outcome.isFinal() && outcome != Outcome.FAILED);
  }

  /** {@return this result and that of {@code other}, such as of a method with rates of its own} */
  public SweepResult and(SweepResult other) {
    List<TrainingResult> all = new ArrayList<>(results);
    all.addAll(other.results);
    return new SweepResult(members + other.members, all);
  }

  /** {@return the members whose results {@code filter} accepts, such as for a chart of a few} */
  public SweepResult where(Predicate<TrainingResult> filter) {
    List<TrainingResult> some = results.stream().filter(filter).toList();
    return new SweepResult(some.size(), some);
  }

  /**
   * {@return a row for each member that has ended, the columns of {@link ResultTable#ofRuns}, and
   * {@code diagnosis}, what went wrong, if anything}
   */
  public Table table() {
    return ResultTable.ofRuns("sweep", results)
        .addColumns(
            StringColumn.create(
                "diagnosis",
                results.stream().map(result -> result.diagnosis().orElse("")).toList()));
  }

  /** {@return {@link #table} with a row for all seeds together, see {@link SeedMeans#of}} */
  public Table means() {
    return SeedMeans.of(table());
  }

  /** {@return the histories in one table, see {@link HistoryTable#of(TrainingResult...)}} */
  public Table history() {
    return HistoryTable.of(results.toArray(TrainingResult[]::new));
  }

  /** {@return a chart of the mean objectives over the iterations, with bands over the seeds} */
  public Chart objective() {
    return Curves.overSeeds(history(), "objective");
  }

  /** {@return a chart of the mean active units over the iterations, with bands over the seeds} */
  public Chart activeUnits() {
    return Curves.overSeeds(history(), "active_units");
  }

  /** {@return a chart of the mean test accuracy over the iterations, with bands over the seeds} */
  public Chart accuracy() {
    return Curves.overSeeds(history(), "test_accuracy");
  }

  /**
   * {@return a chart of the mean of {@code column} of {@link #table} over λ, with bands over the
   * seeds; an IllegalArgumentException if there is no such column of numbers}
   */
  public Chart overLambda(String column) {
    return Curves.overSeeds(table(), "lambda", column);
  }

  @Override
  public String toString() {
    Map<Outcome, Long> outcomes =
        new TreeMap<>(results.stream().collect(groupingBy(TrainingResult::outcome, counting())));
    String title = "sweep, %s of %s members: ".formatted(results.size(), members);
    String counts =
        outcomes.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
            .collect(joining(", "));
    boolean isTold = results.stream().anyMatch(result -> result.diagnosis().isPresent());
    List<String> runs = isTold ? table().stringColumn("run").asList() : List.of();
    StringBuilder text = new StringBuilder(title + counts);
    for (int i = 0; i < runs.size(); i++) {
      TrainingResult result = results.get(i);
      if (result.diagnosis().isPresent()) { // by a name that no other member has
        text.append("\n  ").append(runs.get(i));
        text.append(result.summary().substring(result.history().run().length()));
      }
    }
    return text.toString();
  }
}
