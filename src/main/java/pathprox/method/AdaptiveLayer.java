package pathprox.method;

import java.util.Arrays;
import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.tensor.Matrix;

/**
 * A layer of no pair in the adaptive step: a step size for each row, behind it the proximal
 * operator of (λ/2)·‖W‖², W ← W/(1 + γλ).
 */
final class AdaptiveLayer {
  private static final double TINY = 1e-30;

  private final Averaged weights;
  private final Averaged bias;
  private final double lambda;
  private final double[] squares;
  private double biasSquares;

  AdaptiveLayer(LayerParameters layer, double lambda) {
    weights = new Averaged(layer.weights());
    bias = new Averaged(layer.bias());
    this.lambda = lambda;
    squares = new double[layer.weights().value().rows()];
  }

  void startAgain() {
    List.of(weights, bias).forEach(Averaged::forget);
    Arrays.fill(squares, 0);
    biasSquares = 0;
  }

  /** Lets the next backward pass write all gradients here. */
  void request() {
    weights.request();
    bias.request();
  }

  /** (λ/2)·‖W‖². */
  double penalty() {
    return lambda / 2 * weights.value().sumOfSquares();
  }

  void take(Pace pace) {
    Matrix w = weights.value();
    int rows = squares.length;
    double norm = Math.sqrt(w.sumOfSquares());
    double step = pace.step(rows, w.columns()) * (norm > 0 ? norm / Math.sqrt(rows) : 1);
    for (int row = 0; row < rows; row++) {
      weights.addGradient(row, rows, pace.memory());
      squares[row] = pace.average(squares[row], weights.gradient().unitSquares(row, rows));
      double rate = step / root(squares[row], pace);
      weights.descend(row, rows, rate * pace.correction());
      w.scaleUnit(row, rows, 1 / (1 + rate * pace.strength() * lambda));
    }
    bias.addGradient(0, 1, pace.memory());
    biasSquares = pace.average(biasSquares, bias.gradient().sumOfSquares());
    double own = pace.step() * Math.sqrt(bias.value().sumOfSquares());
    double rate = Math.max(own, step * Math.sqrt(rows)) / root(biasSquares, pace);
    bias.descend(0, 1, rate * pace.correction());
  }

  private static double root(double squares, Pace pace) {
    return Math.sqrt(squares * pace.squareCorrection()) + TINY;
  }
}
