package pathprox.tutorial.network;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How trainings ended that differ in their seed alone, in few columns. */
public final class SeedSummary {
  private static final String[] COLUMNS = {
    "method", "objective", "active units", "test accuracy, %"
  };

  private SeedSummary() {}

  /**
   * {@return a row for each of {@code groups} by its name, the same method with several seeds: the
   * mean objective, and means of active units and of the accuracy on test images in percent, each
   * with the lowest and the highest behind it}
   */
  public static Table of(Map<String, List<TrainingResult>> groups) {
    Table table = Table.create("means over seeds");
    Arrays.stream(COLUMNS).forEach(column -> table.addColumns(StringColumn.create(column)));
    groups.forEach(
        (name, runs) -> {
          table.stringColumn(0).append(name);
          double objective = over(runs, TrainingResult::objective).getAverage();
          table.stringColumn(1).append(String.format(Locale.ROOT, "%.4f", objective));
          table.stringColumn(2).append(range("%.0f", over(runs, SeedSummary::units)));
          table.stringColumn(3).append(range("%.1f", over(runs, SeedSummary::accuracy)));
        });
    return table;
  }

  /**
   * {@return the records of all runs of {@code groups}, for figures over seeds: {@code method}, the
   * name of the group, {@code seed}, counted from 0, {@code iteration}, {@code objective}, {@code
   * path_norm}, {@code active_units} and {@code test_accuracy} (0 to 1)}
   */
  public static Table history(Map<String, List<TrainingResult>> groups) {
    Table table =
        Table.create(
            "history",
            StringColumn.create("method"),
            IntColumn.create("seed"),
            IntColumn.create("iteration"),
            DoubleColumn.create("objective"),
            DoubleColumn.create("path_norm"),
            DoubleColumn.create("active_units"),
            DoubleColumn.create("test_accuracy"));
    groups.forEach(
        (name, runs) -> {
          for (int seed = 0; seed < runs.size(); seed++) {
            for (Measurement row : runs.get(seed).history().measurements()) {
              table.stringColumn("method").append(name);
              table.intColumn("seed").append(seed);
              table.intColumn("iteration").append(row.iteration());
              table.doubleColumn("objective").append(runs.get(seed).history().objective(row));
              table.doubleColumn("path_norm").append(row.regularity().pathNorm());
              table.doubleColumn("active_units").append(row.regularity().totalActiveUnits());
              table.doubleColumn("test_accuracy").append(row.test().accuracy());
            }
          }
        });
    return table;
  }

  /** {@return the share in percent of test images that {@code run} recognized at its end} */
  public static double accuracy(TrainingResult run) {
    return 100 * run.history().last().test().accuracy();
  }

  /** {@return the mean of {@link #accuracy} over {@code runs}} */
  public static double meanAccuracy(List<TrainingResult> runs) {
    return over(runs, SeedSummary::accuracy).getAverage();
  }

  /** {@return the active units of the network of {@code run}, in all pairs} */
  public static double units(TrainingResult run) {
    return run.history().last().regularity().totalActiveUnits();
  }

  private static DoubleSummaryStatistics over(
      List<TrainingResult> runs, ToDoubleFunction<TrainingResult> value) {
    return runs.stream().mapToDouble(value).summaryStatistics();
  }

  private static String range(String number, DoubleSummaryStatistics values) {
    String form = number + " (" + number + "–" + number + ")";
    return String.format(Locale.ROOT, form, values.getAverage(), values.getMin(), values.getMax());
  }
}
