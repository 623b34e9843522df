package pathprox.experiment;

import java.util.Arrays;
import pathprox.plot.AccuracyCurve;
import pathprox.plot.ActiveUnitsCurve;
import pathprox.plot.Chart;
import pathprox.plot.ObjectiveCurve;
import pathprox.training.History;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

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
   * @return the columns of {@link History#table}, the rows of all runs one after the other; units
   *     of pairs that a run does not have are missing
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Table table(TrainingResult... results) {
    RunNames.requireDistinct(Arrays.stream(results).map(result -> result.history().run()).toList());
    TrainingResult widest =
        Arrays.stream(results).max((a, b) -> Integer.compare(pairs(a), pairs(b))).orElseThrow();
    Table table = widest.history().table().emptyCopy().setName("comparison");
    for (TrainingResult result : results) {
      Table rows = result.history().table();
      for (int pair = pairs(result) + 1; pair <= pairs(widest); pair++) {
        insertEmpty(rows, table.column("active_" + pair), "strong_units");
        insertEmpty(rows, table.column("strong_" + pair), "train_accuracy");
      }
      table.append(rows);
    }
    return table;
  }

  private static void insertEmpty(Table rows, Column<?> model, String before) {
    rows.insertColumn(rows.columnIndex(before), model.emptyCopy(rows.rowCount()));
  }

  /**
   * Draws the objectives over the iterations.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with one curve for each run
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart objective(TrainingResult... results) {
    return ObjectiveCurve.of(table(results));
  }

  /**
   * Draws the active units over the iterations, and thin lines for the strong ones.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with one curve for each run; for a single run with one for each pair
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart activeUnits(TrainingResult... results) {
    return ActiveUnitsCurve.of(table(results));
  }

  /**
   * Draws the accuracies over the iterations.
   *
   * @param results one or more trainings with different names. Not modified.
   * @return a chart with two curves for each run, training and test
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart accuracy(TrainingResult... results) {
    return AccuracyCurve.of(table(results));
  }

  private static int pairs(TrainingResult result) {
    return result.network().architecture().pairing().pairs().size();
  }
}
