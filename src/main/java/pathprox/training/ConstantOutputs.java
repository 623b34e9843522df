package pathprox.training;

import pathprox.data.Examples;
import pathprox.matrix.Matrix;
import pathprox.network.running.WorkingNetwork;

/** Whether a network gives the same outputs for all samples although their targets differ. */
final class ConstantOutputs {
  /** Outputs that differ by less, relative to their size or to the targets, count as the same. */
  private static final double SMALLEST_SPREAD = 1e-3;

  private ConstantOutputs() {}

  /**
   * Looks at the present parameters.
   *
   * @param network its last batch is overwritten
   * @param examples some samples. Not modified.
   */
  static boolean areThoseOf(WorkingNetwork network, Examples examples) {
    double wanted = spread(examples.targets());
    Matrix outputs = network.outputs(examples.inputs());
    double scale = examples.classification() ? largest(outputs) : wanted;
    return wanted > 0 && spread(outputs) <= SMALLEST_SPREAD * scale;
  }

  /** The largest difference within a column. */
  static double spread(Matrix matrix) {
    double spread = 0;
    for (int column = 0; column < matrix.columns(); column++) {
      double least = matrix.get(0, column);
      double most = least;
      for (int row = 1; row < matrix.rows(); row++) {
        least = Math.min(least, matrix.get(row, column));
        most = Math.max(most, matrix.get(row, column));
      }
      spread = Math.max(spread, most - least);
    }
    return spread;
  }

  private static double largest(Matrix matrix) {
    double largest = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        largest = Math.max(largest, Math.abs(matrix.get(row, column)));
      }
    }
    return largest;
  }
}
