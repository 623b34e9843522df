package pathprox.experiment;

import java.util.Arrays;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.HistoryTable;
import pathprox.training.History;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * Compares trainings, each under the name of its run.
 *
 * <p>Runs of the same method need names of their own: {@link TrainingResult#named}.
 */
public final class Compare {
  private Compare() {}

  /**
   * Puts the histories of several trainings into one table.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return see {@link HistoryTable#of}; units of pairs that a run does not have are missing
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Table table(TrainingResult... results) {
    RunNames.requireDistinct(Arrays.stream(results).map(result -> result.history().run()).toList());
    return HistoryTable.of(
        Arrays.stream(results).map(TrainingResult::history).toArray(History[]::new));
  }

  /**
   * Draws the objectives over the iterations.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with one curve for each run
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart objective(TrainingResult... results) {
    return Curves.objective(table(results));
  }

  /**
   * Draws the active units over the iterations, and thin lines for the strong ones.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with one curve for each run; for a single run with one for each pair
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart activeUnits(TrainingResult... results) {
    return Curves.activeUnits(table(results));
  }

  /**
   * Draws the accuracies over the iterations.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with two curves for each run, training and test
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart accuracy(TrainingResult... results) {
    return Curves.accuracy(table(results));
  }
}
