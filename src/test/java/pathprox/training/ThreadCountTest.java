package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.parallel.Threads;

/** The bits of a training do not depend on the number of threads, whatever kernels BLAS chooses. */
@Tag("slow")
class ThreadCountTest {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** The kernels and the threads of a program are settled when it starts. */
  @ParameterizedTest
  @ValueSource(strings = {"", "Haswell", "Nehalem"})
  void train_anyNumberOfThreads_givesTheSameBits(String kernels) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder program =
        new ProcessBuilder(java.toString(), "-cp", CLASS_PATH, Program.class.getName());
    program.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
    program.environment().put("OMP_NUM_THREADS", "8"); // also on a machine with fewer processors
    if (!kernels.isEmpty()) {
      program.environment().put("OPENBLAS_CORETYPE", kernels);
    }
    Process running = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String differing = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor());
    assertEquals("", differing);
  }

  /** Prints the products and trainings whose bits differ. */
  static final class Program {
    public static void main(String[] arguments) {
      for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
        for (int[] shape : SHAPES) {
          compareProducts(type, shape[0], shape[1], shape[2]);
        }
        methods()
            .forEach(
                (name, method) -> {
                  compare(type + " dense, " + name, () -> bits(type, DENSE, method));
                  compare(type + " images, " + name, () -> bits(type, IMAGES, method));
                });
      }
    }

    private static void compareProducts(DataType type, int rows, int inner, int columns) {
      try (Arena arena = new Arena()) {
        for (Transpose turnA : Transpose.values()) {
          for (Transpose turnB : Transpose.values()) {
            Matrix a = numbers(arena, type, rows, inner, turnA);
            Matrix b = numbers(arena, type, inner, columns, turnB);
            Buffer target = arena.buffer();
            compare(
                "%s %s times %s %s".formatted(a, turnA, b, turnB),
                () -> hash(target.product(a, turnA, b, turnB).toArray()));
          }
        }
      }
    }

    private static Matrix numbers(
        Arena arena, DataType type, int rows, int columns, Transpose turn) {
      boolean turned = turn == Transpose.YES;
      Matrix numbers = arena.zeros(type, turned ? columns : rows, turned ? rows : columns);
      Random random = new Random(3);
      for (int row = 0; row < numbers.rows(); row++) {
        for (int column = 0; column < numbers.columns(); column++) {
          numbers.set(row, column, random.nextGaussian());
        }
      }
      return numbers;
    }

    private static void compare(String name, LongSupplier bits) {
      Threads.use(1);
      long expected = bits.getAsLong();
      for (int threads : new int[] {2, 3, 8}) {
        Threads.use(threads);
        if (bits.getAsLong() != expected) {
          System.out.println(name + ", on " + threads + " threads");
        }
      }
    }

    private static long bits(DataType type, Problem problem, Method method) {
      TrainingOptions options =
          TrainingOptions.defaults()
              .withIterations(problem.iterations())
              .withBatchSize(200)
              .withRecordEvery(problem.iterations());
      Network start = problem.architecture().initialize(5, type);
      TrainingResult result = Trainer.with(options).train(start, problem.split(), method);
      long bits = Double.doubleToLongBits(result.objective());
      for (int layer = 0; layer < problem.layers(); layer++) {
        bits = 31 * bits + hash(result.network().weights(layer).dup('c'));
        bits = 31 * bits + hash(result.network().bias(layer).dup('c'));
      }
      return bits;
    }

    private static int hash(INDArray array) {
      return Arrays.hashCode(array.reshape(array.length()).toDoubleVector());
    }
  }

  /** Rows, terms and columns of products: square, tall, wide, one row or column, many terms. */
  private static final int[][] SHAPES = {
    {250, 250, 250},
    {600, 40, 70},
    {30, 1400, 40},
    {100, 900, 130},
    {351, 400, 33},
    {64, 5000, 33},
    {40, 30, 2000},
    {900, 700, 1},
    {1, 500, 3000}
  };

  private record Problem(Architecture architecture, int layers, Split split, int iterations) {}

  private static final Problem DENSE =
      new Problem(Architecture.factorizedMlp(300, 256, 2, 10), 4, samples(300, 300), 12);

  /** Products, all ways of convolutions, strides, pooling, and channels of many numbers. */
  private static final Problem IMAGES =
      new Problem(
          Architecture.of(
              Shape.of(3, 16, 16),
              Conv2d.same(3, 64, 3),
              new Relu(),
              Conv2d.same(64, 60, 3),
              new Relu(),
              new MaxPool2d(2),
              new Conv2d(60, 24, 5, 2, 2),
              new Relu(),
              Conv2d.same(24, 16, 3),
              new Relu(),
              new AvgPool2d(2),
              new Flatten(),
              new Dense(64, 10)),
          5,
          images(),
          2);

  private static Split images() {
    Split flat = samples(125, 3 * 16 * 16);
    return new Split(
        flat.train().withSampleShape(3, 16, 16), flat.test().withSampleShape(3, 16, 16));
  }

  private static Split samples(int count, int features) {
    Random random = new Random(1);
    float[][] inputs = new float[count][features];
    int[] classes = new int[count];
    List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    for (int i = 0; i < count; i++) {
      classes[i] = i % 10;
      for (int j = 0; j < features; j++) {
        inputs[i][j] = (float) random.nextGaussian() + (j % 10 == classes[i] ? 1 : 0);
      }
    }
    return Dataset.classification("noise", Nd4j.createFromArray(inputs), classes, names)
        .split(0.8, 1);
  }

  private static Map<String, Method> methods() {
    Map<String, Method> methods = new LinkedHashMap<>();
    methods.put("weight decay", new WeightDecay(1e-3));
    methods.put("weight decay with momentum", new WeightDecay(1e-3).withMomentum(0.5));
    methods.put("PathProx, exact", PathProx.of(0.02));
    methods.put("PathProx, lazy", PathProx.of(0.02).withWorkingSet(WorkingSet.lazy(3)));
    methods.put("PathProx, momentum", PathProx.of(0.02).withMomentum(0.5));
    methods.put(
        "PathProx, function-preserving", PathProx.of(0.02).withFunctionPreservingNormalization());
    methods.put("recommended", PathProx.recommended(1e-3));
    methods.put(
        "recommended with units", PathProx.recommended(1e-3).withUnits(UnitTarget.share(0.25)));
    return methods;
  }
}
