package pathprox.benchmark.methods;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.zip.CRC32;
import pathprox.data.Augmentation;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.PiecewiseLinear;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.network.Architecture;
import pathprox.network.Shape;

/**
 * What is learned: data, network, loss, and what all methods share. The rate is the lowest of four
 * that plain gradient descent starts its search with.
 */
enum Problem {
  WINE(Samples::wineClasses, Architecture.factorizedMlp(13, 50, 2, 3), 1e-3, 20, 2_000, 0.03),
  WINE_COLOR(Samples::wineColor, Architecture.mlp(13, 32, 1), 1e-3, 10, 4_000, 0.003),
  CANCER(Samples::breastCancer, Architecture.factorizedMlp(30, 50, 2, 2), 1e-3, 20, 3_000, 0.03),
  LINE(PiecewiseLinear::split, Architecture.mlp(1, 200, 1), 1e-3, 50, 5_000, 0.003),
  SPIRALS(Samples::twoSpirals, Architecture.factorizedMlp(2, 60, 3, 2), 1e-4, 40, 5_000, 0.03),
  FRIEDMAN(Samples::friedman, Architecture.factorizedMlp(10, 50, 2, 1), 1e-3, 50, 5_000, 0.01),
  FRIEDMAN_OUTLIERS(
      Samples::friedmanWithOutliers,
      Architecture.factorizedMlp(10, 50, 2, 1),
      1e-3,
      20,
      5_000,
      0.003),
  LOG_NORMAL(Samples::logNormal, Architecture.factorizedMlp(10, 50, 2, 1), 1e-3, 20, 5_000, 0.003),
  DIGITS_1(Digits::split, Architecture.factorizedMlp(64, 100, 2, 10), 1e-3, 1, 10_000, 0.001),
  DIGITS_4(Digits::split, Architecture.factorizedMlp(64, 100, 2, 10), 1e-3, 4, 8_000, 0.003),
  DIGITS_100(Digits::split, Architecture.factorizedMlp(64, 100, 2, 10), 1e-3, 100, 3_000, 0.03),
  DIGITS_WRONG(
      Samples::wrongDigits, Architecture.factorizedMlp(64, 100, 2, 10), 1e-3, 50, 4_000, 0.03),
  DEEP(Digits::split, Architecture.mlp(64, 50, 50, 50, 50, 50, 50, 50, 10), 1e-3, 100, 3_000, 0.03),
  WIDE(Digits::split, Architecture.mlp(64, 2_000, 10), 1e-3, 100, 1_000, 0.03),
  CONVOLUTIONAL(
      seed -> Mnist.subset(100),
      Architecture.vgg(Shape.of(1, 28, 28), 10, List.of(List.of(8, 8), List.of(16, 16))),
      1e-3,
      50,
      400,
      0.01),
  MNIST_100(
      seed -> Mnist.subset(100),
      Architecture.factorizedMlp(784, 100, 3, 10),
      1e-3,
      100,
      2_000,
      .03),
  MNIST_100_SHIFTS(
      seed -> Mnist.subset(100),
      Architecture.factorizedMlp(784, 100, 3, 10),
      1e-3,
      100,
      2_000,
      .03),
  MNIST_400(
      seed -> Mnist.subset(100), Architecture.factorizedMlp(784, 400, 3, 10), 1e-4, 200, 1_000, .1),
  MNIST_400_SHIFTS(
      seed -> Mnist.subset(100), Architecture.factorizedMlp(784, 400, 3, 10), 1e-4, 200, 1_000, .1);

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

  Architecture architecture() {
    return architecture;
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
    for (float value : split.train().features().ravel().toFloatVector()) {
      sum.update(Float.toString(value).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    for (float value : split.train().targets().ravel().toFloatVector()) {
      sum.update(Float.toString(value).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    String text =
        "%s %s %d %d %s".formatted(architecture, lambda, batchSize, steps, augmentation());
    sum.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
