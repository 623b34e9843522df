package pathprox.benchmark.frontier;

import java.util.Arrays;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.running.Parameter;

/** The weights out of the units of a pair, v_i = u_i·g_i^(D−1); all gates start from 1. */
final class GatedWeights {
  private final Parameter product;
  private final int units;
  private final GatedDecay method;
  private final Matrix vectors;
  private final Matrix gradient;
  private final Matrix velocity;
  private final double[] gates;
  private final double[] gateVelocity;
  private final double[] powers;

  GatedWeights(Parameter product, int units, GatedDecay method) {
    this.product = product;
    this.units = units;
    this.method = method;
    vectors = zeros(product.value());
    vectors.copyRows(product.value(), 0, product.value().rows());
    gradient = zeros(vectors);
    velocity = zeros(vectors);
    gates = new double[units];
    Arrays.fill(gates, 1);
    gateVelocity = new double[units];
    powers = new double[units];
  }

  private static Matrix zeros(Matrix like) {
    return new Arena().zeros(like.type(), like.rows(), like.columns());
  }

  Parameter product() {
    return product;
  }

  /** Where the gradient of v goes. */
  Matrix gradient() {
    return gradient;
  }

  void descend(double rate) {
    moveGates(rate);
    Units.scale(gradient, units, powers);
    velocity.scale(method.momentum());
    velocity.axpy(1, gradient);
    vectors.descendBy(velocity, method.lambda(), rate);
    raise();
    product.value().copyRows(vectors, 0, vectors.rows());
    Units.scale(product.value(), units, powers);
  }

  /** The gradient of a gate is g^(D−2) times that of v along u; leaves the powers of the old g. */
  private void moveGates(double rate) {
    double[] along = along();
    for (int i = 0; i < units; i++) {
      double slope = Math.pow(gates[i], method.depth() - 2) * along[i];
      powers[i] = Math.pow(gates[i], method.depth() - 1);
      gateVelocity[i] = method.momentum() * gateVelocity[i] + slope + method.lambda() * gates[i];
      gates[i] -= rate * gateVelocity[i];
    }
  }

  private double[] along() {
    double[] sums = new double[units];
    for (int row = 0; row < vectors.rows(); row++) {
      for (int column = 0; column < vectors.columns(); column++) {
        sums[row % units] += vectors.get(row, column) * gradient.get(row, column);
      }
    }
    return sums;
  }

  private void raise() {
    for (int i = 0; i < units; i++) {
      powers[i] = Math.pow(gates[i], method.depth() - 1);
    }
  }
}
