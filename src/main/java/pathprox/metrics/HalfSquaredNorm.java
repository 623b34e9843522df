package pathprox.metrics;

import java.util.stream.IntStream;
import pathprox.network.Network;
import pathprox.network.Rows;

/** Half the squared norm of weights, ½·Σ‖W‖², biases left out: what weight decay penalizes. */
public final class HalfSquaredNorm {
  private HalfSquaredNorm() {}

  /**
   * Computes ½·Σ‖W‖² over all layers.
   *
   * @param network Not modified.
   * @return 0 or more; never less than the path norm plus the part of the unpaired layers
   */
  public static double of(Network network) {
    return layers(network).mapToDouble(layer -> ofLayer(network, layer)).sum();
  }

  /**
   * Computes ½·Σ‖W‖² over the layers that belong to no pair.
   *
   * @param network Not modified.
   * @return 0 or more
   */
  public static double ofUnpaired(Network network) {
    return layers(network)
        .filter(layer -> !network.architecture().pairing().isPaired(layer))
        .mapToDouble(layer -> ofLayer(network, layer))
        .sum();
  }

  private static IntStream layers(Network network) {
    return IntStream.range(0, network.architecture().parametricLayers().size());
  }

  private static double ofLayer(Network network, int layer) {
    double sum = 0;
    for (double norm : network.norms(layer, Rows.OUTPUTS)) {
      sum += norm * norm;
    }
    return sum / 2;
  }
}
