package pathprox.method;

import pathprox.network.Parameter;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;

/**
 * A parameter with the gradient of the last batch and the running average of gradients.
 *
 * <p>The average lies in the parameter's velocity, so that its rows move with those of the numbers.
 */
final class Averaged {
  private final Parameter parameter;
  private final Buffer gradientBuffer = new Buffer();
  private Matrix gradient;

  Averaged(Parameter parameter) {
    this.parameter = parameter;
    forget();
  }

  /** Lets the next backward pass write the gradient here. */
  void request() {
    Matrix value = parameter.value();
    gradient = gradientBuffer.matrix(value.type(), value.rows(), value.columns());
    parameter.sendGradient(gradient, 0, 1);
  }

  Matrix value() {
    return parameter.value();
  }

  Matrix gradient() {
    return gradient;
  }

  Matrix average() {
    return parameter.velocity();
  }

  /** Takes the last gradient into the average of one unit. */
  void addGradient(int unit, int units, double memory) {
    average().addToUnit(unit, units, memory, 1 - memory, gradient);
  }

  /** Moves the rows of one unit against the average. */
  void descend(int unit, int units, double rate) {
    value().addToUnit(unit, units, 1, -rate, average());
  }

  void forget() {
    average().fill(0);
  }
}
