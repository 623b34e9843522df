/**
 * Penalties on weights, split by what they can do: a smooth penalty has a gradient, a proximable
 * one has a proximal operator.
 *
 * <p>Convention for λ, the same in the whole library: the objective is the mean data loss +
 * Σf(‖w_i‖‖v_i‖) over paired units, f(ρ) = λρ unless another penalty is chosen, + (λ/2)·‖·‖² over
 * unpaired weights. A penalty holds its λ and {@code value} includes it; proximal operators take
 * the step size and multiply it by λ themselves. May import {@code network} and {@code matrix}. A
 * new penalty is one new class.
 */
package pathprox.penalty;
