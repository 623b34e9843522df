package pathprox.benchmark;

import java.util.Arrays;
import java.util.Optional;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;
import pathprox.training.ConstantInputs;

/**
 * One iteration of a training on batches that lie ready: forward, loss, backward, update; as the
 * trainer does it, without the inputs that are constant in all batches.
 */
class TrainingStep implements Work {
  private final Optional<ConstantInputs> constantInputs;
  private final Network reduced;
  private final WorkingNetwork network;
  private final Step step;
  private final Loss loss;
  private final double rate;
  private final Examples[] batches;
  private final Buffer gradientBuffer = new Arena().buffer();
  private int iteration;
  private double batchLoss;

  TrainingStep(Network start, Method method, Loss loss, double rate, Examples... batches) {
    this.constantInputs = ConstantInputs.of(start.architecture(), allInputs(batches), false);
    this.reduced = constantInputs.map(inputs -> inputs.reduce(start)).orElse(start);
    this.network = reduced.working();
    this.step = method.prepare(network, Task.of(1000));
    this.loss = loss;
    this.rate = rate;
    this.batches = Arrays.stream(batches).map(this::reduced).toArray(Examples[]::new);
  }

  private static Matrix allInputs(Examples... batches) {
    Matrix first = batches[0].inputs();
    Matrix all = new Arena().zeros(first.type(), batches.length * first.rows(), first.columns());
    for (int i = 0; i < batches.length; i++) {
      all.putRows(i * first.rows(), batches[i].inputs(), 0, first.rows());
    }
    return all;
  }

  private Examples reduced(Examples batch) {
    return constantInputs
        .map(
            inputs ->
                new Examples(inputs.reduce(batch.inputs(), network.arena()), batch.targets(), true))
        .orElse(batch);
  }

  @Override
  public void run() {
    Examples batch = batches[iteration++ % batches.length];
    Matrix outputs = network.forward(batch.inputs());
    Matrix gradient = gradientBuffer.matrix(outputs.type(), outputs.rows(), outputs.columns());
    batchLoss = loss.gradient(outputs, batch.targets(), gradient);
    step.take(gradient, rate);
  }

  Network snapshot() {
    Network snapshot = Network.of(reduced.architecture(), network.parameters());
    return constantInputs.map(inputs -> inputs.expand(snapshot)).orElse(snapshot);
  }

  @Override
  public String note() {
    return Double.isFinite(batchLoss) ? "" : "diverged";
  }
}
