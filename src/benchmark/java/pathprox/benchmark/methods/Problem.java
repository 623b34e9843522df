package pathprox.benchmark.methods;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.zip.CRC32;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Augmentation;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.network.Architecture;
import pathprox.network.Initialization;
import pathprox.network.Network;
import pathprox.tutorial.spline.PiecewiseLinear;

/**
 * What is learned: data, network, loss, and what all methods share. The rate is the lowest of four
 * that plain gradient descent starts its search with.
 */
enum Problem {
  WINE(Samples::wineClasses, Networks.table(13, 3), 1e-3, 20, 2_000, 0.03),
  WINE_COLOR(Samples::wineColor, Architecture.mlp(13, 32, 1), 1e-3, 10, 4_000, 0.003),
  CANCER(Samples::breastCancer, Networks.table(30, 2), 1e-3, 20, 3_000, 0.03),
  LINE(PiecewiseLinear::split, Architecture.mlp(1, 200, 1), 1e-3, 50, 5_000, 0.003),
  SPIRALS(Samples::twoSpirals, Architecture.factorizedMlp(2, 60, 3, 2), 1e-4, 40, 5_000, 0.03),
  FRIEDMAN(Samples::friedman, Networks.table(10, 1), 1e-3, 50, 5_000, 0.01),
  FRIEDMAN_OUTLIERS(Samples::outliers, Networks.table(10, 1), 1e-3, 20, 5_000, 0.003),
  LOG_NORMAL(Samples::logNormal, Networks.table(10, 1), 1e-3, 20, 5_000, 0.003),
  DIGITS_1(Digits::split, Networks.digits(), 1e-3, 1, 10_000, 0.001),
  DIGITS_4(Digits::split, Networks.digits(), 1e-3, 4, 8_000, 0.003),
  DIGITS_100(Digits::split, Networks.digits(), 1e-3, 100, 3_000, 0.03),
  DIGITS_WRONG(Samples::wrongDigits, Networks.digits(), 1e-3, 50, 4_000, 0.03),
  DEEP(Digits::split, Networks.deep(), 1e-3, 100, 3_000, 0.03),
  /** The same from larger weights, with which plain descent learns too. */
  DEEP_NORMAL(Digits::split, Networks.deep(), 1e-3, 100, 3_000, 0.03),
  WIDE(Digits::split, Architecture.mlp(64, 2_000, 10), 1e-3, 100, 1_000, 0.03),
  CONVOLUTIONAL(Samples::mnist, Networks.convolutional(), 1e-3, 50, 400, 0.01),
  MNIST_100(Samples::mnist, Networks.mnist(100), 1e-3, 100, 2_000, 0.03),
  MNIST_100_SHIFTS(Samples::mnist, Networks.mnist(100), 1e-3, 100, 2_000, 0.03),
  MNIST_400(Samples::mnist, Networks.mnist(400), 1e-4, 200, 1_000, 0.1),
  MNIST_400_SHIFTS(Samples::mnist, Networks.mnist(400), 1e-4, 200, 1_000, 0.1);

  private static final double BLACK = (0 - 0.1307) / 0.3081;

  private final LongFunction<Split> data;
  private final Architecture architecture;
  private final double lambda;
  private final int batchSize;
  private final int iterations;
  private final double rate;

  Problem(
      LongFunction<Split> data,
      Architecture architecture,
      double lambda,
      int batchSize,
      int iterations,
      double rate) {
    this.data = data;
    this.architecture = architecture;
    this.lambda = lambda;
    this.batchSize = batchSize;
    this.iterations = iterations;
    this.rate = rate;
  }

  Split data(long seed) {
    return data.apply(seed);
  }

  Network start(long seed) {
    return architecture.initialize(seed, DataType.FLOAT, initialization());
  }

  private Initialization initialization() {
    return this == DEEP_NORMAL ? Initialization.kaimingNormal() : Initialization.kaimingUniform();
  }

  double lambda() {
    return lambda;
  }

  int batchSize() {
    return batchSize;
  }

  int iterations() {
    return iterations;
  }

  double rate() {
    return rate;
  }

  Loss loss(Split split) {
    return split.train().isClassification() ? new CrossEntropy() : new MeanSquaredError();
  }

  Optional<Augmentation> augmentation() {
    return name().endsWith("SHIFTS")
        ? Optional.of(new RandomShift(28, 28, 2, BLACK))
        : Optional.empty();
  }

  /** As commands and results name it, such as {@code digits-4}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Problem of(String title) {
    for (Problem problem : values()) {
      if (problem.title().equals(title)) {
        return problem;
      }
    }
    throw new IllegalArgumentException(
        "there is no problem '%s'; expected one of %s"
            .formatted(title, List.of(values()).stream().map(Problem::title).toList()));
  }

  /** Changes with everything that a result depends on beside method and setting. */
  String fingerprint(int steps) {
    Split split = data(1);
    CRC32 sum = new CRC32();
    add(split.train().features(), sum);
    add(split.train().targets(), sum);
    String options =
        "%s %s %d %d %s".formatted(architecture, lambda, batchSize, steps, augmentation());
    sum.update(options.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static void add(INDArray values, CRC32 sum) {
    for (float value : values.ravel().toFloatVector()) {
      sum.update(Float.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
