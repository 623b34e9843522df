package pathprox.method;

import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.matrix.Units;
import pathprox.network.running.LayerParameters;
import pathprox.parallel.Threads;

/** A layer of no pair in the adaptive step: a step size for each row, then W ← W/(1 + γλ). */
final class AdaptiveLayer {
  private final Averaged weights;
  private final FreeBias bias;
  private final double lambda;
  private final boolean shared;
  private final SquaredGradients squares;
  private final double[] norms;

  // Of the present step, for the threads that share it.
  private final Threads.Loop moving = this::move;
  private double step;
  private double strength;

  AdaptiveLayer(LayerParameters parameters, Averaged[] averages, Task task, double lambda) {
    weights = averages[parameters.weights().number()];
    bias = new FreeBias(averages[parameters.bias().number()], task.epoch());
    this.lambda = lambda;
    shared = parameters.sharesWeights();
    norms = new double[weights.value().rows()];
    squares = new SquaredGradients(norms.length, task.epoch());
  }

  void keep(State state) {
    bias.keep(state.part("bias"));
    squares.keep(state.part("squares"));
  }

  void startAgain() {
    weights.forget();
    bias.forget();
    squares.forget();
  }

  /** (λ/2)·‖W‖². */
  double penalty() {
    return lambda / 2 * weights.value().sumOfSquares();
  }

  void take(AdaptiveSchedule schedule) {
    Matrix w = weights.value();
    int rows = norms.length;
    Units.norms(w, rows, norms);
    squares.begin(norms);
    double norm = Math.sqrt(w.sumOfSquares());
    step = schedule.step(rows, w.columns(), shared) * (norm > 0 ? norm / Math.sqrt(rows) : 1);
    strength = schedule.strength();
    Threads.share(rows, 4 * w.columns(), moving);
    bias.take(step * Math.sqrt(rows), squares, schedule);
  }

  private void move(int from, int to) {
    int rows = norms.length;
    for (int row = from; row < to; row++) {
      weights.addGradient(row, rows);
      squares.add(row, Units.squares(weights.gradient(), row, rows));
      double rate = step / squares.root(row);
      weights.descend(row, rows, rate);
      Units.scale(weights.value(), row, rows, 1 / (1 + rate * strength * lambda));
    }
  }
}
