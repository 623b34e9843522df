package pathprox.method;

import pathprox.matrix.State;

/**
 * A bias in no unit: it moves as far as all rows beside it together, or as its own length asks for.
 * Its gradient vanishes at the end, where those of the rows balance the penalty, so theirs are the
 * least that its step is divided by.
 */
final class FreeBias {
  private static final double[] ALIVE = {1};

  private final Averaged bias;
  private final SquaredGradients squares;

  FreeBias(Averaged bias, double epoch) {
    this.bias = bias;
    squares = new SquaredGradients(1, epoch);
  }

  void keep(State state) {
    squares.keep(state);
  }

  void forget() {
    bias.forget();
    squares.forget();
  }

  /** Moves beside rows with such gradients, which together move by {@code rowsStep}. */
  void take(double rowsStep, SquaredGradients rows, AdaptiveSchedule schedule) {
    bias.addGradient(0, 1);
    squares.begin(ALIVE);
    squares.add(0, bias.gradient().sumOfSquares());
    double own = schedule.step(1, 1, false) * Math.sqrt(bias.value().sumOfSquares());
    double root = Math.max(squares.root(0), rows.meanRoot());
    bias.descend(0, 1, Math.max(own, rowsStep) / root);
  }
}
