package pathprox.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.model.Model;
import pathprox.network.Architecture;
import pathprox.network.Network;

class OnnxArgumentsTest {
  private static final Network SMALL = Architecture.mlp(2, 3, 1).initialize(1);
  private static final Path NONE = Path.of("none.onnx");

  @TempDir Path folder;

  /** A call without one of its arguments, and what is said of it. */
  record Case(String message, Executable call) {
    @Override
    public String toString() {
      return message;
    }
  }

  static Stream<Case> nulls() {
    String network = "the network must not be null";
    String model = "the model must not be null";
    String file = "the file must not be null";
    Map<String, String> texts = Collections.singletonMap("λ", null);
    return Stream.of(
        new Case(network, () -> Onnx.save((Network) null, NONE)),
        new Case(network, () -> Onnx.save((Network) null, "none.onnx")),
        new Case(file, () -> Onnx.save(SMALL, (Path) null)),
        new Case(file, () -> Onnx.save(SMALL, (String) null)),
        new Case(file, () -> Onnx.save(SMALL, Map.of(), (String) null)),
        new Case("the texts must not be null", () -> Onnx.save(SMALL, null, NONE)),
        new Case("the text 'λ' must not be null", () -> Onnx.save(SMALL, texts, NONE)),
        new Case(
            "the name of a text must not be null",
            () -> Onnx.save(SMALL, Collections.singletonMap(null, "a"), NONE)),
        new Case(model, () -> Onnx.save((Model) null, NONE)),
        new Case(model, () -> Onnx.save((Model) null, "none.onnx")));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void save_null_isNamed(Case example) {
    assertEquals(
        example.message, assertThrows(NullPointerException.class, example.call).getMessage());
    assertFalse(Files.exists(NONE));
  }

  static Stream<Map<String, String>> halves() {
    return Stream.of(Map.of("note", "a\uD800"), Map.of("\uDC00", "a"));
  }

  @ParameterizedTest
  @MethodSource("halves")
  void save_halfOfASurrogatePair_isRefusedBeforeAnyFile(Map<String, String> texts) {
    Path file = folder.resolve("network.onnx");
    String name = texts.keySet().iterator().next();

    assertEquals(
        "the network cannot be saved: the text '%s' or its name has half of a surrogate pair, which UTF-8 cannot hold: remove it"
            .formatted(name),
        assertThrows(IllegalArgumentException.class, () -> Onnx.save(SMALL, texts, file))
            .getMessage());
    assertFalse(Files.exists(file));
  }
}
