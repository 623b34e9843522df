package pathprox.method;

/** What happens to the norm that w_i loses when each step brings it to the unit sphere. */
public enum Normalization {
  /**
   * It is dropped, as published: w_i ← w_i/‖w_i‖, b_i ← b_i/‖w_i‖, v_i ← prox(v_i).
   *
   * <p>The first steps change the function, and a training ends where |∂_b L| = λ‖v‖·|b|/(1 + b²)
   * instead of 0, see {@code metrics.Optimality}.
   */
  PUBLISHED,
  /**
   * v_i takes it: w_i ← w_i/n, b_i ← b_i/n, v_i ← n·v_i with n = ‖w_i‖, which changes neither the
   * function nor the path norm.
   *
   * <p>A step in ‖w_i‖ then counts as one in ‖v_i‖, so both norms must shrink, or units with a long
   * v are penalized too little and the objective rises in the end: v ← v·max(0, 1 − γλ/‖v‖), and
   * then n ← max(0, ‖w‖ − γλ‖v‖). These are the proximal operators of λ‖w‖‖v‖ in one factor with
   * the other held (alternating proximal steps: Bolte, Sabach, Teboulle, 2014), and all points that
   * they leave alone are stationary.
   */
  FUNCTION_PRESERVING
}
