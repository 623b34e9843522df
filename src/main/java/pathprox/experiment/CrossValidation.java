package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Network;
import pathprox.parallel.Tasks;
import pathprox.progress.Progress;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * Trains for each λ and each of some folds on all others, and measures on the fold. Trainings run
 * side by side, one thread each, and all begin at the start.
 *
 * @param lambdas the grid
 * @param method makes the method of each λ
 */
public record CrossValidation(Lambdas lambdas, DoubleFunction<Method> method) {
  public CrossValidation {
    Objects.requireNonNull(lambdas, "the grid of λ must not be null");
    Objects.requireNonNull(method, "the method must not be null");
  }

  /** {@return a cross-validation of PathProx, as recommended, over {@code lambdas}} */
  public static CrossValidation over(Lambdas lambdas) {
    return new CrossValidation(lambdas, PathProx::recommended);
  }

  /** {@return this cross-validation by {@code newMethod}, such as {@code λ -> PathProx.of(λ)}} */
  public CrossValidation withMethod(DoubleFunction<Method> newMethod) {
    return new CrossValidation(lambdas, newMethod);
  }

  /**
   * {@return what {@code trainer} comes to from {@code start} on the training set of each of {@code
   * folds}, such as {@link pathprox.data.Dataset#folds}, measured on its test set; what is complete
   * so far, if the thread is interrupted}
   *
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, there
   *     are fewer than two folds, or a method has another λ than it was made for
   */
  public CrossValidationResult train(Trainer trainer, Network start, List<Split> folds) {
    require(folds.size() >= 2, "cross-validation needs two folds or more, found %d", folds.size());
    List<Method> methods =
        lambdas.values().stream().map(lambda -> Runs.methodOf(method, lambda)).toList();
    int count = methods.size() * folds.size();
    TrainingResult[] results = new TrainingResult[count];
    try (Progress progress = Progress.of(title(folds.size()), 1)) {
      Trainer member = trainer.countingFor(progress);
      progress.begins(title(folds.size()), 0, count * trainer.options().iterations());
      Tasks.run(
          count,
          i -> {
            Runs runs = new Runs(member, folds.get(i % folds.size()));
            results[i] = runs.trainOrDiverge(start, methods.get(i / folds.size()));
          });
      boolean isDone = Arrays.stream(results).allMatch(CrossValidation::hasEnded);
      progress.ends(isDone ? "completed" : "interrupted", Optional.empty());
    }
    return new CrossValidationResult(
        folds.size(), complete(Collections.unmodifiableList(Arrays.asList(results)), folds.size()));
  }

  private static boolean hasEnded(TrainingResult result) {
    return result != null && result.outcome() != Outcome.INTERRUPTED;
  }

  /** The trainings of those λ for which all folds have ended. */
  private static List<List<TrainingResult>> complete(List<TrainingResult> results, int folds) {
    List<List<TrainingResult>> complete = new ArrayList<>();
    IntStream.range(0, results.size() / folds)
        .mapToObj(i -> results.subList(i * folds, (i + 1) * folds))
        .filter(ofLambda -> ofLambda.stream().allMatch(CrossValidation::hasEnded))
        .forEach(complete::add);
    return complete;
  }

  private String title(int folds) {
    return "cross-validation, %s folds × %s λ".formatted(folds, lambdas.values().size());
  }

  @Override
  public String toString() {
    return "cross-validation over " + lambdas;
  }
}
