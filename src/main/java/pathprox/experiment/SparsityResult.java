package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.Comparator;
import java.util.List;
import pathprox.method.UnitTarget;
import pathprox.plot.SignificantDigits;
import pathprox.table.ResultTable;
import pathprox.training.Outcome;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link SparsitySearch} found.
 *
 * @param target what was wanted
 * @param wanted how many units that is for the network
 * @param allowed how far from it is near enough
 * @param trials all trainings, in their order; an IllegalArgumentException if all diverged
 */
public record SparsityResult(
    UnitTarget target, int wanted, double allowed, List<TrainingResult> trials) {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  public SparsityResult {
    trials = List.copyOf(trials);
    boolean isUseful = trials.stream().anyMatch(trial -> trial.outcome() != Outcome.DIVERGED);
    String message = "a result needs a training that did not diverge, found %s that did";
    require(isUseful, message, trials.size());
  }

  private Settling settling() {
    return new Settling(wanted, allowed);
  }

  /**
   * {@return the best training: one within the tolerance, if possible settled, and of several the
   * one with the smallest λ; else the nearest}
   */
  public TrainingResult result() {
    Settling settling = settling();
    return trials.stream()
        .filter(trial -> trial.outcome() != Outcome.DIVERGED)
        .min(
            Comparator.comparing((TrainingResult trial) -> !settling.isReached(trial))
                .thenComparing(trial -> settling.isReached(trial) && !settling.isSettled(trial))
                .thenComparing(trial -> settling.isReached(trial) ? trial.history().lambda() : 0)
                .thenComparing(settling::distance))
        .orElseThrow();
  }

  /** {@return the λ of the best training, above 0} */
  public double lambda() {
    return result().history().lambda();
  }

  /** {@return the number of active units of the best training as last recorded, of all pairs} */
  public int units() {
    return Settling.units(result());
  }

  /** {@return whether the number is within the tolerance; if not, the search ended before} */
  public boolean isReached() {
    return settling().isReached(result());
  }

  /** {@return whether the number of the best training was settled, see {@link SparsitySearch}} */
  public boolean isSettled() {
    return settling().isSettled(result());
  }

  /**
   * {@return the trials by their last records, the columns of {@link ResultTable#of}, then {@code
   * reached} and {@code settled}}
   */
  public Table table() {
    Settling settling = settling();
    return ResultTable.of("trials", trials)
        .addColumns(
            BooleanColumn.create("reached", trials.stream().map(settling::isReached).toList()),
            BooleanColumn.create("settled", trials.stream().map(settling::isSettled).toList()));
  }

  @Override
  public String toString() {
    String title = "%s: %s units ± %s wanted, %s found at λ = %s, %s%s; %s trainings";
    String near = DIGITS.format(allowed);
    String lambda = DIGITS.format(lambda());
    String reached = isReached() ? "within the tolerance" : "NOT within the tolerance";
    String moving = isSettled() ? "" : ", and still moving: more iterations may end elsewhere";
    return trials.stream()
        .map(trial -> "\n  " + trial.title() + ", units " + Settling.units(trial))
        .reduce(
            title.formatted(target, wanted, near, units(), lambda, reached, moving, trials.size()),
            String::concat);
  }
}
