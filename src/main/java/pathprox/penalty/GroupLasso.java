package pathprox.penalty;

/**
 * The norm itself, λρ: the group lasso (Yuan, Lin, 2006).
 *
 * <p>Its sum over units is the path norm λ·Σ‖w_i‖‖v_i‖, equation 4 of arXiv:2210.03069. Its
 * proximal operator is the block soft threshold.
 *
 * @param lambda the strength λ, 0 or more
 */
public record GroupLasso(double lambda) implements ProximablePenalty {
  public GroupLasso {
    checkLambda(lambda);
  }

  /** The rule for λ, stated once. */
  static void checkLambda(double lambda) {
    if (!(lambda >= 0) || lambda == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("lambda must be >= 0 and finite, was " + lambda);
    }
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public double value(double norm) {
    return lambda * norm;
  }

  @Override
  public double prox(double norm, double step) {
    double threshold = step * lambda;
    return norm <= threshold ? 0 : norm - threshold;
  }

  @Override
  public double proxOfFactor(double norm, double other, double step) {
    return prox(norm, step * other);
  }

  @Override
  public double slope(double norm) {
    return lambda;
  }
}
