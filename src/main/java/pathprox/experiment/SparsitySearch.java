package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

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

/**
 * Looks for a λ that leaves a given number of active units. Units are never cut: the number is what
 * training at this λ gives, and the result says whether it is near enough.
 *
 * <p>Units that do the same never merge, so the search comes from above: a way up in λ keeps more
 * of them. It trains from the start, at λ, 2λ, 4λ, …, until few enough units are left, and falls
 * from there, each training beginning with the network of the smallest λ that still keeps too few;
 * once a λ keeps too many, the next is the geometric mean of both bounds. Where a large λ makes the
 * network constant, as it does deep ones, λ first rises from the last useful network.
 *
 * <p>A training is settled if it ended by the stopping rule of its options, or the mean number of
 * units in the last quarter of its iterations is within the tolerance of that in the third. One
 * that is not, and at its pace could reach the target in as many iterations again, goes on at the
 * same λ, three times at most. Longer trainings are worth more than more of them. What a test set
 * says has no part in the search. Numbers out of their range are an IllegalArgumentException.
 *
 * @param target how many units are wanted, in all pairs together, as there is one λ
 * @param tolerance how far the number may be from that, relative to it, 0 or more; 1 unit always
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
  public SparsitySearch {
    Objects.requireNonNull(target, "the target must not be null");
    Objects.requireNonNull(method, "the method must not be null");
    boolean isTolerance = tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY;
    require(isTolerance, "tolerance must be >= 0 and finite, was %s", tolerance);
    require(trainings >= 1, "trainings must be >= 1, was %s", trainings);
    boolean isLambda = firstLambda > 0 && firstLambda < Double.POSITIVE_INFINITY;
    require(isLambda, "the first λ must be > 0 and finite, was %s", firstLambda);
  }

  /**
   * {@return a search for {@code target}, such as {@code UnitTarget.perPair(40)}, to within 5 %,
   * with PathProx, from λ = 10⁻³, in at most 20 trainings}
   */
  public static SparsitySearch of(UnitTarget target) {
    return new SparsitySearch(target, 0.05, 20, 1e-3, PathProx::recommended);
  }

  /** {@return this search with a relative {@code tolerance} of the number} */
  public SparsitySearch within(double tolerance) {
    return new SparsitySearch(target, tolerance, trainings, firstLambda, method);
  }

  /** {@return this search, beginning at {@code lambda}} */
  public SparsitySearch from(double lambda) {
    return new SparsitySearch(target, tolerance, trainings, lambda, method);
  }

  /** {@return this search with at most so many {@code trainings}} */
  public SparsitySearch withTrainings(int trainings) {
    return new SparsitySearch(target, tolerance, trainings, firstLambda, method);
  }

  /** {@return this search by {@code method}, which makes the method of each λ} */
  public SparsitySearch withMethod(DoubleFunction<Method> method) {
    return new SparsitySearch(target, tolerance, trainings, firstLambda, method);
  }

  /**
   * {@return all trainings, the first from {@code start}, and the nearest to the target, by {@code
   * trainer} on {@code data}; those so far, if the thread is interrupted} A target that the network
   * cannot have, fewer than four records a training, or what does not fit together are an
   * IllegalArgumentException before any step. If the first training diverges, it throws a {@link
   * pathprox.training.TrainingDivergedException}; a later one is a trial with too few units.
   */
  public SparsityResult train(Trainer trainer, Network start, TrainingData data) {
    Settling settling = Settling.on(target, tolerance, start);
    int every = trainer.options().recording().every();
    int iterations = trainer.options().iterations();
    String message =
        "to see whether numbers settle, records must be at most %s of the %s iterations apart, were %s";
    require(every <= iterations / 4, message, iterations / 4, iterations, every);
    try (Progress progress = Progress.of(toString(), trainings)) {
      Runs runs = new Runs(trainer.listening(progress), data);
      return new SparsityBracket(this, start, runs, settling).search();
    }
  }

  @Override
  public String toString() {
    return "search for %s from λ = %s with at most %s trainings"
        .formatted(target, new SignificantDigits(4).format(firstLambda), trainings);
  }
}
