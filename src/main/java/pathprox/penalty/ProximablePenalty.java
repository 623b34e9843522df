package pathprox.penalty;

/**
 * A penalty on the norm of a unit's outgoing weights v, with a proximal operator in closed form.
 *
 * <p>A function of the norm alone has a proximal operator that keeps the direction of v: v ←
 * v·prox(‖v‖)/‖v‖ (Parikh, Boyd, "Proximal algorithms", 2014, section 6.5). So both methods take a
 * norm, and one pass over memory applies the result.
 */
public interface ProximablePenalty {
  /**
   * Names the penalty as the names of methods, tables and legends show it.
   *
   * @return a short name without λ, such as {@code powers p=0.5}; empty for the path norm itself
   */
  String name();

  /**
   * Returns the strength of the penalty.
   *
   * @return λ, 0 or more
   */
  double lambda();

  /**
   * Computes the penalty.
   *
   * @param norm ‖v‖, 0 or more
   * @return its value, λ included
   */
  double value(double norm);

  /**
   * Computes the proximal operator, argmin over t ≥ 0 of ½(t − norm)² + step·value(t).
   *
   * @param norm ‖v‖ before the step, 0 or more
   * @param step the step size γ, 0 or more; λ is multiplied inside
   * @return the norm after the step, 0 or more
   */
  double prox(double norm, double step);

  /**
   * Computes the slope of the penalty.
   *
   * @param norm ‖v‖, 0 or more
   * @return the derivative of {@link #value}, λ included; at 0 that from the right, up to which the
   *     gradient of a dead unit leaves it dead
   */
  double slope(double norm);

  /**
   * Measures how far a gradient is from balancing the penalty: the distance of −gradient from the
   * subdifferential at the norm.
   *
   * @param norm ‖v‖, 0 or more
   * @param gradient the derivative of the rest of the objective along v; at 0 its norm
   * @return |gradient + slope(norm)|; at 0 what |gradient| exceeds {@code slope(0)} by, at least 0
   */
  default double distance(double norm, double gradient) {
    return norm > 0 ? Math.abs(gradient + slope(norm)) : Math.max(0, Math.abs(gradient) - slope(0));
  }
}
