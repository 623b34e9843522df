package pathprox.metrics;

import java.util.List;
import pathprox.network.Network;
import pathprox.network.Rows;
import pathprox.network.UnitPair;

/**
 * The path norm Σ‖w_i‖‖v_i‖ over paired units, where w_i are the weights into unit i without its
 * bias, and v_i the weights out of it (arXiv:2210.03069, equation 4).
 */
public final class PathNorm {
  private PathNorm() {}

  /**
   * Computes the path norm of a network.
   *
   * @param network Not modified.
   * @return the sum over all pairs, 0 or more
   */
  public static double of(Network network) {
    return perPair(network).stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Computes the path norm of each pair.
   *
   * @param network Not modified.
   * @return one number for each pair, in the order of the network
   */
  public static List<Double> perPair(Network network) {
    return network.architecture().pairing().pairs().stream()
        .map(pair -> ofPair(network, pair))
        .toList();
  }

  private static double ofPair(Network network, UnitPair pair) {
    double[] w = network.norms(pair.incoming(), Rows.OUTPUTS);
    double[] v = network.norms(pair.outgoing(), Rows.INPUTS);
    double sum = 0;
    for (int i = 0; i < pair.units(); i++) {
      sum += w[i] * v[i];
    }
    return sum;
  }
}
