package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Divides the strength of units differently between w and v; the function stays as it is. */
final class Rescaling {
  /** The largest number of a unit may be rounded to float32; to 0 or infinite is more than that. */
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
    INDArray longer = Nd4j.createFromArray(factors).reshape(1, factors.length, 1);
    List<INDArray> weights = new ArrayList<>(network.weights());
    List<INDArray> biases = new ArrayList<>(network.biases());
    biases.set(in, scaled(biases.get(in), 1, longer));
    weights.set(in, scaled(weights.get(in), 1, longer));
    weights.set(out, scaled(weights.get(out), weights.get(out).size(0), longer.rdiv(1)));
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

  /** Weights into units, or out of them, whose index comes after those {@code before}. */
  private static INDArray scaled(INDArray array, long before, INDArray factors) {
    long after = array.length() / before / factors.length();
    INDArray each = array.castTo(DataType.DOUBLE).reshape('c', before, factors.length(), after);
    INDArray exact = each.mul(factors);
    INDArray rounded = exact.castTo(array.dataType());
    INDArray largest = exact.amax(0, 2);
    INDArray change = rounded.castTo(DataType.DOUBLE).amax(0, 2).subi(largest);
    String message = "unit %s times %s leaves the range of %s";
    for (int unit = 0; unit < factors.length(); unit++) {
      boolean fits = Math.abs(change.getDouble(unit)) <= ROUNDING * largest.getDouble(unit);
      require(fits, message, unit, factors.getDouble(unit), array.dataType());
    }
    return rounded.reshape('c', array.shape());
  }
}
