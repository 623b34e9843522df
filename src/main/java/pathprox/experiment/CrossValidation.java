package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * Trains by each of some methods, for each of some folds, on all other folds, and measures on that
 * one. Trainings run side by side, one thread each, and all begin at the start.
 *
 * @param methods one or more, such as one method with several λ
 */
public record CrossValidation(List<Method> methods) {
  public CrossValidation {
    methods = List.copyOf(methods);
    require(!methods.isEmpty(), "cross-validation needs a method, found none");
  }

  /** {@return a cross-validation of {@code methods}} */
  public static CrossValidation of(Method... methods) {
    return new CrossValidation(List.of(methods));
  }

  /** {@return a cross-validation of PathProx, as recommended, with each of {@code lambdas}} */
  public static CrossValidation over(Lambdas lambdas) {
    return new CrossValidation(
        lambdas.values().stream().map(lambda -> (Method) PathProx.recommended(lambda)).toList());
  }

  /**
   * {@return what {@code trainer} comes to from {@code start} on the training set of each of {@code
   * folds}, two or more, such as {@link pathprox.data.Dataset#folds}, measured on its test set; the
   * methods that are complete, if the thread is interrupted} With an early stop each fold has
   * chosen when its training ends, so that the errors on it are too low: those of new rows are
   * higher.
   *
   * @throws IllegalArgumentException if network, data, loss and options do not fit together
   */
  public CrossValidationResult train(Trainer trainer, Network start, List<Split> folds) {
    require(folds.size() >= 2, "cross-validation needs two folds or more, found %d", folds.size());
    int count = methods.size() * folds.size();
    String title = "cross-validation, %s folds × %s λ".formatted(folds.size(), methods.size());
    long iterations = (long) count * trainer.options().iterations();
    List<TrainingResult> results =
        new SideBySide(title, count, iterations)
            .run(
                trainer,
                (member, i) ->
                    new Runs(member, folds.get(i % folds.size()))
                        .trainOrDiverge(start, methods.get(i / folds.size())));
    return CrossValidationResult.of(complete(results, folds.size()));
  }

  /** The trainings of those methods for which all folds have ended. */
  private static List<List<TrainingResult>> complete(List<TrainingResult> results, int folds) {
    List<List<TrainingResult>> complete = new ArrayList<>();
    IntStream.range(0, results.size() / folds)
        .mapToObj(i -> results.subList(i * folds, (i + 1) * folds))
        .filter(ofMethod -> ofMethod.stream().allMatch(SideBySide::hasEnded))
        .forEach(complete::add);
    return complete;
  }

  @Override
  public String toString() {
    return "cross-validation of " + String.join(", ", methods.stream().map(Method::name).toList());
  }
}
