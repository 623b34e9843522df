package pathprox.certificate;

import java.util.stream.DoubleStream;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;

/** Sums over the weights of each unit, in float64; row r belongs to unit r modulo the units. */
final class UnitSums {
  private UnitSums() {}

  static double[] norms(Matrix matrix, int units) {
    double[] norms = new double[units];
    Units.norms(matrix, units, norms);
    return norms;
  }

  /** The inner products ⟨left_i, right_i⟩. */
  static double[] products(Matrix left, Matrix right, int units) {
    double[] sums = new double[units];
    for (int row = 0; row < left.rows(); row++) {
      double sum = 0;
      for (int column = 0; column < left.columns(); column++) {
        sum += left.get(row, column) * right.get(row, column);
      }
      sums[row % units] += sum;
    }
    return sums;
  }

  /**
   * The norms ‖left_i + factor_i·right_i‖, element by element: expanding the square would lose half
   * of the digits where both cancel, which is what is measured.
   */
  static double[] normsOfSum(Matrix left, double[] factors, Matrix right) {
    double[] sums = new double[factors.length];
    for (int row = 0; row < left.rows(); row++) {
      double factor = factors[row % factors.length];
      double sum = 0;
      for (int column = 0; column < left.columns(); column++) {
        double value = left.get(row, column) + factor * right.get(row, column);
        sum += value * value;
      }
      sums[row % factors.length] += sum;
    }
    return DoubleStream.of(sums).map(Math::sqrt).toArray();
  }
}
