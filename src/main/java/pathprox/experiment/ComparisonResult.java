package pathprox.experiment;

import java.util.List;
import java.util.stream.Collectors;
import pathprox.plot.Chart;
import pathprox.table.ResultTable;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the trainings of a {@link Comparison} gave.
 *
 * @param results one for each method, in their order; fewer if the comparison was interrupted
 */
public record ComparisonResult(List<TrainingResult> results) {
  /**
   * @throws IllegalArgumentException if there is none, or two have the same name
   */
  public ComparisonResult {
    results = List.copyOf(results);
    Compare.requireDistinct(results.stream().map(each -> each.history().run()).toList());
  }

  /**
   * {@return where the trainings ended: {@code run}, then the columns of {@link ResultTable#of}}
   */
  public Table table() {
    Table table = ResultTable.of("comparison", results);
    return table.insertColumn(
        0, StringColumn.create("run", results.stream().map(each -> each.history().run()).toList()));
  }

  /** {@return the histories in one table, see {@link Compare#table}} */
  public Table history() {
    return Compare.table(array());
  }

  /** {@return a chart of the objectives over the iterations, one curve for each training} */
  public Chart objective() {
    return Compare.objective(array());
  }

  /** {@return a chart of the active units over the iterations, see {@link Compare#activeUnits}} */
  public Chart activeUnits() {
    return Compare.activeUnits(array());
  }

  /** {@return a chart of the accuracies over the iterations, training and test} */
  public Chart accuracy() {
    return Compare.accuracy(array());
  }

  /**
   * {@return the result of one training}
   *
   * @param run its name
   * @throws IllegalArgumentException if there is none of this name
   */
  public TrainingResult of(String run) {
    return results.stream()
        .filter(result -> result.history().run().equals(run))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no run '%s', there are %s"
                        .formatted(
                            run, results.stream().map(each -> each.history().run()).toList())));
  }

  private TrainingResult[] array() {
    return results.toArray(TrainingResult[]::new);
  }

  @Override
  public String toString() {
    return results.stream()
        .map(ResultLine::of)
        .collect(
            Collectors.joining(
                "\n  ", "comparison of %s trainings\n  ".formatted(results.size()), ""));
  }
}
