package pathprox.penalty;

import java.io.Serializable;

/**
 * A penalty on the path norm ρ = ‖w‖‖v‖ of a unit, with its proximal operator; where ‖w‖ = 1, on
 * ‖v‖. The operator keeps the direction of v: v ← v·prox(‖v‖)/‖v‖ (Parikh, Boyd, "Proximal
 * algorithms", 2014, section 6.5), so methods take norms.
 *
 * <p>None of value, proximal operator and slope has a default: an operator cannot be guessed from
 * values, and slopes by differences would not certify eight digits. A record with a component
 * {@code lambda} has {@link #lambda} already.
 */
public interface ProximablePenalty extends Serializable {
  /**
   * {@return a short name without λ for methods, tables and legends, such as {@code power 0.5};
   * that of the class unless overridden, empty for the path norm itself}
   */
  default String name() {
    String name = getClass().getSimpleName();
    return name.isEmpty() ? "another penalty" : name;
  }

  /** {@return λ, 0 or more; also the strength of (λ/2)·‖·‖² for weights in no pair} */
  double lambda();

  /** {@return the penalty at ρ = {@code norm}, 0 or more, λ included; 0 at 0} */
  double value(double norm);

  /**
   * {@return the norm after a proximal step of size {@code step} from {@code norm}, all 0 or more:
   * argmin over t ≥ 0 of ½(t − norm)² + step·value(t)} Of several local minima it is the lowest,
   * which the operator of a concave penalty jumps to; λ is multiplied inside.
   */
  double prox(double norm, double step);

  /**
   * {@return the derivative of {@link #value} at {@code norm}, 0 or more, λ included; at 0 that
   * from the right, up to which the gradient of a dead unit leaves it dead}
   */
  double slope(double norm);

  /**
   * {@return the distance of −{@code gradient}, the derivative of the rest of the objective along
   * ρ, from the subdifferential at {@code norm}: |gradient + slope(norm)|; at 0, where the gradient
   * is a norm, what it exceeds {@code slope(0)} by, at least 0}
   */
  default double distance(double norm, double gradient) {
    return norm > 0 ? Math.abs(gradient + slope(norm)) : Math.max(0, Math.abs(gradient) - slope(0));
  }

  /**
   * {@return {@code norm}, that of one factor of ρ = a·t, after a proximal step of size {@code
   * step} with the {@code other} one, a, held: argmin over t ≥ 0 of ½(t − norm)² + step·value(a·t),
   * which is prox(a·norm, step·a²)/a, and for a = 0 the norm} All are 0 or more.
   */
  default double proxOfFactor(double norm, double other, double step) {
    return other == 0 ? norm : prox(other * norm, step * other * other) / other;
  }
}
