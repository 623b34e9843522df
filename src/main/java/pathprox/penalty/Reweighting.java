package pathprox.penalty;

/**
 * The p-th powers of path norms, Σ((ρ_i + ε)^p − ε^p) with ρ_i = ‖w_i‖‖v_i‖, p in (0, 1], in place
 * of their sum: what makes solutions sparser (Nakhleh, Nowak, arXiv:2505.21791).
 *
 * <p>The powers are concave, so their tangent at the present ρ_i lies above them: each step
 * minimizes Σ a_i·ρ_i with a_i = p·(ρ_i + ε)^(p−1), the path norm with a threshold of its own for
 * each unit (Candès, Wakin, Boyd, 2008). Strong units are shrunk less, weak ones more.
 *
 * @param exponent p, above 0 and at most 1; with 1 all a_i are 1
 * @param smoothing ε, above 0, in units of a path norm; it keeps the threshold of dead units finite
 */
public record Reweighting(double exponent, double smoothing) {
  private static final double SMOOTHING = 0.01;

  /**
   * Checks the numbers.
   *
   * @param exponent p, above 0 and at most 1
   * @param smoothing ε, above 0
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Reweighting {
    if (!(exponent > 0 && exponent <= 1)) {
      throw new IllegalArgumentException("exponent must be > 0 and <= 1, was " + exponent);
    }
    if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("smoothing must be > 0 and finite, was " + smoothing);
    }
  }

  /**
   * Makes powers with ε = 0.01.
   *
   * @param exponent p, above 0 and at most 1
   * @return the reweighting
   * @throws IllegalArgumentException if p is out of its range
   */
  public static Reweighting power(double exponent) {
    return new Reweighting(exponent, SMOOTHING);
  }

  /**
   * Returns the path norm itself.
   *
   * @return the reweighting with p = 1
   */
  public static Reweighting none() {
    return power(1);
  }

  /**
   * Computes the factor a of a unit's threshold.
   *
   * @param pathNorm ρ of the unit before the step, 0 or more
   * @return p·(ρ + ε)^(p−1)
   */
  public double weight(double pathNorm) {
    return exponent == 1 ? 1 : exponent * Math.pow(pathNorm + smoothing, exponent - 1);
  }

  /**
   * Computes the penalty of a unit without λ.
   *
   * @param pathNorm ρ of the unit, 0 or more
   * @return (ρ + ε)^p − ε^p; ρ for p = 1
   */
  public double value(double pathNorm) {
    return exponent == 1
        ? pathNorm
        : Math.pow(pathNorm + smoothing, exponent) - Math.pow(smoothing, exponent);
  }
}
