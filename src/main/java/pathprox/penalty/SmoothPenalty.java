package pathprox.penalty;

/**
 * A penalty whose gradient is a multiple of the weights, so that the descent step folds it into a
 * factor: W − γ·decay·W = (1 − γ·decay)·W.
 */
public interface SmoothPenalty {
  /** {@return the penalty of weights with {@code sumOfSquares}, 0 or more, λ included} */
  double value(double sumOfSquares);

  /** {@return d, 0 or more, such that the gradient at W is d·W} */
  double decay();
}
