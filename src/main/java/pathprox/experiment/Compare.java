package pathprox.experiment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
   * {@return the histories of several trainings in one table, see {@link HistoryTable#of}}
   *
   * @param results one or more trainings with different names. Not modified.
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Table table(TrainingResult... results) {
    requireDistinct(Arrays.stream(results).map(result -> result.history().run()).toList());
    return HistoryTable.of(
        Arrays.stream(results).map(TrainingResult::history).toArray(History[]::new));
  }

  /**
   * {@return a chart of the objectives over the iterations, one curve for each run}
   *
   * @param results one or more trainings with different names. Not modified.
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart objective(TrainingResult... results) {
    return Curves.objective(table(results));
  }

  /**
   * {@return a chart of the active units over the iterations, and thin lines for the strong ones;
   * one curve for each run, for a single run one for each pair}
   *
   * @param results one or more trainings with different names. Not modified.
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart activeUnits(TrainingResult... results) {
    return Curves.activeUnits(table(results));
  }

  /**
   * {@return a chart of the accuracies over the iterations, two curves for each run, training and
   * test}
   *
   * @param results one or more trainings with different names. Not modified.
   * @throws IllegalArgumentException if there is no result, or two have the same name
   */
  public static Chart accuracy(TrainingResult... results) {
    return Curves.accuracy(table(results));
  }

  /** Runs that stand beside each other in tables and legends need names of their own. */
  static void requireDistinct(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one run, found none");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "two runs are named '%s'; a result gets another name by named(…)".formatted(name));
      }
    }
  }
}
