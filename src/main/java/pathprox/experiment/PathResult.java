package pathprox.experiment;

import static java.util.Comparator.comparingDouble;
import static pathprox.matrix.Arguments.require;

import java.util.Collections;
import java.util.List;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.table.ResultTable;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;
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
   * {@return the trainings by their last records, the columns of {@link ResultTable#of}, but {@code
   * validation_loss} and {@code validation_accuracy} for what was measured on the second set}
   */
  public Table table() {
    return validated(ResultTable.of("path", results));
  }

  private static Table validated(Table table) {
    table.column("test_loss").setName("validation_loss");
    table.column("test_accuracy").setName("validation_accuracy");
    return table;
  }

  /**
   * {@return {@link #table()} after columns {@code run}, the name of the path in figures, {@code
   * method}, {@code seed}, {@code schedule} and {@code architecture}}
   */
  public Table table(String run) {
    List<String> runs = Collections.nCopies(results.size(), run);
    return validated(ResultTable.ofRuns("path", runs, results));
  }

  /** {@return a chart of active units and validation accuracy, a point for each λ} */
  public Chart chart() {
    return Curves.path(table());
  }

  /** {@return the training with {@code lambda}, IllegalArgumentException if there is none} */
  public TrainingResult at(double lambda) {
    List<Double> trained = results.stream().map(result -> result.history().lambda()).toList();
    boolean wasTrained = trained.contains(lambda);
    require(wasTrained, "λ = %s was not trained, these were: %s", lambda, trained);
    return results.get(trained.indexOf(lambda));
  }

  /**
   * {@return the last training that did not diverge, from which another path can go on; an
   * IllegalStateException if there is none}
   */
  public TrainingResult last() {
    return results.stream()
        .filter(result -> result.outcome() != Outcome.DIVERGED)
        .reduce((before, result) -> result)
        .orElseThrow(() -> new IllegalStateException(nothing("has ended without diverging")));
  }

  private String nothing(String problem) {
    long diverged = results.stream().filter(it -> it.outcome() == Outcome.DIVERGED).count();
    String message = "none of the %s trainings of the path %s, %s diverged";
    return message.formatted(results.size(), problem, diverged);
  }

  /**
   * {@return the training with the best validation accuracy, of equal ones that with the fewest
   * units, of those that did not diverge; an IllegalStateException if none was measured} The
   * accuracy of a winner is too good: what it is worth tell samples that had no part in the choice,
   * by {@link pathprox.metrics.Score#of}.
   */
  public TrainingResult mostAccurate() {
    return results.stream()
        .filter(result -> !Double.isNaN(accuracy(result)))
        .max(comparingDouble(PathResult::accuracy).thenComparing(it -> -Settling.units(it)))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    nothing("has a validation accuracy")
                        + "; it is measured on the second part of a Split of classes"));
  }

  private static double accuracy(TrainingResult result) {
    return Runs.test(result).accuracy();
  }

  /** {@return the number of steps of all trainings, the sum of their iterations} */
  public int iterations() {
    return results.stream().mapToInt(TrainingResult::iterations).sum();
  }

  @Override
  public String toString() {
    int all = lambdas.values().size();
    String title = "path over %d of %d λ, %,d iterations";
    String line = Compare.text(title, results.size(), all, iterations());
    return Compare.lines(line, "validation", results);
  }
}
