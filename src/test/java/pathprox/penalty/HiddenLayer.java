package pathprox.penalty;

import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.matrix.RandomNumbers;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * A network of one hidden layer, its data, and proximal gradient descent in plain loops: with ‖w‖ =
 * 1 throughout, w on the sphere, the biases free, and the prox of the penalty for v alone. It
 * shares nothing with the library but the penalty.
 */
final class HiddenLayer {
  private static final int SAMPLES = 16;
  private static final int INPUTS = 3;
  static final int UNITS = 6;
  private static final double STEP = 0.1;

  /** With others some sample ends at the kink of a rectifier, where gradients are one of many. */
  private static final int SEED = 11;

  private final double[][] x = new double[SAMPLES][INPUTS];
  private final double[] y = new double[SAMPLES];
  private final double[][] w = new double[UNITS][INPUTS];
  private final double[] b = new double[UNITS];
  private final double[] v = new double[UNITS];
  private double c;

  HiddenLayer() {
    RandomNumbers random = RandomNumbers.of(SEED, "hidden layer", 0);
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < INPUTS; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = 2 * Math.max(0, x[i][0] + 0.5 * x[i][1]) - Math.max(0, x[i][2] - x[i][1]);
    }
    for (int k = 0; k < UNITS; k++) {
      for (int j = 0; j < INPUTS; j++) {
        w[k][j] = random.nextGaussian();
      }
      toSphere(w[k]);
      v[k] = random.nextGaussian();
    }
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += left[j] * right[j];
    }
    return sum;
  }

  private static void toSphere(double[] row) {
    double norm = Math.sqrt(product(row, row));
    for (int j = 0; j < row.length; j++) {
      row[j] /= norm;
    }
  }

  private double hidden(int k, int i) {
    return Math.max(0, product(w[k], x[i]) + b[k]);
  }

  /** The derivative of the mean squared error by the output for each sample. */
  private double[] errors() {
    double[] errors = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double output = c;
      for (int k = 0; k < UNITS; k++) {
        output += v[k] * hidden(k, i);
      }
      errors[i] = 2 * (output - y[i]) / SAMPLES;
    }
    return errors;
  }

  void descend(ProximablePenalty penalty, int steps) {
    for (int step = 0; step < steps; step++) {
      double[] errors = errors();
      for (int k = 0; k < UNITS; k++) {
        update(k, errors, penalty);
      }
      for (double error : errors) {
        c -= STEP * error;
      }
    }
  }

  private void update(int k, double[] errors, ProximablePenalty penalty) {
    double[] wGradient = new double[INPUTS];
    double bGradient = 0;
    double vGradient = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double output = hidden(k, i);
      double error = output > 0 ? v[k] * errors[i] : 0;
      vGradient += output * errors[i];
      bGradient += error;
      for (int j = 0; j < INPUTS; j++) {
        wGradient[j] += error * x[i][j];
      }
    }
    double radial = product(wGradient, w[k]);
    for (int j = 0; j < INPUTS; j++) {
      w[k][j] -= STEP * (wGradient[j] - radial * w[k][j]);
    }
    toSphere(w[k]);
    b[k] -= STEP * bGradient;
    v[k] -= STEP * vGradient;
    v[k] = Math.signum(v[k]) * penalty.prox(Math.abs(v[k]), STEP);
  }

  Dataset data() {
    return Dataset.regression(
        "hidden layer", Nd4j.createFromArray(x), Nd4j.createFromArray(y).reshape(SAMPLES, 1));
  }

  /** The present network, with v multiplied by a number. */
  Network network(double factor) {
    double[] scaled = v.clone();
    for (int k = 0; k < UNITS; k++) {
      scaled[k] *= factor;
    }
    return new Network(
        Architecture.mlp(INPUTS, UNITS, 1),
        List.of(Nd4j.createFromArray(w), Nd4j.createFromArray(new double[][] {scaled})),
        List.of(Nd4j.createFromArray(b), Nd4j.createFromArray(new double[] {c})));
  }
}
