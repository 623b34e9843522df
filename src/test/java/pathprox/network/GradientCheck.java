package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.Gradients;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.WorkingNetwork;

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

  /**
   * Checks a gradient.
   *
   * @param at where to differentiate. Modified while it is measured, and restored.
   * @param value what is differentiated, computed from {@code at}
   * @param gradient what is checked, in the shape of {@code at}
   */
  public static void everyCoordinate(Matrix at, DoubleSupplier value, Matrix gradient) {
    for (int row = 0; row < at.rows(); row++) {
      for (int column = 0; column < at.columns(); column++) {
        double before = at.get(row, column);
        at.set(row, column, before + STEP);
        double above = value.getAsDouble();
        at.set(row, column, before - STEP);
        double below = value.getAsDouble();
        at.set(row, column, before);
        double expected = (above - below) / (2 * STEP);
        assertEquals(expected, gradient.get(row, column), Tolerance.CENTRAL_DIFFERENCE);
      }
    }
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
      WorkingNetwork network,
      Matrix inputs,
      ToDoubleFunction<Matrix> scalar,
      OutputGradient outputGradient) {
    Matrix outputs = network.forward(inputs);
    Matrix sent = new Arena().zeros(DataType.DOUBLE, outputs.rows(), outputs.columns());
    outputGradient.fill(outputs, sent);
    Gradients gradients = Gradients.of(network);
    network.backward(sent, gradients, false);
    DoubleSupplier value = () -> scalar.applyAsDouble(network.forward(inputs));
    for (LayerParameters layer : network.layers()) {
      everyCoordinate(layer.weights().value(), value, gradients.destination(layer.weights()));
      everyCoordinate(layer.bias().value(), value, gradients.destination(layer.bias()));
    }
  }
}
