package pathprox.certificate;

/**
 * How far one unit is from its optimality conditions, see {@link Optimality}.
 *
 * @param pair the number of the pair, from 0
 * @param unit the number of the unit in the pair, from 0
 * @param active whether both ‖w_i‖ and ‖v_i‖ are above 0
 * @param pathNorm ‖w_i‖‖v_i‖
 * @param outgoing the residual of v_i, 0 or more
 * @param incoming the residual of w_i, 0 or more
 * @param bias the residual of the bias into the unit, 0 or more
 */
public record UnitResidual(
    int pair,
    int unit,
    boolean active,
    double pathNorm,
    double outgoing,
    double incoming,
    double bias) {
  /** {@return the largest of the three parts; 0 or more; NaN if a part is} */
  public double largest() {
    return Math.max(outgoing, Math.max(incoming, bias));
  }
}
