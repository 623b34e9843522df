package pathprox.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/** Refuses a network with NaN or infinite parameters, from which nothing can be learned. */
final class FiniteStart {
  private FiniteStart() {}

  /** Looks at a working copy first, whose sums cost no memory. */
  static void require(Network start, WorkingNetwork copy) {
    for (int layer = 0; layer < copy.layers().size(); layer++) {
      if (!Double.isFinite(copy.layers().get(layer).weights().value().sumOfSquares())) {
        requireFinite("weights", layer, start.weights(layer).ravel());
      }
      if (!Double.isFinite(copy.layers().get(layer).bias().value().sumOfSquares())) {
        requireFinite("biases", layer, start.bias(layer));
      }
    }
  }

  private static void requireFinite(String what, int layer, INDArray values) {
    for (double value : values.toDoubleVector()) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a training must start from finite parameters, the %s of layer %s hold %s; start from"
                    .formatted(what, layer, value)
                + " Architecture.initialize(seed), or look where the network came from");
      }
    }
  }
}
