package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;

class PruningTest {
  /** Three units of one input and one output with the path norms 2, 6 and 3. */
  private static Network network() {
    return new Network(
        Architecture.mlp(1, 3, 1),
        List.of(
            Nd4j.createFromArray(new double[][] {{2}, {1}, {3}}),
            Nd4j.createFromArray(new double[][] {{1, 6, -1}})),
        List.of(Nd4j.createFromArray(0.0, 1.0, 2.0), Nd4j.createFromArray(0.5)));
  }

  @Test
  void strongest_twoOfThree_keepsThoseOfTheLargestProductsAsTheyAre() {
    Network pruned = Pruning.strongest(network(), 2);

    assertArrayEquals(new double[] {1, 3}, pruned.weights(0).ravel().toDoubleVector());
    assertArrayEquals(new double[] {1, 2}, pruned.bias(0).toDoubleVector());
    assertArrayEquals(new double[] {6, -1}, pruned.weights(1).ravel().toDoubleVector());
    assertArrayEquals(new double[] {0.5}, pruned.bias(1).toDoubleVector());
  }

  @Test
  void strongest_moreThanThereAre_keepsAllAndLeavesTheNetworkAlone() {
    Network before = network();
    assertEquals(3, ActiveUnits.of(Pruning.strongest(before, 4)));
    Pruning.strongest(before, 1);
    assertEquals(network().fingerprint(), before.fingerprint());
  }

  @Test
  void strongest_severalPairs_keepsSoManyOfEach() {
    Network deep = Architecture.factorizedMlp(4, 9, 2, 3).initialize(1);
    assertEquals(List.of(5, 5), ActiveUnits.perPair(Pruning.strongest(deep, 5)));
  }

  @Test
  void strongest_noUnits_isRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Pruning.strongest(network(), 0));
    assertEquals("units must be >= 1, was 0", e.getMessage());
  }
}
