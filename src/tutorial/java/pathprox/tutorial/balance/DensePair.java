package pathprox.tutorial.balance;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/**
 * The parameters of the units of a pair of dense layers, or their gradients: w_i in row i of {@code
 * in}, v_i in column i of {@code out}. Not copied.
 */
record DensePair(double[][] in, double[] bias, double[][] out) {
  static DensePair of(Network network, UnitPair pair) {
    INDArray in = network.weights(pair.incoming());
    INDArray out = network.weights(pair.outgoing());
    if (in.rank() != 2 || out.rank() != 2) {
      throw new IllegalArgumentException(
          "the first pair must be of dense layers, its weights have %s and %s dimensions"
              .formatted(in.rank(), out.rank()));
    }
    double[] bias = network.bias(pair.incoming()).toDoubleVector();
    return new DensePair(in.toDoubleMatrix(), bias, out.toDoubleMatrix());
  }

  double wSquared(int unit) {
    double sum = 0;
    for (double weight : in[unit]) {
      sum += weight * weight;
    }
    return sum;
  }

  double vSquared(int unit) {
    double sum = 0;
    for (double[] row : out) {
      sum += row[unit] * row[unit];
    }
    return sum;
  }

  /** What a step with a {@code rate} took beside the decay, divided by the rate: the gradient. */
  DensePair gradient(DensePair after, double rate, double kept, double keptOfBias) {
    double[][] ofIn = new double[in.length][];
    for (int i = 0; i < in.length; i++) {
      ofIn[i] = slopes(in[i], kept, after.in[i], rate);
    }
    double[][] ofOut = new double[out.length][];
    for (int k = 0; k < out.length; k++) {
      ofOut[k] = slopes(out[k], kept, after.out[k], rate);
    }
    return new DensePair(ofIn, slopes(bias, keptOfBias, after.bias, rate), ofOut);
  }

  private static double[] slopes(double[] before, double kept, double[] after, double rate) {
    double[] slopes = new double[before.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (kept * before[i] - after[i]) / rate;
    }
    return slopes;
  }
}
