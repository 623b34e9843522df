package pathprox.metrics;

import java.util.List;
import pathprox.network.Network;

/** How many units take part in the function: those with both ‖w_i‖ and ‖v_i‖ above 0. */
public final class ActiveUnits {
  private ActiveUnits() {}

  /** {@return the number of active units of {@code network}, in all pairs together} */
  public static int of(Network network) {
    return perPair(network).stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return the number of active units of each pair of {@code network}} */
  public static List<Integer> perPair(Network network) {
    return network.architecture().pairing().pairs().stream().map(network::activeUnits).toList();
  }
}
