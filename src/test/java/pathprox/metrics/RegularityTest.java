package pathprox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.method.Problem;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.Powers;

class RegularityTest {
  /** Two units with norms 5·2 and 1·0, and an unpaired layer with the weight 3. */
  private static Network known() {
    return new Network(
        Architecture.mlp(2, 2, 1, 1),
        List.of(
            Nd4j.createFromArray(new double[][] {{3, 4}, {0, 1}}),
            Nd4j.createFromArray(new double[][] {{-2, 0}}),
            Nd4j.createFromArray(new double[][] {{3}})),
        List.of(
            Nd4j.createFromArray(new double[] {7, 7}),
            Nd4j.createFromArray(new double[] {7}),
            Nd4j.createFromArray(new double[] {7})));
  }

  @Test
  void of_knownWeights_isWhatTheFormulasSay() {
    Regularity regularity = Regularity.of(known());

    assertEquals(10, regularity.pathNorm(), Tolerance.ROUNDING);
    assertEquals((25 + 1 + 4 + 9) / 2.0, regularity.halfSquaredNorm(), Tolerance.ROUNDING);
    assertEquals(4.5, regularity.halfSquaredUnpaired(), Tolerance.ROUNDING);
    assertEquals(List.of(1), regularity.activeUnits());
    assertEquals(
        2 + 0.1 * 14.5,
        Regularity.of(known(), new GroupLasso(0.1)).objective(2),
        Tolerance.ROUNDING);
    assertEquals(
        "path norm 10.0000, half the squared norm 19.5000 (unpaired layers 4.50000),"
            + " active units [1] (strong [1])",
        regularity.toString());
    assertEquals(2 + 0.1 * 19.5, regularity.decayObjective(2, 0.1), Tolerance.ROUNDING);
  }

  /**
   * By hand: √(10 + 0.01) − √0.01 for the unit with path norm 10, and half of 9 for the last layer.
   */
  @Test
  void of_penalty_isTheSumOfItsValues() {
    Regularity regularity = Regularity.of(known(), Powers.of(0.2, 0.5));
    double penalty = 0.2 * (Math.sqrt(10.01) - 0.1 + 4.5);

    assertEquals(penalty, regularity.penalty(), Tolerance.ROUNDING);
    assertEquals(2 + penalty, regularity.objective(2), Tolerance.ROUNDING);
    assertEquals(10, regularity.pathNorm(), Tolerance.ROUNDING);
    assertTrue(
        regularity.toString().endsWith("(strong [1]), penalty 1.51277"), regularity.toString());
  }

  /** Path norms 5·2, 0.004·2 and 0.02·1: the second is below 1/1000 of the largest. */
  @Test
  void of_unitsOfVeryDifferentStrength_countsThoseAboveAThousandth() {
    Network network =
        new Network(
            Architecture.mlp(2, 3, 1),
            List.of(
                Nd4j.createFromArray(new double[][] {{3, 4}, {0, 0.004}, {0.02, 0}}),
                Nd4j.createFromArray(new double[][] {{-2, 2, 1}})),
            List.of(
                Nd4j.createFromArray(new double[] {7, 7, 7}),
                Nd4j.createFromArray(new double[] {7})));
    Regularity regularity = Regularity.of(network);

    assertEquals(List.of(3), regularity.activeUnits());
    assertEquals(List.of(2), regularity.strongUnits());
    assertEquals(2, regularity.totalStrongUnits());
    assertEquals(2, network.strongUnits(network.architecture().pairing().pairs().get(0)));
  }

  @Test
  void of_deadPair_hasNoStrongUnit() {
    Network network = Architecture.mlp(2, 3, 1).initialize(1, DataType.DOUBLE);
    Network dead =
        new Network(
            network.architecture(),
            List.of(network.weights(0), Nd4j.zeros(DataType.DOUBLE, 1, 3)),
            List.of(network.bias(0), network.bias(1)));

    assertEquals(List.of(0), Regularity.of(dead).strongUnits());
  }

  static Stream<Network> networks() {
    return Stream.of(
        Problem.factorized(DataType.DOUBLE), Problem.withUnpairedLayer(DataType.DOUBLE), known());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void decayObjective_anyNetwork_isNeverLessThanTheObjective(Network network) {
    Regularity regularity = Regularity.of(network, new GroupLasso(1));

    assertTrue(regularity.decayObjective(0, 1) >= regularity.objective(0));
  }
}
