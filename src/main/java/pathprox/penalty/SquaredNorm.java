package pathprox.penalty;

/**
 * Half the squared norm, (λ/2)·‖W‖²: weight decay, the ridge penalty. Its gradient is λW, so that a
 * descent step folds it into a factor, W − γλW = (1 − γλ)·W.
 *
 * @param lambda the strength λ, 0 or more
 */
public record SquaredNorm(double lambda) {
  public SquaredNorm {
    GroupLasso.checkLambda(lambda);
  }

  /** {@return the penalty of weights with {@code sumOfSquares}, 0 or more, λ included} */
  public double value(double sumOfSquares) {
    return lambda / 2 * sumOfSquares;
  }
}
