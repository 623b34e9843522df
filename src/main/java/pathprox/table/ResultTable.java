package pathprox.table;

import java.util.List;
import java.util.Locale;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Where trainings ended, by their last records. */
public final class ResultTable {
  private ResultTable() {}

  /**
   * {@return the table {@code name} with a row for each of {@code results}; columns {@code lambda},
   * {@code iterations}, {@code outcome} (as {@link pathprox.training.Outcome}, in lower case),
   * {@code objective}, {@code train_loss}, {@code test_loss}, {@code path_norm}, {@code
   * active_units}, {@code active_1} and so on for each pair, {@code strong_units}, {@code strong_1}
   * and so on, {@code train_accuracy}, {@code test_accuracy} (0 to 1), {@code optimality}; what was
   * not measured is missing}
   */
  public static Table of(String name, List<TrainingResult> results) {
    return withMeasurements(
        RecordTable.of(name, results)
            .number("lambda", result -> result.history().lambda())
            .whole("iterations", TrainingResult::iterations)
            .text("outcome", result -> result.outcome().name().toLowerCase(Locale.ROOT))
            .number("objective", each -> last(each) == null ? Double.NaN : each.objective())
            .with(ResultTable::last));
  }

  /**
   * {@return the table {@code name} of {@link #of}, after the columns {@code run}, from {@code
   * runs}, one for each of {@code results}, {@code method}, {@code seed}, {@code schedule}, {@code
   * architecture} and those in which the results differ, see {@link
   * HistoryTable#of(TrainingResult...)}, by which tables of several paths can be put together}
   */
  public static Table ofRuns(String name, List<String> runs, List<TrainingResult> results) {
    RecordTable<TrainingResult> table = RecordTable.of(name, results);
    new ParameterColumns(results).addTo(table, result -> result);
    Table parameters = table.table().removeColumns("lambda");
    Table measured = of(name, results);
    return Table.create(name, StringColumn.create("run", runs))
        .addColumns(parameters.columns().toArray(Column<?>[]::new))
        .addColumns(measured.columns().toArray(Column<?>[]::new));
  }

  /**
   * {@return the table {@code name} of the other, where the runs of {@code results} are named as in
   * {@link HistoryTable#of(TrainingResult...)}}
   */
  public static Table ofRuns(String name, List<TrainingResult> results) {
    return ofRuns(name, new ParameterColumns(results).runs(), results);
  }

  /**
   * {@return the table {@code name} with a row for each of {@code records}; columns {@code
   * train_loss} to {@code optimality}, as in {@link #of}}
   */
  public static Table ofRecords(String name, List<Measurement> records) {
    return withMeasurements(RecordTable.of(name, records));
  }

  private static Table withMeasurements(RecordTable<Measurement> table) {
    table
        .number("train_loss", row -> row.train().loss())
        .number("test_loss", row -> row.test().loss())
        .number("path_norm", row -> row.regularity().pathNorm());
    return HistoryTable.withUnitsAndAccuracies(table);
  }

  /** Null for a training that diverged at its start. */
  private static Measurement last(TrainingResult result) {
    History history = result.history();
    return history.measurements().isEmpty() ? null : history.last();
  }
}
