package pathprox.training;

import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

/**
 * The loss of the constant outputs that fit best: the means of targets that are numbers, which is
 * their variance by mean squared error, and the logarithms of the shares of classes, which is their
 * entropy by cross-entropy. Whoever does not do better has learned nothing from the features.
 */
final class ConstantBaseline {
  /** In place of the share of a class without samples, whose logarithm would be infinite. */
  private static final double LEAST_SHARE = 1e-12;

  private ConstantBaseline() {}

  /**
   * Measures it.
   *
   * @param examples some samples. Not modified.
   * @param outputs the number of outputs of the network
   * @param loss what to average
   * @return infinite if all targets are alike, so that nothing is to be learned from the features
   */
  static double of(Examples examples, int outputs, Loss loss) {
    if (ConstantOutputs.spread(examples.targets()) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[] values =
        examples.classification()
            ? logarithms(examples.targets(), outputs)
            : examples.targetMeans().stream().mapToDouble(Double::doubleValue).toArray();
    try (Arena arena = new Arena()) {
      Matrix constant = arena.zeros(examples.targets().type(), examples.size(), outputs);
      for (int row = 0; row < constant.rows(); row++) {
        for (int column = 0; column < outputs; column++) {
          constant.set(row, column, values[column]);
        }
      }
      return loss.value(constant, examples.targets());
    }
  }

  private static double[] logarithms(Matrix classes, int outputs) {
    double[] values = new double[outputs];
    for (int row = 0; row < classes.rows(); row++) {
      values[(int) classes.get(row, 0)] += 1.0 / classes.rows();
    }
    for (int k = 0; k < outputs; k++) {
      values[k] = Math.log(Math.max(LEAST_SHARE, values[k]));
    }
    return values;
  }
}
