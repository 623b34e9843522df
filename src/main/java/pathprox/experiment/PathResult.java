package pathprox.experiment;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.ResultTable;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the trainings of a {@link RegularizationPath} gave.
 *
 * @param lambdas the grid that was asked for
 * @param results one for each λ, in the order of the grid; fewer if the path was interrupted
 */
public record PathResult(Lambdas lambdas, List<TrainingResult> results) {
  public PathResult {
    results = List.copyOf(results);
  }

  /**
   * {@return the trainings by their last records, in the order of the grid, see {@link
   * ResultTable#of}}
   */
  public Table table() {
    return ResultTable.of("path", results);
  }

  /**
   * {@return the columns of {@link #table()} after a column {@code run}, so that several paths go
   * into one table}
   *
   * @param run what to call the path in figures
   */
  public Table table(String run) {
    StringColumn names = StringColumn.create("run", Collections.nCopies(results.size(), run));
    return table().insertColumn(0, names);
  }

  /** {@return a chart of active units and test accuracy, a point for each λ} */
  public Chart chart() {
    return Curves.path(table());
  }

  /**
   * {@return the training of one λ}
   *
   * @param lambda one of the grid
   * @throws IllegalArgumentException if this λ was not trained
   */
  public TrainingResult at(double lambda) {
    return results.stream()
        .filter(result -> result.history().lambda() == lambda)
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "λ = %s was not trained, these were: %s".formatted(lambda, trained())));
  }

  /** {@return the last training, from which another path can go on} */
  public TrainingResult last() {
    return results.get(results.size() - 1);
  }

  private List<Double> trained() {
    return results.stream().map(result -> result.history().lambda()).toList();
  }

  /**
   * {@return the training with the best test accuracy; of equal ones that with the fewest units}
   *
   * <p>This chooses λ by the test set, whose accuracy is then no fair estimate any more.
   *
   * @throws IllegalArgumentException if no test accuracy was measured
   */
  public TrainingResult mostAccurate() {
    ToDoubleFunction<TrainingResult> accuracy = result -> last(result).test().accuracy();
    return results.stream()
        .filter(result -> !result.history().measurements().isEmpty())
        .filter(result -> !Double.isNaN(accuracy.applyAsDouble(result)))
        .max(Comparator.comparingDouble(accuracy).thenComparing(result -> -units(result)))
        .orElseThrow(
            () -> new IllegalArgumentException("no test accuracy was measured along the path"));
  }

  private static Measurement last(TrainingResult result) {
    return result.history().last();
  }

  private static int units(TrainingResult result) {
    return last(result).regularity().totalActiveUnits();
  }

  /** {@return the number of steps of all trainings, the sum of their iterations} */
  public int iterations() {
    return results.stream().mapToInt(TrainingResult::iterations).sum();
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n  ");
    lines.add(
        String.format(
            Locale.ROOT,
            "path over %d of %d λ, %,d iterations",
            results.size(),
            lambdas.values().size(),
            iterations()));
    results.forEach(result -> lines.add(ResultLine.of(result)));
    return lines.toString();
  }
}
