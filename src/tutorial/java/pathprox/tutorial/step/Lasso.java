package pathprox.tutorial.step;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The lasso (Tibshirani 1996): F(w) = ‖Xw − y‖²/(2n) + λ·Σ|w_j|, a convex function of d
 * coefficients. What takes all samples is computed in loops: for so few of them, a native operation
 * each would take a hundred times as long.
 */
public final class Lasso {
  private static final double CORRELATION = 0.8;
  private static final double NOISE = 0.2;
  private static final int POWER_STEPS = 200;

  private final double[][] features; // [n, d]
  private final double[] targets;
  private final double[] truth;
  private final double lambda;

  private Lasso(double[][] features, double[] targets, double[] truth, double lambda) {
    this.features = features;
    this.targets = targets;
    this.truth = truth;
    this.lambda = lambda;
  }

  /**
   * {@return the lasso of {@code features} X, [n, d], {@code targets} y, {@code truth}, the
   * coefficients that generated the data, and λ = {@code lambda}} Arrays are copied. It is an
   * IllegalArgumentException if their lengths do not fit.
   */
  public static Lasso of(double[][] features, double[] targets, double[] truth, double lambda) {
    boolean fits = Arrays.stream(features).allMatch(row -> row.length == truth.length);
    if (!fits || features.length != targets.length) {
      throw new IllegalArgumentException(
          "features must be %s rows of %s numbers, as there are so many targets and coefficients"
              .formatted(targets.length, truth.length));
    }
    double[][] rows = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    return new Lasso(rows, targets.clone(), truth.clone(), lambda);
  }

  /**
   * Draws data whose features correlate: each is √0.8 times a common normal number plus √0.2 times
   * its own; y = Xw + 0.2 times a normal number.
   *
   * @param seed of all random numbers
   * @param samples n, 1 or more
   * @param features d, at least as many as {@code used}
   * @param lambda λ
   * @param used the first coefficients of w; all others are 0. Not modified.
   * @return the problem
   * @throws IllegalArgumentException if there are more {@code used} than {@code features}
   */
  public static Lasso random(long seed, int samples, int features, double lambda, double... used) {
    if (used.length > features) {
      throw new IllegalArgumentException(
          "features must be at least those that are used, %s, was %s"
              .formatted(used.length, features));
    }
    Random random = new Random(seed);
    double[] truth = Arrays.copyOf(used, features);
    double[][] x = new double[samples][features];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      double common = Math.sqrt(CORRELATION) * random.nextGaussian();
      for (int j = 0; j < features; j++) {
        x[i][j] = common + Math.sqrt(1 - CORRELATION) * random.nextGaussian();
      }
      y[i] = product(x[i], truth) + NOISE * random.nextGaussian();
    }
    return new Lasso(x, y, truth, lambda);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** {@return λ} */
  public double lambda() {
    return lambda;
  }

  /** {@return a copy of the coefficients that generated the data, [d, 1]} */
  public INDArray truth() {
    return column(truth);
  }

  private static INDArray column(double[] numbers) {
    return Nd4j.createFromArray(numbers).reshape(numbers.length, 1);
  }

  /** {@return the gradient of the smooth part at {@code w}, Xᵀ(Xw − y)/n, [d, 1]} */
  public INDArray gradient(INDArray w) {
    return column(gradient(w.toDoubleVector(), targets));
  }

  private double[] gradient(double[] w, double[] y) {
    double[] gradient = new double[w.length];
    for (int i = 0; i < features.length; i++) {
      double error = (product(features[i], w) - y[i]) / features.length;
      for (int j = 0; j < w.length; j++) {
        gradient[j] += error * features[i][j];
      }
    }
    return gradient;
  }

  /** {@return F at {@code w}} */
  public double objective(INDArray w) {
    double[] each = w.toDoubleVector();
    double squares =
        IntStream.range(0, targets.length)
            .mapToDouble(i -> Math.pow(product(features[i], each) - targets[i], 2))
            .sum();
    return squares / (2 * targets.length) + lambda * DoubleStream.of(each).map(Math::abs).sum();
  }

  /**
   * {@return L, the largest eigenvalue of XᵀX/n, by the power method: the gradient of the smooth
   * part changes by at most L times as much as w, so that steps up to 1/L never overshoot}
   */
  public double steepest() {
    double[] none = new double[targets.length];
    double[] direction = DoubleStream.generate(() -> 1).limit(truth.length).toArray();
    double length = 1;
    for (int i = 0; i < POWER_STEPS; i++) {
      double[] image = gradient(direction, none);
      length = Math.sqrt(product(image, image));
      double by = length;
      direction = DoubleStream.of(image).map(it -> it / by).toArray();
    }
    return length;
  }

  /** {@return where walks begin: (1, …, 1), [d, 1]} */
  public INDArray start() {
    return column(DoubleStream.generate(() -> 1).limit(truth.length).toArray());
  }

  /**
   * Walks from w = (1, …, 1).
   *
   * @param steps how many
   * @param method from w and the number of the step, from 1, to the next w
   * @return the start and each w on the way, {@code steps} + 1 of them
   */
  public List<INDArray> walk(int steps, BiFunction<INDArray, Integer, INDArray> method) {
    INDArray[] path = new INDArray[steps + 1];
    path[0] = start();
    for (int k = 1; k <= steps; k++) {
      path[k] = method.apply(path[k - 1], k);
    }
    return List.of(path);
  }

  /** {@return how many of the coefficients {@code w} are exactly 0} */
  public static long zeros(INDArray w) {
    return DoubleStream.of(w.toDoubleVector()).filter(each -> each == 0).count();
  }

  @Override
  public String toString() {
    return "lasso of %s samples and %s features, λ = %s"
        .formatted(targets.length, truth.length, lambda);
  }
}
