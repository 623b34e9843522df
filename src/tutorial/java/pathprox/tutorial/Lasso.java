package pathprox.tutorial;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The lasso (Tibshirani 1996): F(w) = ‖Xw − y‖²/(2n) + λ·Σ|w_j|, a convex function of d
 * coefficients.
 *
 * @param features X, [n, d], float64
 * @param targets y, [n, 1]
 * @param truth the coefficients that generated the data, [d, 1]
 * @param lambda λ, 0 or more
 */
public record Lasso(INDArray features, INDArray targets, INDArray truth, double lambda) {
  private static final double CORRELATION = 0.8;
  private static final double NOISE = 0.2;
  private static final int POWER_STEPS = 200;

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
    INDArray common = normal(random, samples, 1).mul(Math.sqrt(CORRELATION));
    INDArray x =
        normal(random, samples, features).mul(Math.sqrt(1 - CORRELATION)).addColumnVector(common);
    INDArray truth = Nd4j.createFromArray(Arrays.copyOf(used, features)).reshape(features, 1);
    INDArray y = x.mmul(truth).add(normal(random, samples, 1).mul(NOISE));
    return new Lasso(x, y, truth, lambda);
  }

  private static INDArray normal(Random random, int rows, int columns) {
    double[] numbers =
        DoubleStream.generate(random::nextGaussian).limit((long) rows * columns).toArray();
    return Nd4j.createFromArray(numbers).reshape(rows, columns);
  }

  /** {@return the gradient of the smooth part at {@code w}, Xᵀ(Xw − y)/n, [d, 1]} */
  public INDArray gradient(INDArray w) {
    return features.transpose().mmul(errors(w)).div(features.rows());
  }

  /** {@return F at {@code w}} */
  public double objective(INDArray w) {
    INDArray errors = errors(w);
    double squares = errors.mul(errors).sumNumber().doubleValue();
    return squares / (2 * features.rows()) + lambda * w.norm1Number().doubleValue();
  }

  private INDArray errors(INDArray w) {
    return features.mmul(w).sub(targets);
  }

  /**
   * {@return L, the largest eigenvalue of XᵀX/n, by the power method: the gradient of the smooth
   * part changes by at most L times as much as w, so that steps up to 1/L never overshoot}
   */
  public double steepest() {
    INDArray direction = start();
    double length = 1;
    for (int i = 0; i < POWER_STEPS; i++) {
      INDArray image = features.transpose().mmul(features.mmul(direction)).div(features.rows());
      length = image.norm2Number().doubleValue();
      direction = image.div(length);
    }
    return length;
  }

  /** {@return where walks begin: (1, …, 1), [d, 1]} */
  public INDArray start() {
    return Nd4j.ones(features.dataType(), features.columns(), 1);
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
        .formatted(features.rows(), features.columns(), lambda);
  }
}
