package pathprox.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pathprox.metrics.Regularity;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Trainings as rows: where each one ended, by its last record. */
final class ResultTable {
  private ResultTable() {}

  /**
   * Makes a table.
   *
   * @param results trainings of networks with the same number of pairs. Not modified.
   * @return one row for each; what was not measured is missing
   */
  static Table of(String name, List<TrainingResult> results) {
    Table table =
        Table.create(
            name,
            DoubleColumn.create(
                "lambda", results.stream().mapToDouble(each -> each.history().lambda()).toArray()),
            IntColumn.create(
                "iterations", results.stream().mapToInt(TrainingResult::iterations).toArray()),
            StringColumn.create(
                "outcome", results.stream().map(each -> lowerCase(each.outcome())).toList()));
    addMeasurements(table, results.stream().map(ResultTable::last).toList());
    int place = table.columnIndex("train_loss");
    return table.insertColumn(place, objectives(results));
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static DoubleColumn objectives(List<TrainingResult> results) {
    return column(
        "objective",
        results,
        each -> last(each).map(row -> each.history().objective(row)).orElse(Double.NaN));
  }

  /** A training that diverged at its start has no record. */
  private static Optional<Measurement> last(TrainingResult result) {
    History history = result.history();
    return history.measurements().isEmpty() ? Optional.empty() : Optional.of(history.last());
  }

  /**
   * Appends what records tell: losses, path norm, active and strong units, accuracies, residual.
   */
  static void addMeasurements(Table table, List<Optional<Measurement>> rows) {
    table.addColumns(
        measured("train_loss", rows, row -> row.train().loss()),
        measured("test_loss", rows, row -> row.test().loss()),
        measured("path_norm", rows, row -> row.regularity().pathNorm()));
    addUnits(table, "active_", rows, Regularity::activeUnits);
    addUnits(table, "strong_", rows, Regularity::strongUnits);
    table.addColumns(
        measured("train_accuracy", rows, row -> row.train().accuracy()),
        measured("test_accuracy", rows, row -> row.test().accuracy()),
        measured("optimality", rows, Measurement::optimality));
  }

  private static DoubleColumn measured(
      String name, List<Optional<Measurement>> rows, Function<Measurement, Double> value) {
    return column(name, rows, row -> row.map(value).orElse(Double.NaN));
  }

  private static <T> DoubleColumn column(String name, List<T> rows, Function<T, Double> value) {
    DoubleColumn column = DoubleColumn.create(name);
    rows.forEach(row -> column.append(value.apply(row)));
    return column;
  }

  private static void addUnits(
      Table table,
      String prefix,
      List<Optional<Measurement>> rows,
      Function<Regularity, List<Integer>> unitsPerPair) {
    List<Optional<List<Integer>>> units =
        rows.stream().map(row -> row.map(each -> unitsPerPair.apply(each.regularity()))).toList();
    int pairs = units.stream().flatMap(Optional::stream).mapToInt(List::size).max().orElse(0);
    Function<List<Integer>, Integer> total = row -> row.stream().mapToInt(Integer::intValue).sum();
    table.addColumns(units(prefix + "units", units, total));
    for (int i = 0; i < pairs; i++) {
      int pair = i;
      table.addColumns(units(prefix + (pair + 1), units, row -> row.get(pair)));
    }
  }

  private static IntColumn units(
      String name, List<Optional<List<Integer>>> rows, Function<List<Integer>, Integer> value) {
    IntColumn column = IntColumn.create(name);
    rows.forEach(row -> row.map(value).ifPresentOrElse(column::append, column::appendMissing));
    return column;
  }
}
