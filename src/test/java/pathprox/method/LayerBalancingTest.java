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
import pathprox.network.running.WorkingNetwork;

class LayerBalancingTest {
  private static final WorkingNetwork TWO_PAIRS =
      Architecture.factorizedMlp(4, 7, 2, 2).initialize(2, DataType.DOUBLE).working();

  /** Applies scales to a network as the class's documentation says, with ND4J alone. */
  private static Network balanced(Network network) {
    LayerBalancing balancing = new LayerBalancing(network.working(), true);
    balancing.balance(PathNorm.perPair(network).stream().mapToDouble(norm -> norm).toArray());
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int k = 0; k < network.architecture().pairing().pairs().size(); k++) {
      double before = balancing.scaleBefore(k);
      weights.add(network.weights(2 * k));
      biases.add(network.bias(2 * k).mul(before));
      weights.add(network.weights(2 * k + 1).mul(balancing.scale(k) / before));
      biases.add(network.bias(2 * k + 1).mul(balancing.scale(k)));
    }
    return new Network(network.architecture(), weights, biases);
  }

  @Test
  void balance_appliedToANetwork_equalizesPathNormsAndKeepsTheFunction() {
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

  /** As the published code: 1e-6 stands for 0, and the mean of 1e-6 and 1 is 1e-3. */
  @Test
  void balance_deadPairAsPublished_isTakenAsTheSmallestAndStaysFinite() {
    LayerBalancing balancing = new LayerBalancing(TWO_PAIRS, true);
    balancing.balance(new double[] {0, 1});

    assertArrayEquals(new double[] {1e3, 1}, scales(balancing), 1e-9);
  }

  @Test
  void balance_deadPair_isLeftAlone() {
    LayerBalancing balancing = new LayerBalancing(TWO_PAIRS, false);
    balancing.balance(new double[] {0, 1});

    assertArrayEquals(new double[] {1, 1}, scales(balancing));
  }

  private static double[] scales(LayerBalancing balancing) {
    return new double[] {balancing.scale(0), balancing.scale(1)};
  }
}
