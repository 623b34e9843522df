package pathprox.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * Headers that were made to harm: each is refused with a reason, soon, and within little memory.
 */
class SafetensorsHeaderTest {
  private static final String ARRAY = "{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}";
  private static final String BIAS = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}";
  private static final String ARRAYS = "\"0.weight\":" + ARRAY + ",\"0.bias\":" + BIAS;

  @TempDir private Path folder;

  private static String header(String input, String layers) {
    String texts = "{\"format\":\"pathprox 1\",\"input\":\"%s\",\"layers\":\"%s\"}";
    return "{\"__metadata__\":" + texts.formatted(input, layers) + "," + ARRAYS + "}";
  }

  private String refusal(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("crafted"), content);
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    String message =
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file)))
            .getMessage();
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 500_000_000, () -> allocated + " bytes");
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.length() < 5_000, () -> message.length() + " letters");
    return message;
  }

  private void assertRefused(String header, String message) throws IOException {
    String found = refusal(Crafted.file(header, 8));
    assertTrue(found.contains(message), found);
  }

  @Test
  void load_headerOfThisTest_isRightAsItIs() throws IOException {
    Path file = Files.write(folder.resolve("right"), Crafted.file(header("1", "dense 1 1"), 8));

    assertEquals(Architecture.mlp(1, 1), Checkpoint.load(file).architecture());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "",
        "; ",
        ";",
        "dense 1 1; ",
        "dense 1 1 ",
        " dense 1 1",
        "dense  1 1",
        "dense +1 1",
        "dense 01 1",
        "dense ١ 1",
        "dense 1 -1",
        "dense 0 0",
        "dense 65536 65536",
        "dense 1 2147483648",
        "dense 2147483647 2147483647",
        "conv2d 1 1 1 1 0",
        "conv2d 2147483647 2147483647 2147483647 2147483647 2147483646",
        "max-pool2d 0",
        "max-pool2d 2147483647",
        "Dense 1 1",
        "dense",
        "network",
        "shape 1",
        "java.lang.-string",
        "dense 1 1; relu 1",
        "flatten",
        "relu",
      })
  void load_layersThatAreNone_areRefused(String layers) throws IOException {
    assertRefused(header("1", layers), "the metadata holds no network: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1 ", "0", "-1", "1 1 1", "1x", "65536 65536", "2147483647 2147483647 4"})
  void load_inputsThatAreNone_areRefused(String input) throws IOException {
    assertRefused(header(input, "dense 1 1"), "the metadata holds no network: ");
  }

  @ParameterizedTest
  @CsvSource({
    "3 8 8, conv2d 3 1 2147483647 1 2147483646; flatten; dense 1 1",
    "3 8 8, conv2d 3 2 3 2147483647 1; flatten; dense 2 1",
    "1 65536 32767, conv2d 1 65536 3 1 1; flatten; dense 1 1",
    "1 2 2, conv2d 1 1 1 1 0; max-pool2d 3; flatten; dense 1 1"
  })
  void load_imagesOfExtremeSizes_areRefused(String input, String layers) throws IOException {
    assertRefused(header(input, layers), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | the arrays take 0 bytes, the file has 8 for them",
        "[] | must begin with '{'",
        "'' | must begin with '{'",
        "' {}' | must begin with '{'",
        "{ | cannot be read",
        "{}{} | something follows its end",
        "{}x | cannot be read",
        "{\"a\":1} | it must have dtype",
        "{\"a\":null} | 'a' is null",
        "{\"a\":{}} | it must have dtype",
        "{\"a\":{\"dtype\":{\"dtype\":1}}} | dtype must be a text",
        "{\"a\":{\"dtype\":1}} | dtype must be a text",
        "{\"a\":{\"shape\":{}}} | lists",
        "{\"a\":{\"shape\":[[1]]}} | whole numbers",
        "{\"a\":{\"shape\":[1.0]}} | whole numbers",
        "{\"a\":{\"shape\":[true]}} | whole numbers",
        "{\"a\":{\"shape\":[1e3]}} | whole numbers",
        "{\"a\":{\"shape\":[9223372036854775808]}} | out of range",
        "{\"a\":{\"shape\":[1,1,1,1,1,1,1,1,1]}} | at most 8 dimensions",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[-4,0]}} | must be numbers of",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}} | must be numbers of",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} | must be numbers of",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}} | must be numbers of",
        "{\"__metadata__\":1} | a map of texts",
        "{\"__metadata__\":null} | a map of texts",
        "{\"__metadata__\":{\"a\":1}} | 'a' in it must be a text",
        "{\"__metadata__\":{\"a\":null}} | 'a' in it must be a text",
        "{\"__metadata__\":{\"a\":[\"b\"]}} | 'a' in it must be a text",
        "{\"__metadata__\":{\"a\":\"b\",\"a\":\"b\"}} | Duplicate",
        "{\"__metadata__\":{},\"__metadata__\":{}} | Duplicate",
      })
  void load_headerOfAnotherForm_saysWhatIsWrong(String header, String message) throws IOException {
    assertRefused(header, message);
  }

  record Encoded(String name, byte[] header) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Encoded> encodings() throws IOException {
    String right = header("1", "dense 1 1");
    ByteArrayOutputStream overlong = new ByteArrayOutputStream();
    overlong.write(right.replaceFirst("dense.*", "").getBytes(StandardCharsets.UTF_8));
    overlong.write(new byte[] {(byte) 0xC1, (byte) 0xA4}); // the letter d in two bytes
    overlong.write(right.replaceFirst(".*dense", "ense").getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        new Encoded("a mark", ("\uFEFF" + right).getBytes(StandardCharsets.UTF_8)),
        new Encoded("UTF-16LE", right.getBytes(StandardCharsets.UTF_16LE)),
        new Encoded("UTF-16BE", right.getBytes(StandardCharsets.UTF_16BE)),
        new Encoded("UTF-32LE", right.getBytes(Charset.forName("UTF-32LE"))),
        new Encoded(
            "Latin-1", right.replace("pathprox", "ä").getBytes(StandardCharsets.ISO_8859_1)),
        new Encoded("overlong", overlong.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void load_otherEncoding_isRefused(Encoded encoded) throws IOException {
    String message = refusal(Crafted.file(encoded.header, new byte[8]));

    assertTrue(message.matches("(?s).*(UTF-8|cannot be read).*"), message);
  }

  /** A million arrays or texts, or layers, lists or nested objects without end. */
  @ParameterizedTest
  @CsvSource({
    "'\"%d\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}', at most 10000 arrays",
    "'\"%d\":{\"shape\":[1,1,1,1,1,1,1,1,1,1]}', at most 8 dimensions",
    "'\"%d\":{\"dtype\":{\"a\":{}}}', dtype must be a text",
  })
  void load_endlessHeader_isRefusedSoon(String entry, String message) throws IOException {
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; header.length() < 30_000_000; i++) {
      header.append(i == 0 ? "" : ",").append(entry.replace("%d", "" + i));
    }
    assertRefused(header.append('}').toString(), message);
  }

  @Test
  void load_endlessTexts_areRefusedSoon() throws IOException {
    String texts = "\"a%d\":\"\",";
    StringBuilder header = new StringBuilder("{\"__metadata__\":{");
    for (int i = 0; i < 1_000_000; i++) {
      header.append(texts.replace("%d", "" + i));
    }
    assertRefused(header.append("\"b\":\"\"}}").toString(), "it may hold 10,000 texts");
    assertRefused(header("1", "relu; ".repeat(3_000_000) + "dense 1 1"), "more than 20000 layers");
    assertRefused(header("1".repeat(10_000_000), "dense 1 1"), "no network");
    assertRefused("{\"a\":" + "[".repeat(20_000_000), "it must have dtype");
    assertRefused("{\"" + "a".repeat(20_000_000) + "\":1}", "cannot be read");
    assertRefused("{\"a\":{\"shape\":[" + "1".repeat(20_000_000) + "]}}", "cannot be read");
  }

  /** 4 GB of arrays, of which not a byte is on the disk, for a network of two numbers. */
  @Test
  void load_hugeArrayForSmallLayer_isRefusedBeforeItIsMade() throws IOException {
    Path file = folder.resolve("huge");
    String header =
        header("1", "dense 1 1")
            .replace("[1,1]", "[1,1000000000]")
            .replace("[0,4]", "[0,4000000000]")
            .replace("[4,8]", "[4000000000,4000000004]");
    Files.write(file, Crafted.file(header, 0));
    try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
      longer.setLength(longer.length() + 4_000_000_004L);
    }

    String message =
        assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file)).getMessage();

    String shapes = "weights of layer 0 must be [1, 1], found [1, 1000000000]";
    assertTrue(message.endsWith(shapes), message);
  }

  /** Loaded block by block: on the Java heap there is never an array as a whole. */
  @Test
  void saveAndLoad_largeNetwork_takesLittleOfTheHeap() {
    Network network = Architecture.mlp(2_000, 2_000).initialize(1);
    Path file = folder.resolve("large");
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();

    Checkpoint.save(network, file);
    Checkpoint.load(file);

    // 16 MB of numbers; a block of 1 MB for each array and direction, and the header.
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 8_000_000, () -> allocated + " bytes");
  }
}
