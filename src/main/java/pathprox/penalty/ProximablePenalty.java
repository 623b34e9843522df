package pathprox.penalty;

/**
 * A penalty on the path norm ρ = ‖w‖‖v‖ of a unit, with its proximal operator. Where ‖w‖ = 1 it is
 * one on ‖v‖.
 *
 * <p>A function of the norm alone has a proximal operator that keeps the direction of v: v ←
 * v·prox(‖v‖)/‖v‖ (Parikh, Boyd, "Proximal algorithms", 2014, section 6.5). So all methods take a
 * norm, and one pass over memory applies the result.
 *
 * <p>Value, proximal operator and slope say all that training, history and certificate need; a
 * record with a component {@code lambda} has {@link #lambda} already. None of the three has a
 * default: a proximal operator cannot be guessed from values in general, and a slope by differences
 * would not certify eight digits.
 */
public interface ProximablePenalty {
  /**
   * Names the penalty as the names of methods, tables and legends show it.
   *
   * @return a short name without λ, such as {@code power 0.5}, the name of the class unless it is
   *     overridden; empty for the path norm itself
   */
  default String name() {
    String name = getClass().getSimpleName();
    return name.isEmpty() ? "another penalty" : name;
  }

  /** {@return λ, 0 or more; also the strength of (λ/2)·‖·‖² for weights in no pair} */
  double lambda();

  /**
   * Computes the penalty.
   *
   * @param norm ρ, 0 or more
   * @return its value, λ included; 0 at 0
   */
  double value(double norm);

  /**
   * Computes the proximal operator, argmin over t ≥ 0 of ½(t − norm)² + step·value(t): of several
   * local minima the lowest, which the operator of a concave penalty jumps to.
   *
   * @param norm the norm before the step, 0 or more
   * @param step the step size γ, 0 or more; λ is multiplied inside
   * @return the norm after the step, 0 or more
   */
  double prox(double norm, double step);

  /**
   * Computes the slope of the penalty.
   *
   * @param norm ρ, 0 or more
   * @return the derivative of {@link #value}, λ included; at 0 that from the right, up to which the
   *     gradient of a dead unit leaves it dead
   */
  double slope(double norm);

  /**
   * Measures how far a gradient is from balancing the penalty: the distance of −gradient from the
   * subdifferential at the norm.
   *
   * @param norm ρ, 0 or more
   * @param gradient the derivative of the rest of the objective along ρ; at 0 its norm
   * @return |gradient + slope(norm)|; at 0 what |gradient| exceeds {@code slope(0)} by, at least 0
   */
  default double distance(double norm, double gradient) {
    return norm > 0 ? Math.abs(gradient + slope(norm)) : Math.max(0, Math.abs(gradient) - slope(0));
  }

  /**
   * Computes the proximal operator in one factor of ρ = a·t with the other one held, argmin over t
   * ≥ 0 of ½(t − norm)² + step·value(a·t), which is prox(a·norm, step·a²)/a.
   *
   * @param norm the norm of the factor before the step, 0 or more
   * @param other a, the norm of the factor that is held, 0 or more
   * @param step the step size γ, 0 or more
   * @return the norm after the step, 0 or more; unchanged for a = 0
   */
  default double proxOfFactor(double norm, double other, double step) {
    return other == 0 ? norm : prox(other * norm, step * other * other) / other;
  }
}
