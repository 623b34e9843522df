package pathprox.method;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.matrix.Units;
import pathprox.network.running.Parameter;

/**
 * A parameter with the gradient of the last batch and the running average of gradients, which lies
 * in its velocity, so that its rows move with those of the numbers. It fades by a factor that all
 * rows share, as a pass over each of them would cost a tenth of a step.
 */
final class Averaged {
  static final double MEMORY = 0.9; // β₁
  private static final double LEAST = 1e-3; // below it the rows take the factor over

  private final Parameter parameter;
  private final Buffer gradientBuffer;
  private Matrix gradient;
  private double factor; // what the velocity is to be multiplied by
  private int gradients; // in the average, which began at 0
  private double correction;

  Averaged(Parameter parameter, Arena arena) {
    this.parameter = parameter;
    gradientBuffer = arena.buffer();
    forget();
  }

  void keep(State state) {
    factor = state.keep("factor", factor);
    gradients = state.keep("gradients", gradients);
    correction = state.keep("correction", correction);
  }

  void forget() {
    parameter.velocity().fill(0);
    factor = 1;
    gradients = 0;
  }

  /** Makes room for the next gradient. */
  void fade() {
    Matrix value = parameter.value();
    gradient = gradientBuffer.matrix(value.type(), value.rows(), value.columns());
    gradients++;
    correction = 1 / (1 - Math.pow(MEMORY, gradients));
    factor *= MEMORY;
    if (factor < LEAST) {
      settle();
    }
  }

  Matrix value() {
    return parameter.value();
  }

  Matrix gradient() {
    return gradient;
  }

  void settle() {
    if (factor != 1) {
      parameter.velocity().scale(factor);
      factor = 1;
    }
  }

  /** What turns a sum that began at 0 into an average of the gradients so far. */
  double correction() {
    return correction;
  }

  double norm(int unit, int units) {
    return correction * (factor * Units.norm(parameter.velocity(), unit, units));
  }

  /** The standard deviation of an average of many gradients that have such a variance. */
  static double deviation(double variance) {
    return Math.sqrt(Math.max(0, variance) * (1 - MEMORY) / (1 + MEMORY));
  }

  void addGradient(int unit, int units) {
    Units.add(parameter.velocity(), unit, units, (1 - MEMORY) / factor, gradient);
  }

  void scale(int unit, int units, double by) {
    Units.scale(parameter.velocity(), unit, units, by);
  }

  void descend(int unit, int units, double rate) {
    Units.add(value(), unit, units, -(rate * correction) * factor, parameter.velocity());
  }
}
