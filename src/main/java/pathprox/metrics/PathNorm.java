package pathprox.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/**
 * The path norm Σ‖w_i‖‖v_i‖ over paired units, where w_i are the weights into unit i without its
 * bias, and v_i the weights out of it (arXiv:2210.03069, equation 4).
 */
public final class PathNorm {
  private PathNorm() {}

  /** {@return the path norm of {@code network}, the sum over all pairs} */
  public static double of(Network network) {
    return perPair(network).stream().mapToDouble(Double::doubleValue).sum();
  }

  /** {@return the path norm of each pair of {@code network}} */
  public static List<Double> perPair(Network network) {
    return network.architecture().pairing().pairs().stream()
        .map(pair -> Arrays.stream(perUnit(network, pair)).sum())
        .toList();
  }

  /** {@return ‖w_i‖‖v_i‖ of each unit of {@code pair} of {@code network}, 0 if it is not active} */
  public static double[] perUnit(Network network, UnitPair pair) {
    double[] w = network.incomingNorms(pair.incoming());
    double[] v = network.outgoingNorms(pair.outgoing());
    return IntStream.range(0, w.length).mapToDouble(i -> w[i] * v[i]).toArray();
  }
}
