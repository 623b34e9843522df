package pathprox.benchmark.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.UnitPair;

/** What is learned: data, network, and the options that all competitors share. */
enum Problem {
  /** 1,000 images of 784 pixels, 300 units. */
  MNIST(
      seed -> Mnist.subset(100),
      Architecture.factorizedMlp(784, 100, 3, 10),
      100,
      2_000,
      0.03,
      0.06,
      0.1),

  /** Images of 64 pixels, split anew by each seed, 100 units. */
  DIGITS(Digits::split, Architecture.mlp(64, 100, 10), 100, 2_000, 0.2, 0.4, 0.8),

  /** The images of MNIST by a network of four convolutions, 96 units. */
  CONVOLUTIONAL(seed -> Mnist.subset(100), convolutional(), 50, 600, 0.03, 0.1, 0.2);

  private final LongFunction<Split> data;
  private final Architecture architecture;
  private final int batchSize;
  private final int iterations;
  private final List<Double> rates;

  Problem(
      LongFunction<Split> data,
      Architecture architecture,
      int batchSize,
      int iterations,
      Double... rates) {
    this.data = data;
    this.architecture = architecture;
    this.batchSize = batchSize;
    this.iterations = iterations;
    this.rates = List.of(rates);
  }

  /** Strides in place of pooling, for the sake of time: two pairs of 32 and 64 units. */
  private static Architecture convolutional() {
    return Architecture.of(
        Shape.of(1, 28, 28),
        new Conv2d(1, 32, 3, 2, 1),
        new Relu(),
        new Conv2d(32, 16, 3, 2, 1),
        new Relu(),
        new Conv2d(16, 64, 3, 2, 1),
        new Relu(),
        Conv2d.same(64, 16, 3),
        new Relu(),
        new Flatten(),
        new Dense(256, 10));
  }

  Split data(long seed) {
    return data.apply(seed);
  }

  Architecture architecture() {
    return architecture;
  }

  int batchSize() {
    return batchSize;
  }

  int iterations() {
    return iterations;
  }

  /** Those that weight decay with momentum 0.9 has its best among, the middle one first. */
  List<Double> rates() {
    return List.of(rates.get(1), rates.get(0), rates.get(2));
  }

  int units() {
    return architecture.pairing().pairs().stream().mapToInt(UnitPair::units).sum();
  }

  /** As commands and results name it, such as {@code mnist}. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Problem of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }

  /** Changes with all that a trial learns with and from. */
  String fingerprint() {
    Split split = data(1);
    int hash =
        Objects.hash(architecture.toString(), batchSize, hash(split.train()), hash(split.test()));
    return Integer.toHexString(hash);
  }

  private static int hash(Dataset data) {
    return 31 * Arrays.hashCode(data.features().ravel().toFloatVector())
        + Arrays.hashCode(data.targets().ravel().toFloatVector());
  }
}
