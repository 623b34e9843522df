package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.ResultTable;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the trainings of a {@link Comparison} gave.
 *
 * @param results one for each method, in their order; fewer if the comparison was interrupted;
 *     none, or two of the same name, are an IllegalArgumentException
 */
public record ComparisonResult(List<TrainingResult> results) {
  public ComparisonResult {
    results = List.copyOf(results);
    Compare.requireDistinct(runs(results));
  }

  private static List<String> runs(List<TrainingResult> results) {
    return results.stream().map(each -> each.history().run()).toList();
  }

  /** {@return where trainings ended: {@code run}, then the columns of {@link ResultTable#of}} */
  public Table table() {
    return ResultTable.of("comparison", results)
        .insertColumn(0, StringColumn.create("run", runs(results)));
  }

  /** {@return the histories in one table, see {@link Compare#table}} */
  public Table history() {
    return Compare.table(results.toArray(TrainingResult[]::new));
  }

  /** {@return a chart of the objectives, see {@link Compare#objective}} */
  public Chart objective() {
    return Curves.objective(history());
  }

  /** {@return a chart of the active units, see {@link Compare#activeUnits}} */
  public Chart activeUnits() {
    return Curves.activeUnits(history());
  }

  /** {@return a chart of the accuracies, see {@link Compare#accuracy}} */
  public Chart accuracy() {
    return Curves.accuracy(history());
  }

  /** {@return the training that is named {@code run}, IllegalArgumentException if there is none} */
  public TrainingResult of(String run) {
    List<String> runs = runs(results);
    require(runs.contains(run), "there is no run '%s', there are %s", run, runs);
    return results.get(runs.indexOf(run));
  }

  @Override
  public String toString() {
    return Compare.lines("comparison of %s trainings".formatted(results.size()), "test", results);
  }
}
