package pathprox.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Network;
import pathprox.training.Trainer;

/**
 * Trains for one λ after the other, each from the solution for the λ before.
 *
 * <p>The direction of the grid matters, since the objective is not convex. A <b>rising</b> grid
 * gets further than trainings from the start, in deep networks to λ where those would die; but
 * units that do the same never merge, so many stay at its small λ. On a <b>falling</b> grid units
 * come back as they are needed, since dead ones are handed on: for one pair, at its small λ, the
 * same objective with fewer units. Deep networks begin badly at a large λ and keep that; for these,
 * first rise and then fall from there: {@code over(grid.reversed()).train(trainer,
 * rising.last().network(), data)}.
 *
 * <p>Each λ has the options of the trainer to itself; after too few iterations, units that would
 * have died are still there at the next λ. A network that diverged, or whose outputs do not depend
 * on its inputs (a saddle, but for one pair alone), is not handed on: the latest useful one is.
 *
 * <p>Whoever chooses a λ of the path chooses by the second set of its data, which is a validation
 * set then and is called so. To know what the chosen network is worth, divide samples into three:
 *
 * <pre>{@code
 * var parts = dataset.parts(seed, 0.6, 0.2, 0.2);
 * var path = RegularizationPath.over(grid)
 *     .train(trainer, start, new Split(parts.get(0), parts.get(1)));
 * Score.of(path.mostAccurate().network(), parts.get(2), loss)
 * }</pre>
 *
 * @param lambdas the grid, in the order of the trainings
 * @param method makes the method of each λ
 * @param warm whether trainings start from the solution before; else all begin at the start
 */
public record RegularizationPath(Lambdas lambdas, DoubleFunction<Method> method, boolean warm) {
  public RegularizationPath {
    Objects.requireNonNull(lambdas, "the grid of λ must not be null");
    Objects.requireNonNull(method, "the method must not be null");
  }

  /** {@return a path of PathProx over {@code lambdas} with warm starts, to be trained} */
  public static RegularizationPath over(Lambdas lambdas) {
    return new RegularizationPath(lambdas, PathProx::recommended, true);
  }

  /** {@return this path by {@code method}, such as {@code λ -> PathProx.of(λ)}} */
  public RegularizationPath withMethod(DoubleFunction<Method> method) {
    return new RegularizationPath(lambdas, method, warm);
  }

  /** {@return a path whose trainings all begin at the start, for comparisons} */
  public RegularizationPath withColdStarts() {
    return new RegularizationPath(lambdas, method, false);
  }

  /**
   * {@return one result for each λ, by {@code trainer} from {@code start} on {@code data}; those so
   * far, if the thread is interrupted; an IllegalArgumentException before any step if network,
   * data, loss and options do not fit together, or a method has another λ than it was made for}
   */
  public PathResult train(Trainer trainer, Network start, TrainingData data) {
    List<Method> methods =
        lambdas.values().stream().map(lambda -> Runs.methodOf(method, lambda)).toList();
    return new PathResult(
        lambdas, new Runs(trainer, data).inTurn(toString(), methods, start, warm));
  }

  @Override
  public String toString() {
    return "path over %s, %s".formatted(lambdas, warm ? "warm starts" : "cold starts");
  }
}
