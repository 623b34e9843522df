package pathprox.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * Trains for one λ after the other, each from the solution for the λ before.
 *
 * <p>The direction is that of the grid, and matters, since the objective is not convex. On a
 * <b>rising</b> grid each training starts from a network that has learned more than it may keep: it
 * gets further than one from the start, in deep networks to λ where that would die. But units that
 * do the same never merge, so many stay. On a <b>falling</b> grid units come back one by one as
 * they are needed, since whole networks are handed on, with their dead units. For one pair that
 * gives the same objective with half the units; deep networks begin badly at a large λ and keep
 * that. For these, first rise and then fall from there: {@code over(grid.reversed()).train(trainer,
 * rising.last().network(), data)}.
 *
 * <p>A network whose outputs do not depend on its inputs is a saddle and never handed on, nor is
 * one that diverged: the next training starts from the latest useful network, or from the start.
 * One pair alone with all units dead is no saddle and handed on.
 *
 * <p>Each λ has the iterations, learning rates and stopping rule of the trainer to itself. Too few
 * iterations show as hysteresis: units that would have died are still there at the next λ.
 *
 * @param lambdas the grid, in the order of the trainings
 * @param method makes the method of each λ
 * @param warm whether trainings start from the solution before; else all begin at the start
 */
public record RegularizationPath(Lambdas lambdas, DoubleFunction<Method> method, boolean warm) {
  /**
   * @throws NullPointerException if something is null
   */
  public RegularizationPath {
    Objects.requireNonNull(lambdas, "the grid of λ must not be null");
    Objects.requireNonNull(method, "the method must not be null");
  }

  /** {@return a path of PathProx over {@code lambdas} with warm starts, to be trained} */
  public static RegularizationPath over(Lambdas lambdas) {
    return new RegularizationPath(lambdas, PathProx::recommended, true);
  }

  /**
   * {@return this path by {@code method}, such as {@code λ -> PathProx.of(λ).withMomentum(0.9)}}
   */
  public RegularizationPath withMethod(DoubleFunction<Method> method) {
    return new RegularizationPath(lambdas, method, warm);
  }

  /** {@return a path whose trainings all begin at the start, for comparisons} */
  public RegularizationPath withColdStarts() {
    return new RegularizationPath(lambdas, method, false);
  }

  /**
   * {@return one result for each λ, by {@code trainer} from {@code start} on {@code data}}
   * Interrupting the thread ends the path with the results so far.
   *
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, or a
   *     method has another λ than it was made for; before any step
   */
  public PathResult train(Trainer trainer, Network start, TrainingData data) {
    List<Method> methods =
        lambdas.values().stream().map(lambda -> Runs.methodOf(method, lambda)).toList();
    List<TrainingResult> results = new ArrayList<>();
    try (Progress progress = Progress.of(toString(), methods.size())) {
      Runs runs = new Runs(trainer.listening(progress), data);
      Network from = start;
      for (Method each : methods) {
        TrainingResult result = runs.trainOrDiverge(from, each);
        results.add(result);
        if (result.outcome() == Outcome.INTERRUPTED) {
          break;
        }
        from = warm && runs.canGoOnFrom(result) ? result.network() : from;
      }
    }
    return new PathResult(lambdas, results);
  }

  @Override
  public String toString() {
    return "path over %s, %s".formatted(lambdas, warm ? "warm starts" : "cold starts");
  }
}
