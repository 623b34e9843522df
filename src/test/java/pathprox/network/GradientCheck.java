package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.tensor.Matrix;

/** Compares gradients with central differences in float64, coordinate by coordinate. */
public final class GradientCheck {
  private static final double STEP = 1e-6;

  private GradientCheck() {}

  /** Computes a gradient with respect to outputs. */
  @FunctionalInterface
  public interface OutputGradient {
    /** Fills the gradient for these outputs. */
    void fill(Matrix outputs, Matrix gradient);
  }

  /** Checks all parameters; the output gradient is found by central differences as well. */
  static void everyParameter(WorkingCopy network, Matrix inputs, ToDoubleFunction<Matrix> scalar) {
    everyParameter(
        network,
        inputs,
        scalar,
        (outputs, gradient) -> {
          for (int row = 0; row < outputs.rows(); row++) {
            for (int column = 0; column < outputs.columns(); column++) {
              double before = outputs.get(row, column);
              outputs.set(row, column, before + STEP);
              double above = scalar.applyAsDouble(outputs);
              outputs.set(row, column, before - STEP);
              double below = scalar.applyAsDouble(outputs);
              outputs.set(row, column, before);
              gradient.set(row, column, (above - below) / (2 * STEP));
            }
          }
        });
  }

  /**
   * Checks all parameters.
   *
   * @param network in float64
   * @param inputs a batch that keeps every rectifier off its kink
   * @param scalar what is differentiated
   * @param outputGradient its gradient with respect to the outputs
   */
  public static void everyParameter(
      WorkingCopy network,
      Matrix inputs,
      ToDoubleFunction<Matrix> scalar,
      OutputGradient outputGradient) {
    Matrix outputs = network.forward(inputs);
    Matrix sent = Matrix.zeros(DataType.DOUBLE, outputs.rows(), outputs.columns());
    outputGradient.fill(outputs, sent);
    for (LayerParameters layer : network.parameters()) {
      collect(layer.weights());
      collect(layer.bias());
    }
    network.backward(sent);
    for (LayerParameters layer : network.parameters()) {
      check(network, inputs, scalar, layer.weights());
      check(network, inputs, scalar, layer.bias());
    }
  }

  private static void collect(Parameter parameter) {
    Matrix value = parameter.value();
    parameter.sendGradient(Matrix.zeros(value.type(), value.rows(), value.columns()), 0, 1);
  }

  private static void check(
      WorkingCopy network, Matrix inputs, ToDoubleFunction<Matrix> scalar, Parameter parameter) {
    Matrix value = parameter.value();
    for (int row = 0; row < value.rows(); row++) {
      for (int column = 0; column < value.columns(); column++) {
        double before = value.get(row, column);
        value.set(row, column, before + STEP);
        double above = scalar.applyAsDouble(network.forward(inputs));
        value.set(row, column, before - STEP);
        double below = scalar.applyAsDouble(network.forward(inputs));
        value.set(row, column, before);
        assertEquals(
            (above - below) / (2 * STEP),
            parameter.destination().get(row, column),
            Tolerance.CENTRAL_DIFFERENCE);
      }
    }
  }
}
