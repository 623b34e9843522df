package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.metrics.ActiveUnits;
import pathprox.network.running.Rows;

class CompactionTest {
  private static final INDArray INPUTS =
      Nd4j.linspace(DataType.DOUBLE, -1, 0.13, 5 * 36).reshape('c', 5, 36);

  /** A network some units of which are zeroed, and how many of each pair stay. */
  record Case(String name, Network network, List<Integer> units) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Network dense = Architecture.factorizedMlp(36, 9, 2, 3).initialize(1, DataType.DOUBLE);
    Network unpaired = Architecture.mlp(36, 8, 7, 3).initialize(2, DataType.DOUBLE);
    Network padded = convolutional(1).initialize(3, DataType.DOUBLE);
    Network unpadded = convolutional(0).initialize(3, DataType.DOUBLE);
    return Stream.of(
        new Case(
            "channels without outgoing weights", without(padded, Rows.INPUTS, 1, 5), List.of(4, 5)),
        new Case("constant channels", without(unpadded, Rows.OUTPUTS, 0, 3), List.of(4, 5)),
        new Case(
            "constant channels and padding", without(padded, Rows.OUTPUTS, 0, 3), List.of(5, 5)),
        new Case("nothing dead", dense, List.of(9, 9)),
        new Case("no outgoing weights", without(dense, Rows.INPUTS, 0, 4), List.of(7, 9)),
        new Case("no incoming weights", without(dense, Rows.OUTPUTS, 1, 2, 8), List.of(6, 9)),
        new Case("an unpaired layer", without(unpaired, Rows.INPUTS, 7), List.of(7)),
        new Case(
            "a dead pair", without(unpaired, Rows.INPUTS, 0, 1, 2, 3, 4, 5, 6, 7), List.of(1)));
  }

  private static Architecture convolutional(int padding) {
    return Architecture.of(
        Shape.of(1, 6, 6),
        new Conv2d(1, 6, 3, 1, padding),
        new Relu(),
        new Conv2d(6, 4, 3, 1, padding),
        new Relu(),
        new AvgPool2d(2),
        new Conv2d(4, 5, 1, 1, 0),
        new Relu(),
        new Flatten(),
        new Dense(5 * (padding == 0 ? 1 : 9), 3));
  }

  /** Zeroes the weights into or out of some units of the first pair. */
  private static Network without(Network network, Rows rows, int... units) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < network.architecture().parametricLayers().size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
    for (int unit : units) {
      if (rows == Rows.OUTPUTS) {
        weights.get(0).slice(unit, 0).assign(0);
      } else {
        weights.get(1).slice(unit, 1).assign(0);
      }
    }
    return new Network(network.architecture(), weights, biases);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compact_anyNetwork_givesTheSameOutputs(Case example) {
    Network compact = example.network.compact();

    INDArray expected = example.network.outputs(INPUTS);
    assertEquals(0, expected.distance2(compact.outputs(INPUTS)), Tolerance.ROUNDING);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compact_anyNetwork_keepsTheActiveUnits(Case example) {
    Network compact = example.network.compact();

    List<Integer> units =
        compact.architecture().pairing().pairs().stream().map(UnitPair::units).toList();
    assertEquals(example.units, units);
    assertTrue(ActiveUnits.of(compact) == ActiveUnits.of(example.network));
  }

  @Test
  void compact_twice_changesNothingMore() {
    Network compact = cases().skip(1).findFirst().orElseThrow().network.compact();

    assertEquals(compact.architecture(), compact.compact().architecture());
    assertEquals(compact.weights(0), compact.compact().weights(0));
  }
}
