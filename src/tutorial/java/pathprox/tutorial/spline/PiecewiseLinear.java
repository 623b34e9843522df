package pathprox.tutorial.spline;

import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.matrix.RandomNumbers;

/**
 * Samples of a piecewise linear function of one number, for regressions that can be drawn.
 *
 * <p>The function is made up for this purpose. It is given by its values at seven places from −1 to
 * 1, with straight lines between them: 0.2, −0.7, 0.5, 0.9, −0.4, 0.1, 0.8 at −1, −0.6, −0.3, 0.1,
 * 0.4, 0.7, 1. It bends at five of them, so six ReLU units can represent it.
 */
public final class PiecewiseLinear {
  private static final int TRAIN = 100;
  private static final int TEST = 400;
  private static final double NOISE = 0.05;
  private static final double[] KNOTS = {-1, -0.6, -0.3, 0.1, 0.4, 0.7, 1};
  private static final double[] VALUES = {0.2, -0.7, 0.5, 0.9, -0.4, 0.1, 0.8};

  private PiecewiseLinear() {}

  /**
   * Draws 100 samples to train on, at random places, with Gaussian noise of standard deviation
   * 0.05; the 400 to test on lie evenly and have no noise.
   *
   * @param seed fixes places and noise of the training samples
   * @return one feature x from −1 to 1 and one target y, float32
   */
  public static Split split(long seed) {
    RandomNumbers random = RandomNumbers.of(seed, "piecewise linear", 0);
    float[] x = new float[TRAIN];
    float[] y = new float[TRAIN];
    for (int i = 0; i < TRAIN; i++) {
      x[i] = (float) (2 * random.nextDouble() - 1);
      y[i] = (float) (value(x[i]) + NOISE * random.nextGaussian());
    }
    return new Split(dataset("samples", x, y), even());
  }

  private static Dataset even() {
    float[] x = new float[TEST];
    float[] y = new float[TEST];
    for (int i = 0; i < TEST; i++) {
      x[i] = -1 + 2f * i / (TEST - 1);
      y[i] = (float) value(x[i]);
    }
    return dataset("test samples", x, y);
  }

  private static Dataset dataset(String name, float[] x, float[] y) {
    long[] column = {x.length, 1};
    return Dataset.regression(name, Nd4j.create(x, column, 'c'), Nd4j.create(y, column, 'c'));
  }

  private static double value(double x) {
    int piece = 0;
    while (piece < KNOTS.length - 2 && x > KNOTS[piece + 1]) {
      piece++;
    }
    double share = (x - KNOTS[piece]) / (KNOTS[piece + 1] - KNOTS[piece]);
    return VALUES[piece] + share * (VALUES[piece + 1] - VALUES[piece]);
  }
}
