package pathprox.loss;

import pathprox.matrix.Matrix;

/**
 * Softmax cross-entropy for classification: the mean of −log p_y, where p = softmax(outputs) and y
 * is the sample's class. Targets are a column of class numbers from 0. Large outputs do no harm.
 */
public record CrossEntropy() implements Loss {
  @Override
  public double value(Matrix outputs, Matrix targets) {
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      sum += value(outputs, row, (int) targets.get(row, 0));
    }
    return sum / outputs.rows();
  }

  /** −log p of the class {@code correct} in a row. */
  static double value(Matrix outputs, int row, int correct) {
    double largest = largest(outputs, row);
    double exponentials = 0;
    for (int column = 0; column < outputs.columns(); column++) {
      exponentials += Math.exp(outputs.get(row, column) - largest);
    }
    double margin = outputs.get(row, correct) - largest;
    return Math.log(exponentials) - margin;
  }

  @Override
  public double gradient(Matrix outputs, Matrix targets, Matrix gradient) {
    double sum = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      sum += gradient(outputs, row, (int) targets.get(row, 0), 1, gradient);
    }
    return sum / outputs.rows();
  }

  /** The same; the row of the gradient receives that of weight · value / number of rows. */
  static double gradient(Matrix outputs, int row, int correct, double weight, Matrix gradient) {
    double largest = largest(outputs, row);
    double margin = outputs.get(row, correct) - largest;
    double exponentials = 0;
    for (int column = 0; column < outputs.columns(); column++) {
      double exponential = Math.exp(outputs.get(row, column) - largest);
      gradient.set(row, column, exponential);
      exponentials += exponential;
    }
    double factor = weight / (exponentials * outputs.rows());
    for (int column = 0; column < outputs.columns(); column++) {
      gradient.set(row, column, gradient.get(row, column) * factor);
    }
    double ofCorrect = weight * (Math.exp(margin) / exponentials - 1);
    gradient.set(row, correct, ofCorrect / outputs.rows());
    return Math.log(exponentials) - margin;
  }

  @Override
  public void check(int outputs, Matrix targets) {
    if (targets.columns() != 1) {
      throw new IllegalArgumentException(
          "cross-entropy takes one class number a sample, found %s target columns"
              .formatted(targets.columns()));
    }
    for (int row = 0; row < targets.rows(); row++) {
      double target = targets.get(row, 0);
      if (target != Math.rint(target) || target < 0 || target >= outputs) {
        throw new IllegalArgumentException(
            ("cross-entropy with %s outputs takes class numbers 0 to %s, found %s at sample %s;"
                    + " numbers to predict take another loss, such as MeanSquaredError")
                .formatted(outputs, outputs - 1, target, row + 1));
      }
    }
  }

  private static double largest(Matrix outputs, int row) {
    double largest = outputs.get(row, 0);
    for (int column = 1; column < outputs.columns(); column++) {
      largest = Math.max(largest, outputs.get(row, column));
    }
    return largest;
  }

  @Override
  public String toString() {
    return "cross-entropy";
  }
}
