package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Units;
import pathprox.network.running.Rows;

/** Divides the strength of units differently between w and v; the function stays as it is. */
final class Rescaling {
  /** Norms may change by the rounding of float32; what is rounded to 0 or infinite changes more. */
  private static final double ROUNDING = 1e-6;

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
    int in = pair.incoming();
    int out = pair.outgoing();
    int count = network.architecture().parametricLayers().size();
    List<INDArray> weights =
        new ArrayList<>(IntStream.range(0, count).mapToObj(network::weights).toList());
    List<INDArray> biases =
        new ArrayList<>(IntStream.range(0, count).mapToObj(network::bias).toList());
    INDArray bias = biases.get(in).reshape('c', factors.length, 1);
    biases.set(in, scaled(bias, factors).reshape(factors.length));
    weights.set(in, scaled(network, in, Rows.OUTPUTS, factors));
    weights.set(out, scaled(network, out, Rows.INPUTS, inverse(factors)));
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
    ParametricLayer shape = network.architecture().parametricLayers().get(layer);
    int channels = network.architecture().channels(layer);
    INDArray rows = shape.toRows(network.weights(layer), side, channels);
    return shape.fromRows(scaled(rows, factors), side, channels);
  }

  /** Row r times the factor of unit r modulo the number of units, computed in float64. */
  private static INDArray scaled(INDArray rows, double[] factors) {
    int units = factors.length;
    double[] ofRows =
        IntStream.range(0, (int) rows.size(0)).mapToDouble(row -> factors[row % units]).toArray();
    INDArray column = Nd4j.createFromArray(ofRows).reshape('c', ofRows.length, 1);
    INDArray exact = rows.castTo(DataType.DOUBLE).mul(column);
    INDArray rounded = exact.castTo(rows.dataType());
    double[] norms = norms(exact, units);
    double[] roundedNorms = norms(rounded, units);
    for (int unit = 0; unit < units; unit++) {
      if (Math.abs(roundedNorms[unit] - norms[unit]) > ROUNDING * norms[unit]) {
        throw new IllegalArgumentException(
            "unit %d times %s leaves the range of %s"
                .formatted(unit, factors[unit], rows.dataType()));
      }
    }
    return rounded;
  }

  private static double[] norms(INDArray rows, int units) {
    double[] norms = new double[units];
    try (Arena arena = new Arena()) {
      Units.norms(arena.copyOf(rows, rows.dataType()), units, norms);
    }
    return norms;
  }

  private static double[] inverse(double[] factors) {
    return IntStream.range(0, factors.length).mapToDouble(i -> 1 / factors[i]).toArray();
  }
}
