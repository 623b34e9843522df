package pathprox.experiment;

import java.util.Objects;
import java.util.function.DoubleFunction;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.network.Network;
import pathprox.plot.SignificantDigits;
import pathprox.progress.Progress;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/**
 * Looks for a λ that leaves a given number of active units. Units are never cut: the number is what
 * training at this λ gives, and the result says whether it is near enough.
 *
 * <p>How many units a λ keeps depends on the way to it: units that do the same never merge, so a
 * way up in λ keeps more of them than a way down. The search therefore comes from above. It trains
 * from the start, at λ, 2λ, 4λ, …, until few enough units are left, and falls from there, each
 * training beginning with the network of the smallest λ that still keeps too few; once a λ keeps
 * too many, the next is the geometric mean of both bounds. Where training from the start at a large
 * λ ends in a constant network, as it does in deep ones, λ first rises from the last useful network
 * until few enough units are left. A target that is reached before λ falls is left again, since a
 * smaller λ keeps as many units from there.
 *
 * <p>A number that still moves is no answer. A training is settled if it ended by the stopping rule
 * of its options, or the mean number of units in the last quarter of its iterations is within the
 * tolerance of that in the third. One that is not, and at its pace could reach the target in as
 * many iterations again, goes on at the same λ, three times at most. Longer trainings are worth
 * more than more of them.
 *
 * @param target how many units are wanted, in all pairs together: one λ cannot choose the number of
 *     each
 * @param tolerance how far the number may be from that, relative to it, 0 or more; one unit is
 *     always allowed
 * @param trainings how many trainings at most, 1 or more
 * @param firstLambda where the search begins, above 0 and finite; rather too small than too large
 * @param method makes the method of each λ
 */
public record SparsitySearch(
    UnitTarget target,
    double tolerance,
    int trainings,
    double firstLambda,
    DoubleFunction<Method> method) {
  private static final double USUAL_TOLERANCE = 0.05;
  private static final int USUAL_TRAININGS = 20;
  private static final double USUAL_FIRST_LAMBDA = 1e-3;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   * @throws NullPointerException if something is null
   */
  public SparsitySearch {
    Objects.requireNonNull(target, "the target must not be null");
    Objects.requireNonNull(method, "the method must not be null");
    if (!(tolerance >= 0) || tolerance == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("tolerance must be >= 0 and finite, was " + tolerance);
    }
    if (trainings < 1) {
      throw new IllegalArgumentException("trainings must be >= 1, was " + trainings);
    }
    if (!(firstLambda > 0) || firstLambda == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("the first λ must be > 0 and finite, was " + firstLambda);
    }
  }

  /**
   * {@return a search with PathProx, from λ = 10⁻³, with at most 20 trainings, for a number to
   * within 5 %}
   *
   * @param target such as {@code UnitTarget.perPair(40)}
   */
  public static SparsitySearch of(UnitTarget target) {
    return new SparsitySearch(
        target, USUAL_TOLERANCE, USUAL_TRAININGS, USUAL_FIRST_LAMBDA, PathProx::recommended);
  }

  /**
   * {@return a search with another tolerance}
   *
   * @param newTolerance relative to the wanted number, 0 or more; one unit is always allowed
   * @throws IllegalArgumentException if it is out of its range
   */
  public SparsitySearch within(double newTolerance) {
    return new SparsitySearch(target, newTolerance, trainings, firstLambda, method);
  }

  /**
   * {@return a search that begins elsewhere}
   *
   * @param lambda above 0 and finite
   * @throws IllegalArgumentException if it is out of its range
   */
  public SparsitySearch from(double lambda) {
    return new SparsitySearch(target, tolerance, trainings, lambda, method);
  }

  /**
   * {@return a search that may take longer, or less long}
   *
   * @param newTrainings how many trainings at most, 1 or more
   * @throws IllegalArgumentException if it is below 1
   */
  public SparsitySearch withTrainings(int newTrainings) {
    return new SparsitySearch(target, tolerance, newTrainings, firstLambda, method);
  }

  /**
   * {@return a search that trains otherwise}
   *
   * @param newMethod makes the method of each λ
   */
  public SparsitySearch withMethod(DoubleFunction<Method> newMethod) {
    return new SparsitySearch(target, tolerance, trainings, firstLambda, newMethod);
  }

  /**
   * Trains until the number of units is reached and settled, or all trainings are used up.
   * Interrupting the thread ends the search with the trainings so far.
   *
   * @param trainer how to train at each λ; four records or more for each training
   * @param start where to start. Not modified.
   * @param data a training set, or a split. Not modified.
   * @return all trainings, and the nearest to the target
   * @throws IllegalArgumentException if the target is impossible for this network, records are too
   *     rare, or network, data, loss and options do not fit together; before any step
   * @throws pathprox.training.TrainingDivergedException if the first training diverges; a later one
   *     that does is a trial with too few units
   */
  public SparsityResult train(Trainer trainer, Network start, TrainingData data) {
    try (Progress progress = Progress.of(toString(), trainings)) {
      return train(start, new Runs(trainer.listening(progress), data));
    }
  }

  private SparsityResult train(Network start, Runs runs) {
    Settling settling = Settling.on(target, tolerance, start);
    requireRecords(runs.trainer().options());
    return new SparsityBracket(this, start, runs, settling).search();
  }

  private static void requireRecords(TrainingOptions options) {
    if (options.recording().every() > options.iterations() / 4) {
      throw new IllegalArgumentException(
          "to see whether numbers settle, records must be at most %s of the %s iterations apart, were %s"
              .formatted(
                  options.iterations() / 4, options.iterations(), options.recording().every()));
    }
  }

  @Override
  public String toString() {
    return "search for %s from λ = %s with at most %s trainings"
        .formatted(target, new SignificantDigits(4).format(firstLambda), trainings);
  }
}
