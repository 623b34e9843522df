/**
 * Penalties on weights, split by what they can do: the squared norm has a gradient, a proximable
 * penalty has a proximal operator.
 *
 * <p>Convention for λ, the same in the whole library: the objective is the mean data loss +
 * Σf(‖w_i‖‖v_i‖) over paired units, f(ρ) = λρ unless another penalty is chosen, + (λ/2)·‖·‖² over
 * unpaired weights. A penalty holds its λ and {@code value} includes it; proximal operators take
 * the step size and multiply it by λ themselves. A number out of the range that stands at its
 * component is refused by an {@link IllegalArgumentException}. May import {@code network} and
 * {@code matrix}. A new penalty is one new class.
 */
package pathprox.penalty;
