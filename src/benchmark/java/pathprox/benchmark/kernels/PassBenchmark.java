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
import pathprox.matrix.Units;

/** The passes of a step that read or write each element once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PassBenchmark {
  /** Rows × columns: activations, the largest weights, few units. */
  @Param({"200x400", "400x784", "48x784"})
  public String shape;

  private Matrix matrix;
  private Matrix activations;
  private Matrix vector;
  private double[] norms;
  private double[] factors;

  /** Makes matrices of the shape; half of the activations are 0. */
  @Setup
  public void prepare() {
    int[] sizes = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    matrix = RandomMatrix.of(sizes[0], sizes[1]);
    activations = RandomMatrix.of(sizes[0], sizes[1]);
    activations.relu();
    vector = RandomMatrix.of(sizes[1], 1);
    norms = new double[sizes[0]];
    factors = new double[sizes[0]];
    Arrays.fill(factors, -1); // 1 would be skipped, and another size would over- or underflow
  }

  /** x ← max(x, 0). */
  @Benchmark
  public void relu() {
    activations.relu();
  }

  /** x ← 0 where the rectifier was 0. */
  @Benchmark
  public void mask() {
    matrix.maskByRelu(activations);
  }

  /** Every row ← the bias. */
  @Benchmark
  public void biasRows() {
    matrix.fillRows(vector);
  }

  /** The bias's gradient. */
  @Benchmark
  public void columnSums() {
    vector.columnSums(1e-9, matrix, 1);
  }

  /** ‖row‖ of each row. */
  @Benchmark
  public double[] rowNorms() {
    Units.norms(activations, norms.length, norms);
    return norms;
  }

  /** Each row ← factor·row. */
  @Benchmark
  public void rowScaling() {
    Units.scale(matrix, factors.length, factors);
  }
}
