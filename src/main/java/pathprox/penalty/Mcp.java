package pathprox.penalty;

import java.math.BigDecimal;

/**
 * The minimax concave penalty (Zhang, 2010): λ·(ρ − ρ²/(2τ)) up to ρ = τ, and the constant λτ/2
 * beyond: weak units shrink as by the {@link GroupLasso}, strong ones do not. The smaller the γ =
 * τ/λ of the paper, the more concave it is.
 *
 * <p>With a step size s the proximal operator is the firm threshold, (t − sλ)/(1 − sλ/τ) up to τ;
 * from sλ = τ on, where the sum is concave up to τ, the hard threshold at √(sλτ).
 *
 * @param lambda the strength λ, 0 or more, the slope at 0
 * @param end τ, the path norm from which on the penalty is flat, above 0 and finite
 */
public record Mcp(double lambda, double end) implements ProximablePenalty {
  public Mcp {
    GroupLasso.checkLambda(lambda);
    if (!(end > 0 && end < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("end must be > 0 and finite, was " + end);
    }
  }

  @Override
  public String name() {
    return "MCP flat from " + BigDecimal.valueOf(end).stripTrailingZeros().toPlainString();
  }

  @Override
  public double value(double norm) {
    return norm >= end ? lambda * end / 2 : lambda * norm * (1 - norm / (2 * end));
  }

  @Override
  public double slope(double norm) {
    return norm >= end ? 0 : lambda * (1 - norm / end);
  }

  @Override
  public double prox(double norm, double step) {
    double threshold = step * lambda;
    if (threshold >= end) {
      return norm <= Math.sqrt(threshold * end) ? 0 : norm;
    }
    if (norm <= threshold) {
      return 0;
    }
    return norm < end ? (norm - threshold) / (1 - threshold / end) : norm;
  }
}
