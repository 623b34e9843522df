package pathprox.penalty;

/**
 * Half the squared norm, (λ/2)·‖W‖²: weight decay, the ridge penalty.
 *
 * @param lambda the strength λ, 0 or more
 */
public record SquaredNorm(double lambda) implements SmoothPenalty {
  /**
   * @throws IllegalArgumentException if λ is negative or not finite
   */
  public SquaredNorm {
    Lambda.check(lambda);
  }

  @Override
  public double value(double sumOfSquares) {
    return lambda / 2 * sumOfSquares;
  }

  @Override
  public double decay() {
    return lambda;
  }
}
