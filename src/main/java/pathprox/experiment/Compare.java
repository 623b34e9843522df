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
 * Compares trainings, one or more, each under the name of its run.
 *
 * <p>Two runs of the same name, or none, are an IllegalArgumentException: {@link
 * TrainingResult#named} gives another.
 */
public final class Compare {
  private Compare() {}

  /** {@return the histories of {@code results} in one table, see {@link HistoryTable#of}} */
  public static Table table(TrainingResult... results) {
    List<History> histories = Arrays.stream(results).map(TrainingResult::history).toList();
    requireDistinct(histories.stream().map(History::run).toList());
    return HistoryTable.of(histories.toArray(History[]::new));
  }

  /** {@return a chart of the objectives of {@code results} over the iterations} */
  public static Chart objective(TrainingResult... results) {
    return Curves.objective(table(results));
  }

  /**
   * {@return a chart of the active units of {@code results} over the iterations, and thin lines for
   * the strong ones; for a single run a curve for each pair}
   */
  public static Chart activeUnits(TrainingResult... results) {
    return Curves.activeUnits(table(results));
  }

  /** {@return a chart of the accuracies of {@code results}, training and test} */
  public static Chart accuracy(TrainingResult... results) {
    return Curves.accuracy(table(results));
  }

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
