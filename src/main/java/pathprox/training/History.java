package pathprox.training;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import pathprox.method.Method;
import pathprox.metrics.Regularity;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What was recorded during a training.
 *
 * @param run the name of the run in tables and legends
 * @param penalty what the objective penalizes the path norm of each unit with
 * @param measurements in the order of the iterations
 */
public record History(String run, ProximablePenalty penalty, List<Measurement> measurements) {
  public History {
    measurements = List.copyOf(measurements);
  }

  /**
   * Makes a history of a training that penalizes the path norm itself.
   *
   * @param run the name of the run in tables and legends
   * @param lambda λ of the objectives, 0 or more
   * @param measurements in the order of the iterations. Not modified.
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public History(String run, double lambda, List<Measurement> measurements) {
    this(run, new GroupLasso(lambda), measurements);
  }

  /** {@return λ of the objectives, that of the penalty; 0 or more} */
  public double lambda() {
    return penalty.lambda();
  }

  /**
   * Returns the last row.
   *
   * @return the latest measurement
   * @throws IndexOutOfBoundsException if nothing was recorded
   */
  public Measurement last() {
    return measurements.get(measurements.size() - 1);
  }

  /**
   * Returns the record with the lowest objective, of equal ones the first.
   *
   * @return one of the measurements
   * @throws NoSuchElementException if nothing was recorded
   */
  public Measurement best() {
    return measurements.stream().min(Comparator.comparingDouble(this::objective)).orElseThrow();
  }

  /**
   * Computes the objective for one of the rows: that of the method's {@link Method#penalty}, which
   * for weight decay is the one of PathProx. A row from before a training was resumed keeps the one
   * that it was recorded with.
   *
   * @param row a measurement of this history
   * @return loss + Σf(‖w_i‖‖v_i‖) + (λ/2)·Σ‖unpaired W‖², with f(ρ) = λρ unless the method has
   *     another penalty
   */
  public double objective(Measurement row) {
    return row.regularity().objective(row.train().loss());
  }

  /**
   * Gives the run another name.
   *
   * @param newRun the name in tables and legends
   * @return a new history
   */
  public History withRun(String newRun) {
    return new History(newRun, penalty, measurements);
  }

  /**
   * {@return the history as a tidy table, one row for each measurement; columns {@code run}, {@code
   * iteration}, {@code seconds}, {@code learning_rate} (that in use), {@code undone_steps}, {@code
   * batch_loss}, {@code train_loss}, {@code test_loss}, {@code objective} (loss + Σf(‖w‖‖v‖) +
   * (λ/2)·‖unpaired‖²), {@code best_iteration} (that of the lowest objective so far), {@code
   * decay_objective} (loss + (λ/2)·‖weights‖²), {@code path_norm}, {@code half_squared_norm},
   * {@code active_units}, {@code active_1} and so on for each pair, {@code strong_units}, {@code
   * strong_1} and so on, see {@link pathprox.network.StrongUnits}, {@code train_accuracy}, {@code
   * test_accuracy} (0 to 1), {@code optimality} (the residual relative to λ, absolute for λ = 0);
   * what was not measured is missing}
   */
  public Table table() {
    Table table =
        Table.create(
            run,
            StringColumn.create("run", measurements.stream().map(row -> run).toList()),
            IntColumn.create(
                "iteration", measurements.stream().mapToInt(Measurement::iteration).toArray()),
            column("seconds", Measurement::seconds),
            column("learning_rate", Measurement::learningRate),
            IntColumn.create(
                "undone_steps", measurements.stream().mapToInt(Measurement::undoneSteps).toArray()),
            column("batch_loss", Measurement::batchLoss),
            column("train_loss", row -> row.train().loss()),
            column("test_loss", row -> row.test().loss()),
            column("objective", this::objective),
            IntColumn.create("best_iteration", bestIterations()),
            column(
                "decay_objective",
                row -> row.regularity().decayObjective(row.train().loss(), lambda())),
            column("path_norm", row -> row.regularity().pathNorm()),
            column("half_squared_norm", row -> row.regularity().halfSquaredNorm()));
    addUnits(table, "active_", Regularity::activeUnits);
    addUnits(table, "strong_", Regularity::strongUnits);
    return table.addColumns(
        column("train_accuracy", row -> row.train().accuracy()),
        column("test_accuracy", row -> row.test().accuracy()),
        column("optimality", Measurement::optimality));
  }

  private int[] bestIterations() {
    int[] iterations = new int[measurements.size()];
    Measurement best = null;
    for (int i = 0; i < iterations.length; i++) {
      Measurement row = measurements.get(i);
      best = best == null || objective(row) < objective(best) ? row : best;
      iterations[i] = best.iteration();
    }
    return iterations;
  }

  private void addUnits(
      Table table, String prefix, Function<Regularity, List<Integer>> unitsPerPair) {
    List<List<Integer>> units =
        measurements.stream().map(row -> unitsPerPair.apply(row.regularity())).toList();
    ToIntFunction<List<Integer>> total = row -> row.stream().mapToInt(Integer::intValue).sum();
    table.addColumns(IntColumn.create(prefix + "units", units.stream().mapToInt(total).toArray()));
    for (int i = 0; i < (units.isEmpty() ? 0 : units.get(0).size()); i++) {
      int pair = i;
      int[] column = units.stream().mapToInt(row -> row.get(pair)).toArray();
      table.addColumns(IntColumn.create(prefix + (pair + 1), column));
    }
  }

  private DoubleColumn column(String name, ToDoubleFunction<Measurement> value) {
    return DoubleColumn.create(name, measurements.stream().mapToDouble(value).toArray());
  }

  /** {@return the run, how many rows there are, and the iterations and objectives at both ends} */
  @Override
  public String toString() {
    if (measurements.isEmpty()) {
      return run + ": nothing recorded";
    }
    Measurement first = measurements.get(0);
    return String.format(
        Locale.ROOT,
        "%s: %,d records, iterations %,d to %,d, objective %.5g to %.5g",
        run,
        measurements.size(),
        first.iteration(),
        last().iteration(),
        objective(first),
        objective(last()));
  }
}
