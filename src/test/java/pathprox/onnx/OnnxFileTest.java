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
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.Tanh;

/** What stands in files of ONNX, and what cannot be written. */
class OnnxFileTest {
  private static final Network SMALL = Architecture.mlp(2, 3, 1).initialize(1);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("network.onnx");
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
      super(OnnxFileTest.class.getClassLoader());
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
      try (InputStream in = OnnxFileTest.class.getResourceAsStream(file)) {
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
