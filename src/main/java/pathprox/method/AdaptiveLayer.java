package pathprox.method;

import java.util.List;
import pathprox.network.LayerParameters;
import pathprox.tensor.Matrix;

/**
 * A layer of no pair in the adaptive step: a step size for each row, behind it the proximal
 * operator of (λ/2)·‖W‖², W ← W/(1 + γλ).
 */
final class AdaptiveLayer {
  private final Averaged weights;
  private final Averaged bias;
  private final double lambda;
  private final SquaredGradients squares;
  private final SquaredGradients biasSquares = new SquaredGradients(1);
  private final double[] norms;

  AdaptiveLayer(LayerParameters layer, double lambda) {
    weights = new Averaged(layer.weights());
    bias = new Averaged(layer.bias());
    this.lambda = lambda;
    norms = new double[layer.weights().value().rows()];
    squares = new SquaredGradients(norms.length);
  }

  void startAgain() {
    List.of(weights, bias).forEach(Averaged::forget);
    List.of(squares, biasSquares).forEach(SquaredGradients::forget);
  }

  /** Lets the next backward pass write all gradients here. */
  void request(Pace pace) {
    weights.request(pace.memory());
    bias.request(pace.memory());
  }

  /** (λ/2)·‖W‖². */
  double penalty() {
    return lambda / 2 * weights.value().sumOfSquares();
  }

  void take(Pace pace) {
    Matrix w = weights.value();
    int rows = norms.length;
    w.unitNorms(rows, norms);
    squares.averageOver(norms);
    double norm = Math.sqrt(w.sumOfSquares());
    double step = pace.step(rows, w.columns()) * (norm > 0 ? norm / Math.sqrt(rows) : 1);
    for (int row = 0; row < rows; row++) {
      weights.addGradient(row, rows, 1 - pace.memory());
      squares.add(row, weights.gradient().unitSquares(row, rows), pace);
      double rate = step / squares.root(row, pace);
      weights.descend(row, rows, rate * pace.correction());
      w.scaleUnit(row, rows, 1 / (1 + rate * pace.strength() * lambda));
    }
    bias.addGradient(0, 1, 1 - pace.memory());
    biasSquares.add(0, bias.gradient().sumOfSquares(), pace);
    double own = pace.step(1, 1) * Math.sqrt(bias.value().sumOfSquares());
    double rate = Math.max(own, step * Math.sqrt(rows)) / biasSquares.rootAbove(squares, pace);
    bias.descend(0, 1, rate * pace.correction());
  }
}
