package pathprox.benchmark.methods;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.matrix.RandomNumbers;

/** What the problems learn from that is no data set of the library. */
final class Samples {
  private static final int TRAIN = 500;
  private static final int TEST = 1000;
  private static final int FRIEDMAN_INPUTS = 10;
  private static final int SPIRAL_POINTS = 400;

  /** Computes one target from the inputs of a sample. */
  private interface Target {
    double of(double[] x, RandomNumbers random);
  }

  private Samples() {}

  /** 100 images of each class, the same whatever the seed. */
  static Split mnist(long seed) {
    return Mnist.subset(100);
  }

  /** The three cultivars; half of the 178 wines are kept to test on. */
  static Split wineClasses(long seed) {
    Dataset wines = Dataset.fromCsv(Path.of("notebooks/data/wine.csv"), "cultivar");
    return wines.withType(DataType.FLOAT).split(0.5, seed).standardized();
  }

  /** The color as measured, from 1 to 13, and all else known of a wine. */
  static Split wineColor(long seed) {
    Dataset wines =
        Dataset.regressionFromCsv(Path.of("notebooks/data/wine.csv"), "color_intensity");
    return wines.withType(DataType.FLOAT).split(0.8, seed).standardized();
  }

  static Split breastCancer(long seed) {
    Path file = Path.of("src/benchmark/resources/breast-cancer.csv");
    Dataset tumors = Dataset.fromCsv(file, "diagnosis");
    return tumors.withType(DataType.FLOAT).split(0.6, seed).standardized();
  }

  /** Each fifth label of the training set is drawn anew among the nine others. */
  static Split wrongDigits(long seed) {
    Split digits = Digits.split(seed);
    Dataset train = digits.train();
    RandomNumbers random = RandomNumbers.of(seed, "wrong labels", 0);
    int[] order = random.permutation(train.size());
    int[] classes = IntStream.range(0, train.size()).map(train::classOf).toArray();
    for (int i = 0; i < train.size() / 5; i++) {
      classes[order[i]] = (classes[order[i]] + 1 + random.nextInt(9)) % 10;
    }
    Dataset wrong =
        Dataset.classification(train.name(), train.features(), classes, train.classNames())
            .withSampleShape(train.sampleShape().stream().mapToInt(Integer::intValue).toArray());
    return new Split(wrong, digits.test());
  }

  /**
   * Friedman's first function of five of ten inputs, 10 sin(πx₁x₂) + 20(x₃ − ½)² + 10x₄ + 5x₅ with
   * noise of deviation 1 (J. Friedman, "Multivariate adaptive regression splines", 1991), the
   * targets standardized.
   */
  static Split friedman(long seed) {
    return regression("friedman", seed, Samples::friedman);
  }

  /** The same, where each twentieth target to train on is off by ten deviations. */
  static Split outliers(long seed) {
    Split plain = friedman(seed);
    RandomNumbers random = RandomNumbers.of(seed, "outliers", 0);
    INDArray targets = plain.train().targets().dup();
    int[] order = random.permutation(plain.train().size());
    for (int i = 0; i < order.length / 20; i++) {
      double sign = random.nextInt(2) == 0 ? -10 : 10;
      targets.putScalar(order[i], 0, targets.getDouble(order[i], 0) + sign);
    }
    String name = plain.train().name();
    return new Split(Dataset.regression(name, plain.train().features(), targets), plain.test());
  }

  /** Targets with a long tail: exp(1.5 z) with z smooth in the inputs, standardized. */
  static Split logNormal(long seed) {
    return regression("log-normal", seed, (x, random) -> Math.exp(1.5 * normal(x, random)));
  }

  /**
   * Two interleaved spirals of one and a half turns, with a little noise; test points lie between.
   */
  static Split twoSpirals(long seed) {
    RandomNumbers random = RandomNumbers.of(seed, "spirals", 0);
    return new Split(spirals("spirals train", random), spirals("spirals test", random));
  }

  private static double friedman(double[] x, RandomNumbers random) {
    return 10 * Math.sin(Math.PI * x[0] * x[1])
        + 20 * (x[2] - 0.5) * (x[2] - 0.5)
        + 10 * x[3]
        + 5 * x[4]
        + random.nextGaussian();
  }

  /** Of deviation 1 as the inputs are uniform on [0, 1], of deviation √(1/12), up to the noise. */
  private static double normal(double[] x, RandomNumbers random) {
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (x[i] - 0.5) * Math.sqrt(12.0 / 5) * (i % 2 == 0 ? 1 : -1);
    }
    return sum + 0.1 * random.nextGaussian();
  }

  private static Split regression(String name, long seed, Target target) {
    RandomNumbers random = RandomNumbers.of(seed, name, 0);
    double[][] x = new double[TRAIN + TEST][FRIEDMAN_INPUTS];
    double[] y = new double[TRAIN + TEST];
    for (int row = 0; row < x.length; row++) {
      for (int i = 0; i < FRIEDMAN_INPUTS; i++) {
        x[row][i] = random.nextDouble();
      }
      y[row] = target.of(x[row], random);
    }
    standardize(y);
    return new Split(
            dataset(name + " train", x, y, 0, TRAIN),
            dataset(name + " test", x, y, TRAIN, TRAIN + TEST))
        .standardized();
  }

  /** By mean and deviation of the part to train on. */
  private static void standardize(double[] y) {
    double mean = IntStream.range(0, TRAIN).mapToDouble(i -> y[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, TRAIN)
            .mapToDouble(i -> (y[i] - mean) * (y[i] - mean))
            .average()
            .orElseThrow();
    for (int i = 0; i < y.length; i++) {
      y[i] = (y[i] - mean) / Math.sqrt(variance);
    }
  }

  private static Dataset dataset(String name, double[][] x, double[] y, int from, int to) {
    INDArray features = Nd4j.create(DataType.FLOAT, to - from, FRIEDMAN_INPUTS);
    INDArray targets = Nd4j.create(DataType.FLOAT, to - from, 1);
    for (int row = from; row < to; row++) {
      for (int i = 0; i < FRIEDMAN_INPUTS; i++) {
        features.putScalar(row - from, i, x[row][i]);
      }
      targets.putScalar(row - from, 0, y[row]);
    }
    return Dataset.regression(name, features, targets);
  }

  private static Dataset spirals(String name, RandomNumbers random) {
    INDArray features = Nd4j.create(DataType.FLOAT, SPIRAL_POINTS, 2);
    int[] classes = new int[SPIRAL_POINTS];
    for (int i = 0; i < SPIRAL_POINTS; i++) {
      classes[i] = i % 2;
      double angle = 3 * Math.PI * Math.sqrt(random.nextDouble());
      double radius = angle / (1.5 * Math.PI) * (classes[i] == 0 ? 1 : -1);
      features.putScalar(i, 0, radius * Math.cos(angle) + 0.05 * random.nextGaussian());
      features.putScalar(i, 1, radius * Math.sin(angle) + 0.05 * random.nextGaussian());
    }
    return Dataset.classification(name, features, classes, List.of("one", "other"));
  }
}
