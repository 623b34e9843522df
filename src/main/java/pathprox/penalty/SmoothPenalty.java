package pathprox.penalty;

/**
 * A penalty whose gradient is a multiple of the weights, so that the descent step folds it into a
 * factor: W − γ·decay·W = (1 − γ·decay)·W.
 */
public interface SmoothPenalty {
  /**
   * Computes the penalty.
   *
   * @param sumOfSquares the squared Euclidean norm of the weights, 0 or more
   * @return its value, λ included
   */
  double value(double sumOfSquares);

  /**
   * {@return the factor between the weights and the gradient, d such that the gradient at W is d·W}
   */
  double decay();
}
