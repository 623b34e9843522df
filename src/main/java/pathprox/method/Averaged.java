package pathprox.method;

import pathprox.network.Parameter;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;

/**
 * A parameter with the gradient of the last batch and the running average of gradients.
 *
 * <p>The average lies in the parameter's velocity, so that its rows move with those of the numbers.
 * It fades by a factor that all rows share, as a pass over each of them would cost a tenth of a
 * step.
 */
final class Averaged {
  /** Below this, rows take the factor over, so that no number leaves its range. */
  private static final double LEAST = 1e-3;

  private final Parameter parameter;
  private final Buffer gradientBuffer = new Buffer();
  private Matrix gradient;

  /** What the velocity is to be multiplied by. */
  private double factor;

  Averaged(Parameter parameter) {
    this.parameter = parameter;
    forget();
  }

  /** Lets the next backward pass write the gradient here; the average keeps a part of itself. */
  void request(double memory) {
    Matrix value = parameter.value();
    gradient = gradientBuffer.matrix(value.type(), value.rows(), value.columns());
    parameter.sendGradient(gradient, 0, 1);
    factor *= memory;
    if (factor < LEAST) {
      average();
    }
  }

  Matrix value() {
    return parameter.value();
  }

  Matrix gradient() {
    return gradient;
  }

  /** The average as it is, every row of it. */
  Matrix average() {
    Matrix average = parameter.velocity();
    if (factor != 1) {
      average.scale(factor);
      factor = 1;
    }
    return average;
  }

  /** ‖average‖ of one unit. */
  double norm(int unit, int units) {
    return factor * Math.sqrt(parameter.velocity().unitSquares(unit, units));
  }

  /** Takes a part of the last gradient into the average of one unit. */
  void addGradient(int unit, int units, double part) {
    parameter.velocity().addToUnit(unit, units, part / factor, gradient);
  }

  /** Multiplies the average of one unit. */
  void scale(int unit, int units, double by) {
    parameter.velocity().scaleUnit(unit, units, by);
  }

  /** Moves the rows of one unit against the average. */
  void descend(int unit, int units, double rate) {
    value().addToUnit(unit, units, -rate * factor, parameter.velocity());
  }

  void forget() {
    parameter.velocity().fill(0);
    factor = 1;
  }
}
