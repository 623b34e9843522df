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
}
