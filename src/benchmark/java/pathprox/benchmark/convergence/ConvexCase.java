package pathprox.benchmark.convergence;

import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.MeanSquaredError;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * One hidden layer, full batch, float64, trained until the stopping rule ends it: the four points
 * of arXiv:2505.21791 on a plateau, where all minimizers have the same path norm.
 */
final class ConvexCase {
  private static final double LAMBDA = 1e-3;
  private static final double TOLERANCE = 1e-8;
  private static final int LIMIT = 100_000;

  private ConvexCase() {}

  /** Trains to the end. A training that does not stop by itself has not reached anything. */
  static Row solve() {
    Dataset points =
        Dataset.regression(
            "plateau",
            Nd4j.createFromArray(new double[][] {{-1.5}, {-0.5}, {0.5}, {1.5}}),
            Nd4j.createFromArray(new double[][] {{0}, {1}, {1}, {0}}));
    Network start = Architecture.factorizedMlp(1, 40, 1, 1).initialize(1, DataType.DOUBLE);
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(LIMIT)
            .withBatchSize(points.size())
            .withLoss(new MeanSquaredError())
            .stopWhenOptimal(TOLERANCE);
    TrainingResult result =
        Trainer.with(options).train(start, points, PathProx.recommended(LAMBDA));
    double residual = result.history().last().optimality();
    boolean stopped = result.outcome() == Outcome.OPTIMAL;
    return new Row(
        "optimality residual / λ, one hidden layer, full batch, float64",
        stopped ? residual : Double.POSITIVE_INFINITY,
        TOLERANCE,
        null,
        stopped
            ? String.format(
                Locale.ROOT, "the stopping rule ended it after %,d iterations", result.iterations())
            : String.format(
                Locale.ROOT, "the stopping rule did not end it; residual %.2g", residual));
  }
}
