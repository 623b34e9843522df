package pathprox.experiment;

import static java.util.stream.Collectors.joining;
import static pathprox.matrix.Arguments.require;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.HistoryTable;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * Compares trainings, each under the name of its run. Of the same name they are told apart by what
 * they differ in, as {@link HistoryTable#of(TrainingResult...)} says; {@link TrainingResult#named}
 * gives another name. None are an IllegalArgumentException.
 */
public final class Compare {
  private static final String NONE = "a comparison needs at least one run, found none";

  private Compare() {}

  /** {@return the histories of {@code results} in one table, see {@link HistoryTable}} */
  public static Table table(TrainingResult... results) {
    require(results.length > 0, NONE);
    return HistoryTable.of(results);
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

  /** A title, and a line for each training below it; the second set is what it was used as. */
  static String lines(String title, String secondSet, List<TrainingResult> results) {
    return results.stream()
        .map(result -> line(result, secondSet))
        .collect(joining("\n  ", title + "\n  ", ""));
  }

  private static String line(TrainingResult result, String secondSet) {
    if (result.history().measurements().isEmpty()) {
      return result.summary();
    }
    Measurement last = result.history().last();
    String found = ", objective %.4g, active units %s (strong %s)";
    Regularity units = last.regularity();
    return result.title()
        + text(found, result.objective(), units.activeUnits(), units.strongUnits())
        + score("training", last.train())
        + score(secondSet, last.test())
        + result.diagnosis().map("; "::concat).orElse("");
  }

  /** The share of right classes; for numbers the loss. */
  private static String score(String set, Score score) {
    if (!Double.isNaN(score.accuracy())) {
      return text(", %s accuracy %.2f %%", set, 100 * score.accuracy());
    }
    return Double.isNaN(score.loss()) ? "" : text(", %s loss %.4g", set, score.loss());
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static void requireDistinct(List<String> names) {
    require(!names.isEmpty(), NONE);
    String message = "two runs are named '%s'; a result gets another name by named(…)";
    names.forEach(name -> require(Collections.frequency(names, name) == 1, message, name));
  }
}
