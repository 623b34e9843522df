package pathprox.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Layer;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/** Whether files of ONNX compute what the network does, layer by layer. */
class OnnxTest {
  /** What is promised: max|a − b|/max|a|, float32 in another order of sums. */
  private static final double MOST = 1e-5;

  private static final double MOST_OF_DOUBLE = 1e-13;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("network.onnx");
  }

  /** An architecture, and whether onnxruntime has it in float64. */
  record Case(String name, Architecture architecture, boolean hasDouble) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("dense", Architecture.mlp(5, 3), true),
        new Case("ReLU", Architecture.of(Shape.of(5), new Relu(), new Dense(5, 3)), true),
        new Case("convolution", images(Conv2d.same(2, 3, 3)), false),
        new Case("convolution with stride and padding", images(new Conv2d(2, 3, 4, 3, 2)), false),
        new Case("convolution that leaves pixels out", images(new Conv2d(2, 4, 3, 2, 0)), false),
        new Case("convolution 1×1", images(new Conv2d(2, 3, 1, 1, 0)), false),
        new Case("max pooling that leaves pixels out", images(new MaxPool2d(2)), true),
        new Case("max pooling 3×3", images(new MaxPool2d(3)), true),
        new Case("average pooling that leaves pixels out", images(new AvgPool2d(2)), false),
        new Case("average pooling 4×4", images(new AvgPool2d(4)), false),
        new Case("flatten", images(), true),
        new Case(
            "flatten of numbers",
            Architecture.of(Shape.of(5), new Flatten(), new Dense(5, 2)),
            true),
        new Case(
            "all together",
            images(
                Conv2d.same(2, 4, 3),
                new Relu(),
                new MaxPool2d(2),
                new Conv2d(4, 6, 2, 1, 1),
                new Relu(),
                new AvgPool2d(2)),
            false),
        new Case(
            "pooled to one pixel",
            Architecture.of(
                Shape.of(2, 4, 4), Conv2d.same(2, 3, 3), new AvgPool2d(4), new Flatten()),
            false),
        new Case("perceptron", Architecture.mlp(784, 100, 50, 10), true),
        new Case("factorized perceptron", Architecture.factorizedMlp(64, 30, 3, 10), true),
        new Case("small convnet", Architecture.smallConvnet(Shape.of(1, 28, 28), 10), false),
        new Case(
            "narrow VGG",
            Architecture.vgg(
                Shape.of(3, 32, 32),
                10,
                List.of(List.of(8, 8), List.of(12, 12), List.of(16, 16), List.of(16), List.of(20))),
            false));
  }

  /** Layers for images 2×9×8, and a dense layer after them. */
  private static Architecture images(Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(layers));
    all.add(new Flatten());
    Shape shape = Shape.of(2, 9, 8);
    for (Layer layer : all) {
      shape = layer.outputShape(shape);
    }
    all.add(new Dense(shape.elements(), 3));
    return new Architecture(Shape.of(2, 9, 8), all);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void save_float32_hasTheSameOutputs(Case example) {
    Network network = example.architecture.initialize(3);

    double difference = Difference.of(network, 17, DataType.FLOAT, file());

    assertTrue(difference <= MOST, () -> "relative difference " + difference);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void save_float64_keepsItsTypeWhereOnnxruntimeHasIt(Case example) {
    Network network = example.architecture.initialize(3, DataType.DOUBLE);
    DataType type = example.hasDouble ? DataType.DOUBLE : DataType.FLOAT;

    double difference = Difference.of(network, 17, type, file());

    double most = example.hasDouble ? MOST_OF_DOUBLE : MOST;
    assertTrue(difference <= most, () -> "relative difference " + difference);
    try (RuntimeSession runtime = new RuntimeSession(file())) {
      String expected = example.hasDouble ? "float64" : "float64, rounded to float32";
      assertEquals(expected, runtime.texts().get("type"));
    }
  }

  /** A ninth of the units has no weights into it, another ninth none out of it. */
  @ParameterizedTest
  @MethodSource("cases")
  void save_compactNetworkOfDeadUnits_hasTheOutputsOfTheWhole(Case example) {
    Network network = withDeadUnits(example.architecture.initialize(4));
    Network compact = network.compact();
    Onnx.save(compact, file());

    INDArray inputs = Difference.samples(example.architecture.input(), 5, DataType.FLOAT);
    try (RuntimeSession runtime = new RuntimeSession(file())) {
      INDArray found = runtime.run("output", inputs);
      double difference = Difference.relative(network.outputs(inputs), found);
      assertTrue(difference <= MOST, () -> "relative difference " + difference);
    }
  }

  private static Network withDeadUnits(Network network) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (int i = 0; i < network.architecture().parametricLayers().size(); i++) {
      weights.add(network.weights(i));
      biases.add(network.bias(i));
    }
    network
        .architecture()
        .pairing()
        .pairs()
        .forEach(
            pair -> {
              INDArray outgoing = weights.get(pair.outgoing());
              int inputs = (int) outgoing.size(1) / pair.units();
              for (int unit = 0; unit < pair.units(); unit++) {
                if (unit % 9 == 1) {
                  weights.get(pair.incoming()).slice(unit, 0).assign(0);
                }
                for (int i = 0; unit % 9 == 2 && i < inputs; i++) {
                  outgoing.slice(unit * inputs + i, 1).assign(0);
                }
              }
            });
    return new Network(network.architecture(), weights, biases);
  }
}
