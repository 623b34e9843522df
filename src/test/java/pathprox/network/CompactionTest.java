package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import pathprox.matrix.RandomNumbers;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Regularity;
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

  @ParameterizedTest
  @MethodSource("cases")
  void compact_twice_changesNothingMore(Case example) {
    Network compact = example.network.compact();

    assertSame(compact, compact.compact());
  }

  private static void assertSame(Network expected, Network found) {
    assertEquals(expected.architecture(), found.architecture());
    for (int i = 0; i < expected.architecture().parametricLayers().size(); i++) {
      assertEquals(expected.weights(i), found.weights(i));
      assertEquals(expected.bias(i), found.bias(i));
    }
  }

  /** w = 0, b = 1, v = 2 and an outgoing bias of ½ give 2.5 for every sample. */
  @Test
  void compact_oneConstantUnit_movesItOnce() {
    Architecture architecture = Architecture.mlp(2, 1, 1);
    List<INDArray> weights =
        List.of(Nd4j.zeros(DataType.FLOAT, 1, 2), Nd4j.ones(DataType.FLOAT, 1, 1).mul(2));
    List<INDArray> biases =
        List.of(Nd4j.ones(DataType.FLOAT, 1), Nd4j.ones(DataType.FLOAT, 1).div(2));
    Network compact = new Network(architecture, weights, biases).compact();

    INDArray inputs = Nd4j.ones(DataType.FLOAT, 1, 2);
    assertEquals(2.5, compact.outputs(inputs).getDouble(0));
    assertEquals(2.5, compact.compact().outputs(inputs).getDouble(0));
  }

  /** Units that are active, constant, dead on one side or both, in any number and any layer. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void compact_randomDeadAndConstantUnits_keepsTheOutputs(long seed) {
    RandomNumbers random = RandomNumbers.of(seed, "compaction", 0);
    for (Architecture architecture :
        List.of(
            Architecture.mlp(36, 3, 2),
            Architecture.factorizedMlp(36, 4, 2, 3),
            convolutional(0),
            convolutional(1),
            wide(0),
            wide(1))) {
      for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
        Network network = withSomeUnitsOff(architecture.initialize(seed, type), random);
        Network compact = network.compact();

        INDArray expected = network.outputs(INPUTS);
        double rounding = type == DataType.FLOAT ? 1e-5 : Tolerance.ROUNDING;
        double distance = expected.distance2(compact.outputs(INPUTS));
        assertEquals(0, distance, rounding * (1 + expected.norm2Number().doubleValue()));
        assertSame(compact, compact.compact());
      }
    }
  }

  /** Enough channels for Winograd's algorithm, whose roundings differ from pixel to pixel. */
  private static Architecture wide(int padding) {
    return Architecture.of(
        Shape.of(1, 6, 6),
        new Conv2d(1, 60, 3, 1, padding),
        new Relu(),
        new Conv2d(60, 58, 3, 1, padding),
        new Flatten(),
        new Dense(58 * (padding == 0 ? 4 : 36), 3));
  }

  private static Network withSomeUnitsOff(Network network, RandomNumbers random) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < network.architecture().parametricLayers().size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      double share = random.nextDouble() < 0.3 ? 1 : random.nextDouble();
      for (int unit = 0; unit < pair.units(); unit++) {
        if (random.nextDouble() < share) {
          weights.get(pair.incoming()).slice(unit, 0).assign(0);
        }
        int inputs = (int) weights.get(pair.outgoing()).size(1) / pair.units();
        for (int i = 0; random.nextDouble() < share / 2 && i < inputs; i++) {
          weights.get(pair.outgoing()).slice(unit * inputs + i, 1).assign(0);
        }
      }
    }
    return new Network(network.architecture(), weights, biases);
  }

  @Test
  void compact_constantChannelsWithoutPadding_areMovedWhateverTheirNumber() {
    Network network = wide(0).initialize(1);
    List<INDArray> weights =
        List.of(network.weights(0).muli(0), network.weights(1), network.weights(2));
    List<INDArray> biases = List.of(network.bias(0).addi(1), network.bias(1), network.bias(2));
    Network constant = new Network(network.architecture(), weights, biases);

    assertEquals(1, constant.compact().architecture().pairing().pairs().get(0).units());
  }

  /** Squares of float32 leave its range from weights of 10¹⁹ and 10⁻²³ on. */
  @ParameterizedTest
  @ValueSource(doubles = {1e25, 1e-25, 1e19, 1e-19})
  void compact_unitsOfAnySize_areKept(double factor) {
    Network network = Architecture.mlp(36, 5, 3).initialize(1);
    Network rescaled = network.rescaled(0, factor, factor, factor, factor, factor);

    assertEquals(5, rescaled.activeUnits(rescaled.architecture().pairing().pairs().get(0)));
    INDArray expected = network.outputs(INPUTS);
    assertEquals(0, expected.distance2(rescaled.compact().outputs(INPUTS)), 1e-4);
    assertEquals(0, expected.distance2(rescaled.balanced().outputs(INPUTS)), 1e-4);
    double pathNorm = Regularity.of(network).pathNorm();
    assertEquals(pathNorm, Regularity.of(rescaled).pathNorm(), 1e-5);
  }

  @Test
  void compact_weightsThatAreNoNumbers_areKept() {
    Network network = Architecture.mlp(36, 5, 3).initialize(1);
    INDArray second = network.weights(1);
    second.putScalar(0, 2, Double.NaN);
    List<INDArray> biases = List.of(network.bias(0), network.bias(1));
    Network broken =
        new Network(network.architecture(), List.of(network.weights(0), second), biases);

    assertTrue(Double.isNaN(broken.compact().outputs(INPUTS).getDouble(0)));
  }
}
