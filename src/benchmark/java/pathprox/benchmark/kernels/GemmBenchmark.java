package pathprox.benchmark.kernels;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/** The products of a dense layer: forward, gradient of the inputs, gradient of the weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GemmBenchmark {
  /** Samples × inputs × outputs. */
  @Param({"200x784x400", "200x400x400", "200x400x10", "200x784x48", "200x48x48", "32x2x32"})
  public String shape;

  private Matrix inputs;
  private Matrix weights;
  private Matrix outputs;

  /** Makes matrices of the shape. */
  @Setup
  public void prepare() {
    int[] sizes = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    inputs = RandomMatrix.of(sizes[0], sizes[1]);
    weights = RandomMatrix.of(sizes[2], sizes[1]);
    outputs = RandomMatrix.of(sizes[0], sizes[2]);
  }

  /** outputs ← inputs·weightsᵀ. */
  @Benchmark
  public void forward() {
    outputs.gemm(1e-9, inputs, Transpose.NO, weights, Transpose.YES, 1);
  }

  /** inputs ← outputs·weights. */
  @Benchmark
  public void inputGradient() {
    inputs.gemm(1e-9, outputs, Transpose.NO, weights, Transpose.NO, 1);
  }

  /** weights ← weights + factor·outputsᵀ·inputs. */
  @Benchmark
  public void weightGradient() {
    weights.gemm(1e-9, outputs, Transpose.YES, inputs, Transpose.NO, 1);
  }
}
