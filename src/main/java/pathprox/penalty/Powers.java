package pathprox.penalty;

import static pathprox.matrix.Arguments.require;

import java.math.BigDecimal;

/**
 * Powers of path norms, λ·((ρ + ε)^p − ε^p) with p in (0, 1], in place of the path norm: what makes
 * solutions sparser (Nakhleh, Nowak, arXiv:2505.21791): strong units shrink less, weak ones more.
 *
 * <p>The proximal operator is the larger root of t − norm + step·slope(t) = 0 or t = 0, whichever
 * is lower; it jumps between the two where step·λ·p(1 − p)·ε^(p−2) is above 1.
 *
 * @param lambda the strength λ, 0 or more
 * @param exponent p, above 0 and at most 1; with 1 it is the {@link GroupLasso}
 * @param smoothing ε, above 0, in units of a path norm; it keeps the slope at 0 finite
 */
public record Powers(double lambda, double exponent, double smoothing)
    implements ProximablePenalty {
  private static final double SMOOTHING = 0.01;

  public Powers {
    GroupLasso.checkLambda(lambda);
    require(exponent > 0 && exponent <= 1, "exponent must be > 0 and <= 1, was %s", exponent);
    boolean isFinite = smoothing > 0 && smoothing < Double.POSITIVE_INFINITY;
    require(isFinite, "smoothing must be > 0 and finite, was %s", smoothing);
  }

  /** {@return powers with λ = {@code lambda}, p = {@code exponent} and ε = 0.01} */
  public static Powers of(double lambda, double exponent) {
    return new Powers(lambda, exponent, SMOOTHING);
  }

  @Override
  public String name() {
    return exponent == 1 ? "" : "power " + BigDecimal.valueOf(exponent).toPlainString();
  }

  @Override
  public double value(double norm) {
    return exponent == 1
        ? lambda * norm
        : lambda
            * Math.pow(smoothing, exponent)
            * Math.expm1(exponent * Math.log1p(norm / smoothing));
  }

  @Override
  public double slope(double norm) {
    return exponent == 1 ? lambda : lambda * exponent * fall(norm);
  }

  /** (norm + ε)^(p−1); a square root is ten times as fast as a power, and p = ½ is common. */
  private double fall(double norm) {
    double base = norm + smoothing;
    return exponent == 0.5 ? 1 / Math.sqrt(base) : Math.pow(base, exponent - 1);
  }

  @Override
  public double prox(double norm, double step) {
    if (exponent == 1) {
      return new GroupLasso(lambda).prox(norm, step);
    }
    double weight = step * lambda * exponent;
    boolean jumps = weight * (1 - exponent) * fall(0) > smoothing;
    if (jumps) {
      double t = largerRoot(norm, weight, lowest(weight));
      return t * (norm - t / 2) <= step * value(t) ? 0 : t;
    }
    return norm <= weight * fall(0) ? 0 : largerRoot(norm, weight, 0);
  }

  /** Where t − norm + weight·(t + ε)^(p−1) is lowest. */
  private double lowest(double weight) {
    return Math.pow(weight * (1 - exponent), 1 / (2 - exponent)) - smoothing;
  }

  /**
   * Beyond {@code lowest} t − norm + weight·(t + ε)^(p−1) is convex: Newton falls to its last root.
   */
  private double largerRoot(double norm, double weight, double lowest) {
    double t = norm;
    while (true) {
      double pull = weight * fall(t);
      double next = t - (t - norm + pull) / (1 - (1 - exponent) * pull / (t + smoothing));
      if (!(next < t)) {
        return t;
      }
      if (next <= lowest) {
        return 0; // there is none
      }
      t = next;
    }
  }

  @Override
  public double proxOfFactor(double norm, double other, double step) {
    return exponent == 1
        ? new GroupLasso(lambda).proxOfFactor(norm, other, step)
        : ProximablePenalty.super.proxOfFactor(norm, other, step);
  }
}
