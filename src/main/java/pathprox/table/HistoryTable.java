package pathprox.table;

import java.util.ArrayList;
import java.util.List;
import pathprox.metrics.Regularity;
import pathprox.training.History;
import pathprox.training.Measurement;
import tech.tablesaw.api.Table;

/** What was recorded during trainings. */
public final class HistoryTable {
  private HistoryTable() {}

  /** A record with the iteration of the best one so far. */
  private record Row(History history, Measurement measurement, int bestIteration) {
    double decayObjective() {
      return measurement.regularity().decayObjective(measurement.train().loss(), history.lambda());
    }
  }

  /**
   * {@return a row for each record of {@code histories}, the runs one after the other; columns
   * {@code run}, {@code iteration}, {@code seconds}, {@code learning_rate} (that in use), {@code
   * undone_steps}, {@code batch_loss}, {@code train_loss}, {@code test_loss}, {@code objective}
   * (loss + Σf(‖w‖‖v‖) + (λ/2)·‖unpaired‖²), {@code best_iteration} (that of the lowest objective
   * so far), {@code decay_objective} (loss + (λ/2)·‖weights‖²), {@code path_norm}, {@code
   * half_squared_norm}, {@code active_units}, {@code active_1} and so on for each pair, {@code
   * strong_units}, {@code strong_1} and so on, see {@link pathprox.network.UnitPair}, {@code
   * train_accuracy}, {@code test_accuracy} (0 to 1), {@code optimality} (the residual relative to
   * λ, absolute for λ = 0); what was not measured is missing}
   */
  public static Table of(History... histories) {
    List<Row> rows = new ArrayList<>();
    for (History history : histories) {
      Measurement best = null;
      for (Measurement row : history.measurements()) {
        best = best == null || history.objective(row) < history.objective(best) ? row : best;
        rows.add(new Row(history, row, best.iteration()));
      }
    }
    String name = histories.length == 1 ? histories[0].run() : "comparison";
    RecordTable<Row> table = RecordTable.of(name, rows).text("run", row -> row.history.run());
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
        .whole("best_iteration", Row::bestIteration)
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
