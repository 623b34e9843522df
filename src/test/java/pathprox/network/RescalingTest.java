package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.metrics.Regularity;

class RescalingTest {
  private static final INDArray INPUTS =
      Nd4j.linspace(DataType.DOUBLE, -1, 0.13, 5 * 36).reshape('c', 5, 36);

  /** Dense, deep with an unpaired layer, and with a flattened image between the two layers. */
  static Stream<Network> networks() {
    Architecture flattened =
        Architecture.of(
            Shape.of(1, 6, 6),
            Conv2d.same(1, 4, 3),
            new Relu(),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(36, 3));
    return Stream.of(
            Architecture.mlp(36, 4, 3),
            Architecture.mlp(36, 4, 5, 3),
            Architecture.factorizedMlp(36, 4, 2, 3),
            flattened)
        .map(architecture -> architecture.initialize(1, DataType.DOUBLE));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void rescaled_byPowersOfTwo_hasExactlyTheSameOutputs(Network network) {
    Network rescaled = network.rescaled(0, 4, 0.5, 1, 0.125);

    assertEquals(0, network.outputs(INPUTS).distance2(rescaled.outputs(INPUTS)));
    assertTrue(network.weights(0).distance2(rescaled.weights(0)) > 0.1);
    assertEquals(4 * network.bias(0).getDouble(0), rescaled.bias(0).getDouble(0));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void rescaled_byOtherFactors_hasTheSameOutputsUpToRounding(Network network) {
    Network rescaled = network.rescaled(0, 3, 0.7, 1.1, 5);

    assertEquals(
        0, network.outputs(INPUTS).distance2(rescaled.outputs(INPUTS)), Tolerance.ROUNDING);
    double pathNorm = Regularity.of(network).pathNorm();
    assertEquals(pathNorm, Regularity.of(rescaled).pathNorm(), Tolerance.ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void balanced_anyNetwork_hasEqualNormsAndTheSameOutputs(Network network) {
    Network balanced = network.rescaled(0, 3, 0.7, 1.1, 5).balanced();

    for (UnitPair pair : network.architecture().pairing().pairs()) {
      assertArrayEquals(
          balanced.incomingNorms(pair.incoming()),
          balanced.outgoingNorms(pair.outgoing()),
          Tolerance.ROUNDING);
    }
    assertEquals(
        0, network.outputs(INPUTS).distance2(balanced.outputs(INPUTS)), Tolerance.ROUNDING);
    Regularity norms = Regularity.of(balanced);
    assertEquals(
        norms.pathNorm() + norms.halfSquaredUnpaired(),
        norms.halfSquaredNorm(),
        Tolerance.ROUNDING);
  }

  @Test
  void balanced_unitsWithoutOneOfTheNorms_areLeftAlone() {
    INDArray incoming = Nd4j.createFromArray(new double[][] {{0, 0}, {3, 4}, {1, 0}});
    INDArray outgoing = Nd4j.createFromArray(new double[][] {{2, 0, 4}});
    Network network =
        new Network(
            Architecture.mlp(2, 3, 1),
            List.of(incoming, outgoing),
            List.of(Nd4j.zeros(DataType.DOUBLE, 3), Nd4j.zeros(DataType.DOUBLE, 1)));
    Network balanced = network.balanced();

    assertArrayEquals(new double[] {0, 5, 2}, balanced.incomingNorms(0), 1e-15);
    assertArrayEquals(new double[] {2, 0, 2}, balanced.outgoingNorms(1), 1e-15);
  }

  @Test
  void rescaled_wrongFactors_areRefusedByUnit() {
    Network network = Architecture.mlp(36, 4, 3).initialize(1);

    Exception count = assertThrows(IllegalArgumentException.class, () -> network.rescaled(0, 1, 2));
    assertEquals("a pair of 4 units needs as many factors, found 2", count.getMessage());
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> network.rescaled(0, 1, 1, wrong, 1));
      assertEquals("the factor of unit 2 must be > 0 and finite, was " + wrong, e.getMessage());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> network.rescaled(1, 1, 1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e40, 1e60, 1e-40, 1e-300})
  void rescaled_beyondTheRangeOfTheType_isRefused(double factor) {
    Network network = Architecture.mlp(36, 2, 3).initialize(1);

    Exception e =
        assertThrows(IllegalArgumentException.class, () -> network.rescaled(0, 1, factor));
    assertTrue(e.getMessage().startsWith("unit 1 times "), e.getMessage());
    assertTrue(e.getMessage().endsWith(" leaves the range of FLOAT"), e.getMessage());
    Network inDouble = network.withType(DataType.DOUBLE);
    double distance =
        inDouble.outputs(INPUTS).distance2(inDouble.rescaled(0, 1, factor).outputs(INPUTS));
    assertEquals(0, distance, Tolerance.ROUNDING);
  }

  @Test
  void rescaled_float_staysFloat() {
    Network network = Architecture.mlp(36, 4, 3).initialize(1);

    assertEquals(DataType.FLOAT, network.rescaled(0, 2, 2, 2, 2).type());
    assertEquals(DataType.FLOAT, network.balanced().type());
  }
}
