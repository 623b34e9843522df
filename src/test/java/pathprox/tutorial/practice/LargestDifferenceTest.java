package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.Architecture;
import pathprox.network.Network;

class LargestDifferenceTest {
  private static Network network(double weight, double bias) {
    INDArray w = Nd4j.createFromArray(new double[][] {{weight}});
    INDArray b = Nd4j.createFromArray(new double[] {bias});
    return new Network(Architecture.mlp(1, 1, 1), List.of(w, w), List.of(b, b));
  }

  @Test
  void of_networks_isThatOfTheirFarthestNumbers() {
    assertEquals(0, LargestDifference.of(network(1, 2), network(1, 2)));
    assertEquals(0.5, LargestDifference.of(network(1, 2), network(1.25, 1.5)));
    assertEquals(3, LargestDifference.of(network(1, 2), network(-2, 2)));
  }

  @Test
  void of_otherArchitecture_isRefused() {
    Network wide = Architecture.mlp(1, 2, 1).initialize(1);
    Network narrow = network(1, 2);
    assertThrows(IllegalArgumentException.class, () -> LargestDifference.of(wide, narrow));
  }
}
