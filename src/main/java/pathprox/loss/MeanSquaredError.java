package pathprox.loss;

import pathprox.matrix.Matrix;

/** The mean of (output − target)² over all samples and outputs, as PyTorch's {@code MSELoss}. */
public record MeanSquaredError() implements Loss {
  @Override
  public double value(Matrix outputs, Matrix targets) {
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      for (int column = 0; column < outputs.columns(); column++) {
        double residual = outputs.get(row, column) - targets.get(row, column);
        sum += residual * residual;
      }
    }
    return sum / ((long) outputs.rows() * outputs.columns());
  }

  @Override
  public double gradient(Matrix outputs, Matrix targets, Matrix gradient) {
    long count = (long) outputs.rows() * outputs.columns();
    double factor = 2.0 / count;
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      for (int column = 0; column < outputs.columns(); column++) {
        double residual = outputs.get(row, column) - targets.get(row, column);
        sum += residual * residual;
        gradient.set(row, column, factor * residual);
      }
    }
    return sum / count;
  }

  @Override
  public void check(int outputs, Matrix targets) {
    if (targets.columns() != outputs) {
      throw new IllegalArgumentException(
          "mean squared error compares as many outputs as targets, found %s and %s"
              .formatted(outputs, targets.columns()));
    }
  }

  @Override
  public String toString() {
    return "mean squared error";
  }
}
