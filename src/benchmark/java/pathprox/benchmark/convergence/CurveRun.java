package pathprox.benchmark.convergence;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Examples;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Regularity;
import pathprox.network.ConstantInputs;
import pathprox.network.Network;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;

/**
 * A training that is asked for its next record, and so can be watched and given up.
 *
 * <p>Steps, batches, records and the time that counts are those of {@code training.Trainer}, which
 * tells nothing before its end; {@link CurveRunTest} compares the two.
 */
final class CurveRun {
  private final Problem problem;
  private final double rate;
  private final WorkingCopy network;
  private final WorkingCopy evaluated;
  private final Optional<ConstantInputs> constantInputs;
  private final ShuffledBatches batches;
  private final Evaluator onTrain;
  private final Evaluator onTest;
  private final Step step;
  private final Buffer gradientBuffer = new Buffer();
  private int iteration;
  private long nanoseconds;
  private double batchLoss;

  CurveRun(Problem problem, long seed, Method method, double rate) {
    this.problem = problem;
    this.rate = rate;
    Network start = problem.architecture().initialize(seed);
    Split data = problem.data(seed);
    Examples all = Examples.of(data.train(), DataType.FLOAT);
    constantInputs = ConstantInputs.of(problem.architecture(), all.inputs());
    Examples train =
        constantInputs
            .map(
                inputs ->
                    new Examples(inputs.reduce(all.inputs()), all.targets(), all.classification()))
            .orElse(all);
    network = new WorkingCopy(constantInputs.map(inputs -> inputs.reduce(start)).orElse(start));
    evaluated = constantInputs.isPresent() ? new WorkingCopy(start) : network;
    batches = new ShuffledBatches(train, problem.batchSize(), seed);
    onTrain = new Evaluator(network, train, problem.loss());
    onTest = new Evaluator(evaluated, Examples.of(data.test(), DataType.FLOAT), problem.loss());
    step = method.prepare(network, Task.of(1000));
  }

  /** Makes some steps, fewer if the training diverges. */
  Point advance(int iterations) {
    long start = System.nanoTime();
    for (int i = 0; i < iterations && Double.isFinite(batchLoss); i++) {
      iterate();
    }
    nanoseconds += System.nanoTime() - start;
    return Double.isFinite(batchLoss) ? point() : Point.diverged(iteration, seconds());
  }

  private void iterate() {
    batches.moveTo(iteration);
    Matrix outputs = network.forward(batches.inputs());
    Matrix targets = batches.targets();
    Matrix gradient = gradientBuffer.matrix(outputs.type(), outputs.rows(), outputs.columns());
    batchLoss = problem.loss().gradient(outputs, targets, gradient);
    if (Double.isFinite(batchLoss)) {
      step.take(batchLoss, gradient, rate);
      iteration++;
    }
  }

  private Point point() {
    if (evaluated != network) {
      evaluated.follow(network, constantInputs);
    }
    return Point.of(
        iteration,
        seconds(),
        problem.lambda(),
        onTrain.evaluate(),
        onTest.evaluate(),
        Regularity.of(network));
  }

  private double seconds() {
    return nanoseconds * 1e-9;
  }
}
