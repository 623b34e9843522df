package pathprox.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.Tolerance;
import pathprox.metrics.PathNorm;
import pathprox.network.Architecture;
import pathprox.network.Network;

class LayerBalancingTest {
  /** Applies scales to a network as the class's documentation says, with ND4J alone. */
  private static Network balanced(Network network) {
    double[] scales = PathNorm.perPair(network).stream().mapToDouble(Double::doubleValue).toArray();
    LayerBalancing.toScales(scales, 0, scales.length);
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int k = 0; k < scales.length; k++) {
      double before = k == 0 ? 1 : scales[k - 1];
      weights.add(network.weights(2 * k));
      biases.add(network.bias(2 * k).mul(before));
      weights.add(network.weights(2 * k + 1).mul(scales[k] / before));
      biases.add(network.bias(2 * k + 1).mul(scales[k]));
    }
    return new Network(network.architecture(), weights, biases);
  }

  @Test
  void toScales_appliedToANetwork_equalizesPathNormsAndKeepsTheFunction() {
    Network network = Architecture.factorizedMlp(4, 7, 3, 2).initialize(2, DataType.DOUBLE);
    INDArray inputs = Problem.data().features().getColumns(0, 1, 2, 3);
    Network balanced = balanced(network);

    List<Double> norms = PathNorm.perPair(balanced);
    assertEquals(norms.get(0), norms.get(1), Tolerance.ROUNDING);
    assertEquals(norms.get(0), norms.get(2), Tolerance.ROUNDING);
    assertTrue(PathNorm.of(balanced) < PathNorm.of(network));
    assertEquals(
        0, network.outputs(inputs).distance2(balanced.outputs(inputs)), Tolerance.ROUNDING);
  }

  @Test
  void toScales_pathNormOfZero_isTakenAsTheSmallestAndStaysFinite() {
    double[] scales = {0, 1};
    LayerBalancing.toScales(scales, 0, scales.length);

    assertArrayEquals(new double[] {1e3, 1}, scales, 1e-9);
  }
}
