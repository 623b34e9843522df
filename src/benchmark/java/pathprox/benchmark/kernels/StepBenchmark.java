package pathprox.benchmark.kernels;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pathprox.benchmark.RandomMatrix;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.running.WorkingNetwork;

/** A whole step on 784-400×5-10; with {@code -prof gc} also what it allocates. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
  private static final int BATCH = 200;
  private static final double RATE = 0.01;

  /** The method by a short name. */
  @Param({"pathprox", "weight-decay"})
  public String method;

  private final CrossEntropy loss = new CrossEntropy();
  private final Matrix inputs = RandomMatrix.of(BATCH, 784);
  private final Matrix targets = new Arena().zeros(DataType.FLOAT, BATCH, 1);
  private final Matrix gradient = new Arena().zeros(DataType.FLOAT, BATCH, 10);
  private WorkingNetwork network;
  private Step step;

  /** Draws a network and classes. */
  @Setup
  public void prepare() {
    for (int row = 0; row < BATCH; row++) {
      targets.set(row, 0, row % 10);
    }
    network = Architecture.factorizedMlp(784, 400, 3, 10).initialize(1).working();
    Method chosen = method.equals("pathprox") ? PathProx.of(1e-4) : new WeightDecay(1e-4);
    step = chosen.prepare(network, Task.of(1000));
  }

  /** Forward, loss, backward, update. */
  @Benchmark
  public void step() {
    loss.gradient(network.forward(inputs), targets, gradient);
    step.take(gradient, RATE);
  }
}
