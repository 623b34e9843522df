package pathprox.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pathprox.metrics.Regularity;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/** What was recorded during trainings. */
public final class HistoryTable {
  private HistoryTable() {}

  /** A record with the run that it is of, null for a history alone, and the best one so far. */
  private record Row(
      TrainingResult result, String run, History history, Measurement measurement, int best) {
    double decayObjective() {
      return measurement.regularity().decayObjective(measurement.train().loss(), history.lambda());
    }
  }

  /**
   * {@return a row for each record of {@code histories}, the runs one after the other; columns
   * {@code run}, {@code lambda}, {@code iteration}, {@code seconds}, {@code learning_rate} (that in
   * use), {@code undone_steps}, {@code batch_loss}, {@code train_loss}, {@code test_loss}, {@code
   * objective} (loss + Σf(‖w‖‖v‖) + (λ/2)·‖unpaired‖²), {@code best_iteration} (that of the lowest
   * objective so far), {@code decay_objective} (loss + (λ/2)·‖weights‖²), {@code path_norm}, {@code
   * half_squared_norm}, {@code active_units}, {@code active_1} and so on for each pair, {@code
   * strong_units}, {@code strong_1} and so on, see {@link pathprox.network.UnitPair}, {@code
   * train_accuracy}, {@code test_accuracy} (0 to 1), {@code optimality} (the residual relative to
   * λ, absolute for λ = 0); what was not measured is missing} The second of two runs of the same
   * name is called {@code name (2)}.
   */
  public static Table of(History... histories) {
    List<String> runs =
        ParameterColumns.numbered(Arrays.stream(histories).map(History::run).toList());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < histories.length; i++) {
      add(rows, null, runs.get(i), histories[i]);
    }
    RecordTable<Row> table = named(runs, rows);
    return withRecords(table.number("lambda", row -> row.history.lambda()));
  }

  /**
   * {@return a row for each record of {@code results}, as {@link #of(History...)}, but after {@code
   * run} with {@code method} (its family), {@code lambda}, {@code seed}, {@code schedule} (the
   * learning rates as asked for), {@code architecture}, and each other one of {@link
   * TrainingResult#parameters} in which two results differ, such as {@code batch_size}, or two of
   * the same method, such as {@code momentum}} Of results of the same name the runs are called
   * after what they differ in too, as in {@code PathProx λ=0.1, seed 3}, and get a number if that
   * is nothing.
   */
  public static Table of(TrainingResult... results) {
    ParameterColumns parameters = new ParameterColumns(List.of(results));
    List<String> runs = parameters.runs();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      add(rows, results[i], runs.get(i), results[i].history());
    }
    RecordTable<Row> table = named(runs, rows);
    parameters.addTo(table, Row::result);
    return withRecords(table);
  }

  private static void add(List<Row> rows, TrainingResult result, String run, History history) {
    Measurement best = null;
    for (Measurement row : history.measurements()) {
      best = best == null || history.objective(row) < history.objective(best) ? row : best;
      rows.add(new Row(result, run, history, row, best.iteration()));
    }
  }

  private static RecordTable<Row> named(List<String> runs, List<Row> rows) {
    String name = runs.size() == 1 ? runs.get(0) : "comparison";
    return RecordTable.of(name, rows).text("run", Row::run);
  }

  private static Table withRecords(RecordTable<Row> table) {
    RecordTable<Measurement> measured = table.with(Row::measurement);
    measured
        .whole("iteration", Measurement::iteration)
        .number("seconds", Measurement::seconds)
        .number("learning_rate", Measurement::learningRate)
        .whole("undone_steps", Measurement::undoneSteps)
        .number("batch_loss", Measurement::batchLoss)
        .number("train_loss", row -> row.train().loss())
        .number("test_loss", row -> row.test().loss());
    table
        .number("objective", row -> row.history.objective(row.measurement))
        .whole("best_iteration", Row::best)
        .number("decay_objective", Row::decayObjective);
    measured
        .number("path_norm", row -> row.regularity().pathNorm())
        .number("half_squared_norm", row -> row.regularity().halfSquaredNorm());
    return withUnitsAndAccuracies(measured);
  }

  static Table withUnitsAndAccuracies(RecordTable<Measurement> table) {
    table
        .with(Measurement::regularity)
        .units("active", Regularity::activeUnits)
        .units("strong", Regularity::strongUnits);
    return table
        .number("train_accuracy", row -> row.train().accuracy())
        .number("test_accuracy", row -> row.test().accuracy())
        .number("optimality", Measurement::optimality)
        .table();
  }
}
