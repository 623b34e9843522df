package pathprox.method;

/** What happens to the norm that w_i loses when each step brings units to a common length. */
public enum Normalization {
  /**
   * It is dropped, as published: w_i ← w_i/‖w_i‖, b_i ← b_i/‖w_i‖, v_i ← prox(v_i).
   *
   * <p>The first steps change the function, and a training ends where |∂_b L| = λ‖v‖·|b|/(1 + b²)
   * instead of 0, see {@code metrics.Optimality}.
   */
  PUBLISHED,
  /**
   * v_i takes what w_i and its bias give up: w_i ← w_i/n, b_i ← b_i/n, v_i ← n·v_i, which changes
   * neither the function nor the path norm.
   *
   * <p>Here n = ‖(w_i, b_i)‖, so that no unit's output is steep in v_i because its bias is long
   * beside w_i, as happens with few inputs. A step in ‖w_i‖ counts as one in ‖v_i‖, so both must
   * shrink, or units with a long v are penalized too little and the objective rises in the end: v ←
   * v·max(0, 1 − γλ‖w‖/‖v‖) and then w ← w·max(0, 1 − γλ‖v‖/‖w‖). These are the proximal operators
   * of λ‖w‖‖v‖ in one factor with the other held (alternating proximal steps: Bolte, Sabach,
   * Teboulle, 2014), and all points that they leave alone are stationary.
   */
  FUNCTION_PRESERVING
}
