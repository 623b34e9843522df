package pathprox.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.ParameterFreeLayer;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.Tanh;
import pathprox.network.running.Stage;

class CheckpointTest {
  private static final Network SMALL = Architecture.mlp(2, 3, 1).initialize(1);

  @TempDir Path folder;

  static Stream<Network> networks() {
    Architecture images =
        Architecture.of(
            Shape.of(2, 9, 8),
            new Conv2d(2, 3, 3, 2, 1),
            new Relu(),
            new AvgPool2d(1),
            Conv2d.same(3, 4, 3),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(16, 5));
    return Stream.of(DataType.FLOAT, DataType.DOUBLE)
        .flatMap(
            type ->
                Stream.of(
                    Architecture.factorizedMlp(4, 3, 2, 2).initialize(1, type),
                    images.initialize(2, type)));
  }

  private Path save(Network network) {
    Path file = folder.resolve("network.safetensors");
    Checkpoint.save(network, file);
    return file;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void load_savedNetwork_isTheSameNetwork(Network network) {
    Network loaded = Checkpoint.load(save(network));

    assertEquals(network.architecture(), loaded.architecture());
    assertEquals(network.type(), loaded.type());
    for (int layer = 0; layer < network.architecture().parametricLayers().size(); layer++) {
      assertEquals(network.weights(layer), loaded.weights(layer));
      assertEquals(network.bias(layer), loaded.bias(layer));
    }
  }

  /** Texts of a model may be longer than a network's weights, and hold any character. */
  @Test
  void content_textsBesideANetwork_comeBack() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("features", "{\"names\": [\"λ\", \"\uD83D\uDE00\\n\"]}");
    texts.put("a", "\"".repeat(10_000_000));
    String file = folder.resolve("model").toString();

    Checkpoint.save(SMALL, texts, file);

    Checkpoint.Content content = Checkpoint.content(file);
    assertEquals(texts, content.texts());
    assertEquals(List.copyOf(texts.keySet()), List.copyOf(content.texts().keySet()));
    assertEquals(SMALL.weights(0), content.network().weights(0));
    assertEquals(SMALL.bias(1), Checkpoint.load(file).bias(1));
    assertTrue(content.toString().endsWith("\ntexts: [features, a]"), content::toString);
  }

  @Test
  void save_textsThatDoNotFit_areRefused() {
    assertTextRefused(Map.of("layers", "dense 1 1"), "a text 'layers' is there already");
    assertTextRefused(Map.of("a", "x".repeat(40_000_000)), "texts and names may take 33554432");
    assertTextRefused(Map.of("a", "\uD83D"), "a text is no Unicode");
  }

  private void assertTextRefused(Map<String, String> texts, String message) {
    Path file = folder.resolve("model");
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.save(SMALL, texts, file));
    assertTrue(
        e.getMessage().startsWith("the network cannot be saved: " + message), e.getMessage());
    assertTrue(Files.notExists(file));
  }

  /** What a stopped training gave can be kept. */
  @Test
  void saveAndLoad_interruptedThread_workAndItStaysInterrupted() {
    Thread.currentThread().interrupt();
    try {
      Path file = save(SMALL);
      assertEquals(SMALL.weights(0), Checkpoint.load(file).weights(0));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void save_olderFile_isReplacedAndNothingElseIsLeft() throws IOException {
    save(Architecture.mlp(2, 100, 1).initialize(1));
    Path file = save(SMALL);

    assertEquals(Files.size(file), Checkpoint.save(SMALL, file));
    assertEquals(SMALL.architecture(), Checkpoint.load(file).architecture());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  /** As the format says: length, JSON, numbers; names and shapes as in PyTorch. */
  @Test
  void save_smallNetwork_isTheDocumentedFormat() throws IOException {
    byte[] bytes = Files.readAllBytes(save(SMALL));

    assertEquals(
        "{\"__metadata__\":{\"format\":\"pathprox 1\",\"input\":\"2\","
            + "\"layers\":\"dense 2 3; relu; dense 3 1\"},"
            + "\"0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
            + "\"0.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[24,36]},"
            + "\"2.weight\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[36,48]},"
            + "\"2.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[48,52]}}",
        header(bytes).strip());
    assertEquals(0, header(bytes).length() % 8);
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float second = numbers.getFloat(8 + header(bytes).length() + 4);
    assertEquals(SMALL.weights(0).getFloat(0, 1), second);
  }

  private static String header(byte[] bytes) {
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return new String(bytes, 8, length, StandardCharsets.UTF_8);
  }

  /** A layer that is not of the library. */
  private record Foreign() implements ParameterFreeLayer {
    @Override
    public Shape outputShape(Shape input) {
      return input;
    }

    @Override
    public boolean keepsUnits() {
      return false;
    }

    @Override
    public Stage stage(Shape input, Arena arena) {
      return new Relu().stage(input, arena);
    }
  }

  /** Tanh stands beside the layers of the library, in the folder of the tests. */
  @Test
  void save_newLayerOfTheLibrary_needsNoListOfLayers() {
    Network tanh =
        Architecture.of(Shape.of(2), new Dense(2, 2), new Tanh(), new Dense(2, 1)).initialize(1);

    assertEquals(tanh.architecture(), Checkpoint.load(save(tanh)).architecture());
  }

  @Test
  void save_layerOfAnotherKindOrNaN_isRefusedBeforeAFileIsThere() throws IOException {
    Network foreign =
        Architecture.of(Shape.of(2), new Dense(2, 2), new Foreign(), new Dense(2, 1)).initialize(1);
    Exception e = assertThrows(IllegalArgumentException.class, () -> save(foreign));
    assertTrue(e.getMessage().startsWith("layer 1, "), e.getMessage());
    Network nan =
        new Network(
            Architecture.mlp(1, 1),
            List.of(Nd4j.createFromArray(new float[][] {{Float.NaN}})),
            List.of(Nd4j.createFromArray(0f)));
    e = assertThrows(IllegalArgumentException.class, () -> save(nan));
    assertEquals(
        "the network cannot be saved: '0.weight' holds NaN or an infinity", e.getMessage());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void save_missingFolder_namesTheFile() {
    Path file = folder.resolve("nowhere").resolve("network");
    Exception e = assertThrows(UncheckedIOException.class, () -> Checkpoint.save(SMALL, file));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    e = assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file));
    assertEquals("file " + file + " does not exist", e.getMessage());
  }

  /** A file with one thing changed in the header, whose length is set anew. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu | softmax | layer 1 is 'softmax'",
        "dense 2 3 | dense 2 | layer 0 is 'dense 2'",
        "dense 2 3 | dense 2 x | no network",
        "dense 2 3 | dense 2 4 | layer 2 does not fit",
        "dense 2 3; relu; dense 3 1 | dense 2 1 | [2.weight, 2.bias]",
        "dense 3 1 | dense 3 1; relu; dense 1 1 | the array '4.weight' is missing",
        "dense 3 1 | dense 3 1; max-pool2d 2 | layer 3 does not fit",
        "pathprox 1 | pathprox 9 | format 'pathprox 1'",
        "format | other | format 'pathprox 1'",
        "F32 | F16 | found F16",
        "'\"0.bias\"' | '\"3.bias\"' | the array '0.bias' is missing",
        "'\"0.bias\"' | '\"0.weight\"' | Duplicate",
        "'[3,2]' | '[2,3]' | weights of layer 0 must be [3, 2]",
        "'[3,2]' | '[2,2]' | '0.weight' must be numbers",
        "'[3,2]' | '[9223372036854775807,2]' | '0.weight' must be numbers",
        "'[3,2]' | '[-3,-2]' | '0.weight' must be numbers",
        "'[3,2]' | '[3.0,2]' | cannot be read",
        "'[3,2]' | '\"3,2\"' | cannot be read",
        "'[0,24]' | '[0,24,1]' | must be numbers",
        "'[0,24]' | '[12,36]' | side by side",
        "'[48,52]' | '[52,56]' | side by side",
        "'[48,52]' | '[44,48]' | side by side",
        "'\"dtype\":\"F32\",' | '' | cannot be read",
        "'{\"dtype\"' | '{\"more\":1,\"dtype\"' | cannot be read",
        "'{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[24,36]}' | null | '0.bias' is null",
        "'}' | ']' | cannot be read",
      })
  void load_changedHeader_saysWhatIsWrong(String old, String changed, String message)
      throws IOException {
    Path file = save(SMALL);
    byte[] bytes = Files.readAllBytes(file);
    String before = header(bytes);
    assertTrue(before.contains(old), before);
    String replacement = changed == null ? "" : changed;
    byte[] header =
        before
            .replaceFirst(java.util.regex.Pattern.quote(old), replacement)
            .getBytes(StandardCharsets.UTF_8);
    int rest = 8 + before.length();
    Files.write(
        file,
        ByteBuffer.allocate(8 + header.length + bytes.length - rest)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .put(bytes, rest, bytes.length - rest)
            .array());

    assertRefused(file, message);
  }

  private static void assertRefused(Path file, String message) {
    Exception e = assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file));
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 33, 100_000_001, 1_000})
  void load_wrongHeaderLength_isRefusedBeforeMemoryIsTaken(long length) throws IOException {
    Path file = change(bytes -> putLength(bytes, length));
    assertRefused(file, "found " + Long.toUnsignedString(length));
  }

  private static byte[] putLength(byte[] bytes, long length) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    return bytes;
  }

  private Path change(UnaryOperator<byte[]> change) throws IOException {
    Path file = save(SMALL);
    return Files.write(file, change.apply(Files.readAllBytes(file)));
  }

  /** Whatever is cut off or added, the file is refused, and never a memory error or a loop. */
  @Test
  void load_anyOtherLength_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(save(SMALL));
    for (int length = 0; length <= whole.length + 8; length++) {
      if (length != whole.length) {
        int end = length;
        Path file = Files.write(folder.resolve("changed"), Arrays.copyOf(whole, end));
        assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file), "" + end);
      }
    }
  }

  @Test
  void load_numberThatIsNaN_isRefused() throws IOException {
    Path file = change(bytes -> putNaN(bytes));
    assertRefused(file, "'2.bias' holds NaN");
  }

  private static byte[] putNaN(byte[] bytes) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
    return bytes;
  }
}
