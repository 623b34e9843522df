package pathprox.certificate;

/**
 * How far the parameters of a layer that belong to no unit are from their optimality conditions,
 * see {@link Optimality}.
 *
 * @param layer its number among the layers with parameters, from 0
 * @param weights ‖∇_W L + λW‖; 0 for the outgoing layer of a pair, whose weights count with units
 * @param bias ‖∇_c L‖
 */
public record LayerResidual(int layer, double weights, double bias) {
  /** {@return the larger of both parts; 0 or more; NaN if a part is} */
  public double largest() {
    return Math.max(weights, bias);
  }
}
