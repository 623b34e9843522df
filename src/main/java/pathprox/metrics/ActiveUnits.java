package pathprox.metrics;

import java.util.List;
import pathprox.network.Network;

/** How many units take part in the function: those with both ‖w_i‖ and ‖v_i‖ above 0. */
public final class ActiveUnits {
  private ActiveUnits() {}

  /**
   * Counts the active units of a network.
   *
   * @param network Not modified.
   * @return the sum over all pairs
   */
  public static int of(Network network) {
    return perPair(network).stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Counts the active units of each pair.
   *
   * @param network Not modified.
   * @return one number for each pair, in the order of the network
   */
  public static List<Integer> perPair(Network network) {
    return network.architecture().pairing().pairs().stream().map(network::activeUnits).toList();
  }
}
