package pathprox.benchmark;

import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Regularity;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.training.ConstantInputs;

/**
 * 1,000 iterations of the published training on the MNIST subset, to be run a hundred times.
 *
 * <p>As the trainer does it, without the inputs that are constant in the training set. An iteration
 * shuffles where an epoch begins, gathers its batch and steps. The evaluation of each record is not
 * part of the time.
 */
final class TrainingRun implements Work {
  private static final int ITERATIONS = 1000;
  private static final double RATE = 0.3;

  private static final Arena ARENA = new Arena();

  private final Examples examples;
  private final int[] order;
  private final CrossEntropy loss = new CrossEntropy();
  private final Buffer inputBuffer = ARENA.buffer();
  private final Buffer targetBuffer = ARENA.buffer();
  private final Buffer gradientBuffer = ARENA.buffer();
  private final Network reduced;
  private final WorkingNetwork network;
  private final Step step;
  private int iteration;

  /** The training of the published curve. */
  static TrainingRun published() {
    return new TrainingRun(
        DenseStep.network(DenseStep.WIDTH, DenseStep.BLOCKS), PathProx.of(DenseStep.LAMBDA));
  }

  private TrainingRun(Network start, Method method) {
    Examples all = MnistSubset.train();
    ConstantInputs constants =
        ConstantInputs.of(start.architecture(), all.inputs(), false).orElseThrow();
    reduced = constants.reduce(start);
    examples = new Examples(constants.reduce(all.inputs(), ARENA), all.targets(), true);
    order = RandomNumbers.of(1, "order", 0).permutation(all.size());
    network = reduced.working();
    step = method.prepare(network, Task.of(1000));
  }

  @Override
  public void run() {
    for (int i = 0; i < ITERATIONS; i++) {
      iterate();
    }
  }

  private void iterate() {
    int batch = iteration++ % (order.length / DenseStep.BATCH);
    if (batch == 0) {
      RandomNumbers.of(1, "shuffling", iteration).permute(order);
    }
    Matrix outputs = network.forward(gather(inputBuffer, examples.inputs(), batch));
    Matrix targets = gather(targetBuffer, examples.targets(), batch);
    Matrix gradient = gradientBuffer.matrix(DataType.FLOAT, outputs.rows(), outputs.columns());
    loss.gradient(outputs, targets, gradient);
    step.take(gradient, RATE);
  }

  private Matrix gather(Buffer buffer, Matrix source, int batch) {
    Matrix rows = buffer.matrix(source.type(), DenseStep.BATCH, source.columns());
    rows.gatherRows(source, order, batch * DenseStep.BATCH, DenseStep.BATCH);
    return rows;
  }

  @Override
  public String note() {
    double dataLoss = new Evaluator(network, examples, loss).evaluate().loss();
    double objective = Regularity.of(network, new GroupLasso(DenseStep.LAMBDA)).objective(dataLoss);
    return String.format(
        Locale.ROOT,
        "after %,d iterations objective %.4f, %s",
        iteration,
        objective,
        LatePhase.share(Network.of(reduced.architecture(), network.parameters())));
  }
}
