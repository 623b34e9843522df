package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.Units;
import pathprox.network.running.Rows;

/** Divides the strength of units differently between w and v; the function stays as it is. */
final class Rescaling {
  /** Norms may change by the rounding of float32; what is rounded to 0 or infinite changes more. */
  private static final double ROUNDING = 1e-6;

  private Rescaling() {}

  /** Makes w_i and b_i of each unit longer by its factor, and v_i shorter. */
  static Network of(Network network, UnitPair pair, double[] factors) {
    String count = "a pair of %s units needs as many factors, found %s";
    require(factors.length == pair.units(), count, pair.units(), factors.length);
    String range = "the factor of unit %s must be > 0 and finite, was %s";
    for (int unit = 0; unit < factors.length; unit++) {
      double factor = factors[unit];
      require(factor > 0 && Double.isFinite(factor), range, unit, factor);
    }
    int in = pair.incoming();
    int out = pair.outgoing();
    double[] inverse = DoubleStream.of(factors).map(factor -> 1 / factor).toArray();
    List<INDArray> weights = new ArrayList<>(network.weights());
    List<INDArray> biases = new ArrayList<>(network.biases());
    biases.set(in, scaled(biases.get(in), factors).reshape(factors.length));
    weights.set(in, scaled(network, in, Rows.OUTPUTS, factors));
    weights.set(out, scaled(network, out, Rows.INPUTS, inverse));
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
    INDArray rows = shape.toRows(network.weights().get(layer), side, channels);
    return shape.fromRows(scaled(rows, factors), side, channels);
  }

  /** Row r times the factor of unit r modulo the number of units, computed in float64. */
  private static INDArray scaled(INDArray rows, double[] factors) {
    DataType type = rows.dataType();
    try (Arena arena = new Arena()) {
      Matrix exact = arena.copyOf(rows, DataType.DOUBLE);
      Units.scale(exact, factors.length, factors);
      INDArray rounded = exact.toArray().castTo(type);
      double[] norms = new double[factors.length];
      double[] roundedNorms = new double[factors.length];
      Units.norms(exact, norms.length, norms);
      Units.norms(arena.copyOf(rounded, type), norms.length, roundedNorms);
      for (int unit = 0; unit < norms.length; unit++) {
        boolean leaves = Math.abs(roundedNorms[unit] - norms[unit]) > ROUNDING * norms[unit];
        require(!leaves, "unit %s times %s leaves the range of %s", unit, factors[unit], type);
      }
      return rounded;
    }
  }
}
