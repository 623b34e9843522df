package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.Stage;

/**
 * A layer that is not homogeneous: shows that a layer is one class, and what pairing says of it.
 */
public record Tanh() implements ParameterFreeLayer {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public boolean keepsUnits() {
    return false;
  }

  @Override
  public Stage stage(Shape input, Arena arena) {
    return new Stage() {
      private Matrix values;

      @Override
      public Matrix forward(Matrix inputs) {
        for (int row = 0; row < inputs.rows(); row++) {
          for (int column = 0; column < inputs.columns(); column++) {
            inputs.set(row, column, Math.tanh(inputs.get(row, column)));
          }
        }
        values = inputs;
        return inputs;
      }

      @Override
      public Matrix inputGradient(Matrix outputGradient) {
        for (int row = 0; row < values.rows(); row++) {
          for (int column = 0; column < values.columns(); column++) {
            double slope = 1 - Math.pow(values.get(row, column), 2);
            outputGradient.set(row, column, slope * outputGradient.get(row, column));
          }
        }
        return outputGradient;
      }
    };
  }

  @Override
  public String toString() {
    return "tanh";
  }
}
