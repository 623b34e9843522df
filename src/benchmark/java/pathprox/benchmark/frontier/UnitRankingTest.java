package pathprox.benchmark.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;

/** {@code ./mvnw test -Pbenchmark -Dtest=UnitRankingTest}. */
class UnitRankingTest {
  private static final Network WIDE = Architecture.factorizedMlp(4, 20, 2, 3).initialize(1);

  @Test
  void strongest_ofTwoPairs_keepsTheWantedNumberAndSomeOfEach() {
    Network small = UnitRanking.strongest(WIDE, 8);
    assertEquals(8, UnitRanking.units(small));
    for (UnitPair pair : small.architecture().pairing().pairs()) {
      assertTrue(pair.units() >= 1, "a pair has no unit: " + small);
    }
  }

  @Test
  void strong_withNegligibleUnits_leavesThemOut() {
    INDArray v = WIDE.weights(1);
    v.getColumn(0).muli(1e-6);
    Network weak =
        new Network(
            WIDE.architecture(),
            List.of(WIDE.weights(0), v, WIDE.weights(2), WIDE.weights(3)),
            List.of(WIDE.bias(0), WIDE.bias(1), WIDE.bias(2), WIDE.bias(3)));
    assertEquals(39, UnitRanking.units(UnitRanking.strong(weak)));
  }

  @Test
  void narrowNetwork_ofConvolutions_hasTheWantedUnits() {
    Architecture narrow = NarrowNetwork.of(Problem.CONVOLUTIONAL.architecture(), 12);
    int units = narrow.pairing().pairs().stream().mapToInt(UnitPair::units).sum();
    assertEquals(12, units);
    assertEquals(Problem.CONVOLUTIONAL.architecture().output(), narrow.output());
  }
}
