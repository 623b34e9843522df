package pathprox.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.io.JarVersion;
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
import pathprox.network.Tanh;

class OnnxTest {
  /** What is promised: max|a − b|/max|a|, float32 in another order of sums. */
  private static final double MOST = 1e-5;

  private static final double MOST_OF_DOUBLE = 1e-13;
  private static final Network SMALL = Architecture.mlp(2, 3, 1).initialize(1);

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

  @Test
  void save_anyNumberOfSamples_isASymbolInTheFile() {
    long bytes = Onnx.save(SMALL, file().toString());

    assertEquals(file().toFile().length(), bytes);
    try (RuntimeSession runtime = new RuntimeSession(file())) {
      assertTrue(runtime.input().contains("FLOAT"), runtime.input());
      assertTrue(runtime.input().contains("shape=[-1, 2]"), runtime.input());
      for (int samples : new int[] {1, 1000}) {
        INDArray inputs = Difference.samples(Shape.of(2), samples, DataType.FLOAT);
        assertEquals(samples, runtime.run("output", inputs).rows());
      }
    }
  }

  /** 5·9 + 10·2 parameters after the merging, of 5·9 + 10·8 + 9·2 before. */
  @Test
  void save_denseLayersInARow_writesTheSmallerNetworkAndSaysSo() {
    Network network =
        Architecture.of(Shape.of(4), new Dense(4, 9), new Relu(), new Dense(9, 8), new Dense(8, 2))
            .initialize(1);
    Onnx.save(network, Map.of("method", "PathProx", "λ", "0.01"), file().toString());

    try (RuntimeSession runtime = new RuntimeSession(file())) {
      Map<String, String> texts = runtime.texts();
      assertEquals("dense 4 9; relu; dense 9 2", texts.get("layers"));
      assertEquals("4", texts.get("input"));
      assertEquals("float32", texts.get("type"));
      assertEquals("PathProx", texts.get("method"));
      assertEquals("0.01", texts.get("λ"));
      assertFalse(texts.get("version").isBlank());
    }
  }

  @Test
  void save_twice_writesTheSameBytes() throws IOException {
    Onnx.save(SMALL, file());
    byte[] first = Files.readAllBytes(file());
    Onnx.save(SMALL, file());

    assertArrayEquals(first, Files.readAllBytes(file()));
  }

  /** What is refused, with what its message says. */
  record Refusal(String name, Network network, Map<String, String> texts, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Refusal> refusals() {
    Network tanh =
        Architecture.of(Shape.of(2), new Dense(2, 2), new Tanh(), new Dense(2, 1)).initialize(1);
    return Stream.of(
        new Refusal("a new layer", tanh, Map.of(), "layer 1, tanh, is no dense"),
        new Refusal("NaN", with(Double.NaN), Map.of(), "'0.weight' holds NaN or an infinity"),
        new Refusal("a taken name", SMALL, Map.of("layers", ""), "a text 'layers' is there"),
        new Refusal("beyond float32", large(), Map.of(), "holds NaN or an infinity, as float32"));
  }

  private static Network with(double weight) {
    INDArray weights = SMALL.weights(0).putScalar(0, 0, weight);
    return new Network(
        SMALL.architecture(),
        List.of(weights, SMALL.weights(1)),
        List.of(SMALL.bias(0), SMALL.bias(1)));
  }

  /** 10³⁹ is no float32, which a convolution is rounded to. */
  private static Network large() {
    Architecture architecture =
        Architecture.of(Shape.of(1, 1, 1), new Conv2d(1, 1, 1, 1, 0), new Flatten());
    INDArray weights = Nd4j.ones(DataType.DOUBLE, 1, 1, 1, 1).mul(1e39);
    return new Network(architecture, List.of(weights), List.of(Nd4j.zeros(DataType.DOUBLE, 1)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void save_whatCannotBeWritten_isRefusedBeforeAFileIsThere(Refusal refusal) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Onnx.save(refusal.network, refusal.texts, file()));

    assertTrue(e.getMessage().startsWith("the network cannot be saved: "), e.getMessage());
    assertTrue(e.getMessage().contains(refusal.message), e.getMessage());
    assertFalse(Files.exists(file()));
  }

  @Test
  void save_intoAFolderThatThereIsNot_namesIt() {
    Path file = folder.resolve("none/network.onnx");

    Exception e = assertThrows(UncheckedIOException.class, () -> Onnx.save(SMALL, file));

    String expected = "the network cannot be saved as " + file + ": the folder ";
    assertTrue(e.getMessage().startsWith(expected), e.getMessage());
  }

  /** 30,000·20,000 numbers of 4 bytes are 2.4 GB. */
  @Test
  void requireSize_moreThanAFileHolds_isRefused() {
    Architecture large = Architecture.mlp(30_000, 20_000, 1);

    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> LayerNodes.requireSize(large, DataType.FLOAT));

    assertTrue(e.getMessage().startsWith("2,400,160,004 bytes"), e.getMessage());
  }

  /** The package's own classes anew, where there is no library. */
  private static final class WithoutLibrary extends ClassLoader {
    WithoutLibrary() {
      super(OnnxTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("ai.onnx.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("pathprox.onnx.") ? own(name) : super.loadClass(name, resolve);
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = OnnxTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void save_withoutTheLibrary_namesTheDependency() throws ReflectiveOperationException {
    Class<?> onnx = new WithoutLibrary().loadClass("pathprox.onnx.Onnx");
    Method save = onnx.getMethod("save", Network.class, Path.class);

    Exception thrown =
        assertThrows(InvocationTargetException.class, () -> save.invoke(null, SMALL, file()));

    assertEquals(IllegalStateException.class, thrown.getCause().getClass());
    assertEquals(
        "the network cannot be saved as ONNX without a library: add the dependency"
            + " org.tribuo:tribuo-util-onnx:"
            + JarVersion.of("org.tribuo/tribuo-util-onnx"),
        thrown.getCause().getMessage());
  }
}
