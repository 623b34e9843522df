package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MergingTest {
  /** Layers and what becomes of them. */
  record Case(String name, Architecture architecture, List<Layer> merged) {
    Case(String name, Architecture architecture, Layer... merged) {
      this(name, architecture, List.of(merged));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Relu relu = new Relu();
    return Stream.of(
        new Case("a wide middle", dense(3, 9, 2), new Dense(3, 2)),
        new Case("a narrow middle", dense(9, 2, 9), new Dense(9, 2), new Dense(2, 9)),
        new Case("three layers", dense(4, 8, 7, 3), new Dense(4, 3)),
        // 10·2 + 3·9 = 47 parameters, against 90 for one layer and 269 for all three.
        new Case("the first two", dense(9, 20, 2, 9), new Dense(9, 2), new Dense(2, 9)),
        new Case("the last two", dense(9, 2, 20, 9), new Dense(9, 2), new Dense(2, 9)),
        new Case(
            "a rectifier between",
            Architecture.of(Shape.of(3), new Dense(3, 9), relu, new Dense(9, 8), new Dense(8, 2)),
            new Dense(3, 9),
            relu,
            new Dense(9, 2)),
        new Case(
            "after images",
            Architecture.of(
                Shape.of(2, 4, 4),
                Conv2d.same(2, 3, 3),
                new Flatten(),
                new Dense(48, 20),
                new Dense(20, 5)),
            Conv2d.same(2, 3, 3),
            new Flatten(),
            new Dense(48, 5)));
  }

  private static Architecture dense(int... sizes) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      layers.add(new Dense(sizes[i - 1], sizes[i]));
    }
    return new Architecture(Shape.of(sizes[0]), layers);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void merged_anyLayers_areThoseWithTheFewestParameters(Case example) {
    assertEquals(
        example.merged, example.architecture.initialize(1).merged().architecture().layers());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void merged_anyLayers_giveTheSameOutputs(Case example) {
    INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -1, 0.013, 5L * 32).reshape('c', 5, 32);
    INDArray samples =
        inputs.get(
            NDArrayIndex.all(), NDArrayIndex.interval(0, example.architecture.input().elements()));
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      Network network = example.architecture.initialize(2, type);

      INDArray expected = network.outputs(samples).castTo(DataType.DOUBLE);
      INDArray found = network.merged().outputs(samples).castTo(DataType.DOUBLE);

      double most = expected.amaxNumber().doubleValue() * (type == DataType.FLOAT ? 1e-6 : 1e-12);
      assertEquals(0, expected.sub(found).amaxNumber().doubleValue(), most);
      assertEquals(type, network.merged().type());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8})
  void merged_noGain_isTheSameNetwork(int outputs) {
    // 7·3 + 4·outputs parameters against 7·outputs: 49 and 49, 53 and 56.
    Network network = dense(6, 3, outputs).initialize(1);

    assertSame(network, network.merged());
    assertSame(network, network.merged().merged());
  }

  /** 3·10³⁰ twice is 9·10⁶⁰, beyond float32, while float64 holds it; 10⁻⁶⁰ becomes 0 there. */
  @ParameterizedTest
  @CsvSource({"FLOAT, 3e30, false", "DOUBLE, 3e30, true", "FLOAT, 1e-30, true"})
  void merged_productBeyondItsType_keepsTheLayers(DataType type, double weight, boolean isMerged) {
    Network start = dense(6, 1, 6, 1).initialize(1, type);
    List<INDArray> weights = new ArrayList<>(start.weights());
    weights.set(0, weights.get(0).mul(0).addi(weight));
    weights.set(1, weights.get(1).mul(0).addi(weight));
    weights.set(2, weights.get(2).mul(0).addi(1));
    List<INDArray> biases = start.biases().stream().map(bias -> bias.mul(0)).toList();
    Network network = new Network(start.architecture(), weights, biases);

    Network merged = network.merged();

    assertEquals(isMerged ? 1 : 3, merged.architecture().layers().size());
    assertEquals(0, merged.outputs(Nd4j.zeros(type, 1, 6)).sumNumber().doubleValue());
  }

  /**
   * What is left of the first network of the README, with 31, 21 and 25 active units: blocks have
   * 785·31 + 32·100, 101·21 + 22·100 and 101·25 + 26·10 parameters, 34,641 together; without the
   * 100 features between them it is a perceptron of 785·31 + 32·21 + 22·25 + 26·10 = 25,817.
   */
  @Test
  void merged_factorizedPerceptron_isAPerceptron() {
    Network compact =
        Architecture.of(
                Shape.of(784),
                new Dense(784, 31),
                new Relu(),
                new Dense(31, 100),
                new Dense(100, 21),
                new Relu(),
                new Dense(21, 100),
                new Dense(100, 25),
                new Relu(),
                new Dense(25, 10))
            .initialize(1);

    assertEquals(34_641, compact.parameterCount());
    assertEquals(25_817, compact.merged().parameterCount());
    assertEquals(Architecture.mlp(784, 31, 21, 25, 10), compact.merged().architecture());
  }
}
