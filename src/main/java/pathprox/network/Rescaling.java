package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.running.Rows;

/** Divides the strength of units differently between w and v; the function stays as it is. */
final class Rescaling {
  private Rescaling() {}

  /** Makes w_i and b_i of each unit longer by its factor, and v_i shorter. */
  static Network of(Network network, UnitPair pair, double[] factors) {
    if (factors.length != pair.units()) {
      throw new IllegalArgumentException(
          "a pair of %d units needs as many factors, found %d"
              .formatted(pair.units(), factors.length));
    }
    for (int unit = 0; unit < factors.length; unit++) {
      if (!(factors[unit] > 0) || factors[unit] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "the factor of unit %d must be > 0 and finite, was %s".formatted(unit, factors[unit]));
      }
    }
    int count = network.architecture().parametricLayers().size();
    List<INDArray> weights =
        new ArrayList<>(IntStream.range(0, count).mapToObj(network::weights).toList());
    List<INDArray> biases =
        new ArrayList<>(IntStream.range(0, count).mapToObj(network::bias).toList());
    weights.set(pair.incoming(), scaled(network, pair.incoming(), Rows.OUTPUTS, factors));
    biases.get(pair.incoming()).muli(vector(factors, network.type()));
    weights.set(pair.outgoing(), scaled(network, pair.outgoing(), Rows.INPUTS, inverse(factors)));
    return new Network(network.architecture(), weights, biases);
  }

  /** Makes the norms of w and v equal for each unit that has both. */
  static Network balanced(Network network) {
    Network balanced = network;
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      double[] w = network.incomingNorms(pair.incoming());
      double[] v = network.outgoingNorms(pair.outgoing());
      double[] factors =
          IntStream.range(0, pair.units())
              .mapToDouble(i -> w[i] > 0 && v[i] > 0 ? Math.sqrt(v[i] / w[i]) : 1)
              .toArray();
      balanced = of(balanced, pair, factors);
    }
    return balanced;
  }

  private static INDArray scaled(Network network, int layer, Rows side, double[] factors) {
    Architecture architecture = network.architecture();
    ParametricLayer shape = architecture.parametricLayers().get(layer);
    INDArray rows = shape.toRows(network.weights(layer), side, architecture.channels(layer));
    double[] ofRows =
        IntStream.range(0, rows.rows()).mapToDouble(row -> factors[row % factors.length]).toArray();
    INDArray column = vector(ofRows, network.type()).reshape('c', ofRows.length, 1);
    return shape.fromRows(rows.mul(column), side, architecture.channels(layer));
  }

  private static double[] inverse(double[] factors) {
    return IntStream.range(0, factors.length).mapToDouble(i -> 1 / factors[i]).toArray();
  }

  private static INDArray vector(double[] values, DataType type) {
    return Nd4j.createFromArray(values).castTo(type);
  }
}
