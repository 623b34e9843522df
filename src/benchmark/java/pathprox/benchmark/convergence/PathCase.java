package pathprox.benchmark.convergence;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.experiment.Lambdas;
import pathprox.experiment.RegularizationPath;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/**
 * Ten values of λ, each started from the solution before it, against ten trainings from the start,
 * all to the same optimality residual: a tent through 20 points to 1e-4, and 359 images of digits
 * to 0.1; one hidden layer, full batch, float64.
 */
final class PathCase {
  private static final int LAMBDAS = 10;
  private static final int POINTS = 20;

  /** What is solved for ten λ. */
  private record Problem(Dataset data, Network start, Loss loss, double tolerance, Lambdas grid) {
    long iterations(boolean warm) {
      TrainingOptions options =
          TrainingOptions.defaults()
              .withIterations(20_000)
              .withBatchSize(data.size())
              .withLoss(loss)
              .withRecordEvery(25)
              .stopWhenOptimal(tolerance);
      RegularizationPath path = RegularizationPath.over(grid);
      return (warm ? path : path.withColdStarts())
          .train(Trainer.with(options), start, data)
          .iterations();
    }
  }

  private PathCase() {}

  /** Runs all problems both ways. */
  static Row follow() {
    List<Problem> problems = List.of(tent(), digits());
    long warm = problems.stream().mapToLong(problem -> problem.iterations(true)).sum();
    long cold = problems.stream().mapToLong(problem -> problem.iterations(false)).sum();
    return new Row(
        "10 λ with warm starts / 10 cold runs, iterations",
        (double) warm / cold,
        0.5,
        0.3,
        String.format(Locale.ROOT, "%,d iterations against %,d", warm, cold));
  }

  private static Problem tent() {
    double[][] x = new double[POINTS][1];
    double[][] y = new double[POINTS][1];
    for (int i = 0; i < POINTS; i++) {
      x[i][0] = -2 + 4.0 * i / (POINTS - 1);
      y[i][0] = Math.max(0, 1.5 - Math.abs(x[i][0]));
    }
    return new Problem(
        Dataset.regression("tent", Nd4j.createFromArray(x), Nd4j.createFromArray(y)),
        Architecture.factorizedMlp(1, 40, 1, 1).initialize(5, DataType.DOUBLE),
        new MeanSquaredError(),
        1e-4,
        Lambdas.geometric(0.02, 0.2, LAMBDAS));
  }

  private static Problem digits() {
    return new Problem(
        Digits.load().split(0.2, 1).train(),
        Architecture.factorizedMlp(64, 30, 1, 10).initialize(3, DataType.DOUBLE),
        new CrossEntropy(),
        0.1,
        Lambdas.geometric(0.05, 0.3, LAMBDAS));
  }
}
