package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.io.Checkpoint;
import pathprox.network.Architecture;

class DatasetFileTest {
  private static final Dataset PETS =
      Dataset.classification(
              "pets, \"λ\" 😀",
              Nd4j.createFromArray(new float[][] {{1, 2, 3, 4}, {0.1f, -0f, 1e-40f, 6}}),
              new int[] {1, 0},
              List.of("cat", "Hündin"))
          .withSampleShape(1, 2, 2);

  private static final Dataset VALUES =
      Dataset.regression(
              "values",
              Nd4j.createFromArray(new double[][] {{0.1}, {1e-310}, {3}}),
              Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 0.7}}))
          .withColumnNames(List.of("a, b"), List.of("y", "z"));

  @TempDir Path folder;

  static Stream<Dataset> datasets() {
    Dataset columns = // features that lie in another order in memory
        Dataset.regression(
            "columns",
            Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}}).dup('f'),
            Nd4j.createFromArray(new double[][] {{1}, {2}}).dup('f'));
    return Stream.of(PETS, VALUES, columns, Digits.load(), PETS.withType(DataType.DOUBLE));
  }

  private Path save(Dataset data) {
    Path file = folder.resolve("data.safetensors");
    DatasetFile.save(data, file);
    return file;
  }

  private static void assertSame(Dataset expected, Dataset found) {
    assertEquals(expected.fingerprint(), found.fingerprint());
    assertEquals(expected.toString(), found.toString());
    assertEquals(expected.name(), found.name());
    assertEquals(expected.columnNames(), found.columnNames());
    assertEquals(expected.classNames(), found.classNames());
    assertEquals(expected.sampleShape(), found.sampleShape());
    assertEquals(expected.features(), found.features());
    assertEquals(expected.targets(), found.targets());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void load_savedDataset_isTheSame(Dataset data) throws IOException {
    String file = folder.resolve("data").toString();
    assertEquals(DatasetFile.save(data, file), Files.size(Path.of(file)));
    assertSame(data, DatasetFile.load(file));
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void readObject_writtenDataset_isTheSame(Dataset data) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Split(data, data));
    }
    var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertSame(data, ((Split) in.readObject()).test());
  }

  /** A file with one thing changed in the header, whose length is set anew. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataset 1 | dataset 2 | no dataset",
        "'\"name\"' | '\"nam\"' | no dataset",
        "'\"features\":{' | '\"inputs\":{' | features [n, 4] and targets [n, 1] are expected",
        "'[2,4]' | '[4,2]' | features [n, 4] and targets [n, 1] are expected",
        "'\\\"x0\\\",' | '' | must hold the 3 features",
        "'[1,2,2]' | '[1,2,3]' | must hold the 4 features",
        "'[1,2,2]' | '[1,2.5,2]' | schema",
        "'[1,2,2]' | 'null' | schema",
        "'\\\"shape\\\"' | '\\\"form\\\"' | schema",
        "'\\\"cat\\\"' | 'null' | schema",
        "'\\\"cat\\\"' | '7' | schema",
        "'\\\"cat\\\"' | '\\\"Hündin\\\"' | must all be different",
        "'\\\"cat\\\",' | '' | classes of",
        "'\"schema\":\"{' | '\"schema\":\"' | schema",
        "F32 | F16 | found F16",
      })
  void load_changedHeader_saysWhatIsWrong(String old, String changed, String message)
      throws IOException {
    Path file = save(PETS);
    byte[] bytes = Files.readAllBytes(file);
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String before = new String(bytes, 8, length, StandardCharsets.UTF_8);
    assertTrue(before.contains(old), before);
    String after =
        before.replaceFirst(Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(changed));
    byte[] header = after.getBytes(StandardCharsets.UTF_8);
    Files.write(
        file,
        ByteBuffer.allocate(header.length + bytes.length - length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .put(bytes, 8 + length, bytes.length - 8 - length)
            .array());

    assertRefused(file, message);
  }

  private static void assertRefused(Path file, String message) {
    Exception e = assertThrows(UncheckedIOException.class, () -> DatasetFile.load(file));
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void load_classThatIsNoWholeNumber_isNamedWithItsRow() throws IOException {
    Path file = save(PETS);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 0.5f);
    Files.write(file, bytes);
    assertRefused(file, "classes must be whole numbers, was 0.5 at row 2");
  }

  @Test
  void load_anyOtherLength_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(save(PETS));
    for (int length = 0; length <= whole.length + 8; length++) {
      if (length != whole.length) {
        Path file = Files.write(folder.resolve("changed"), Arrays.copyOf(whole, length));
        assertThrows(UncheckedIOException.class, () -> DatasetFile.load(file), "" + length);
      }
    }
  }

  @Test
  void load_networkOrNothing_isRefused() {
    Path file = folder.resolve("network");
    Checkpoint.save(Architecture.mlp(1, 1).initialize(1), file);
    assertRefused(file, "no dataset: it must have the texts [format, name, schema]");

    Path missing = folder.resolve("missing");
    Exception e = assertThrows(UncheckedIOException.class, () -> DatasetFile.load(missing));
    assertEquals("file " + missing + " does not exist", e.getMessage());
  }

  @Test
  void save_impossiblePlaceOrName_namesIt() {
    Path file = folder.resolve("nowhere").resolve("data");
    Exception e = assertThrows(UncheckedIOException.class, () -> DatasetFile.save(VALUES, file));
    assertTrue(e.getMessage().startsWith("'values' cannot be saved as " + file), e.getMessage());

    Dataset odd = VALUES.withColumnNames(List.of("\uD83D"), List.of("y", "z"));
    e = assertThrows(IllegalArgumentException.class, () -> save(odd));
    assertEquals("'values' cannot be saved: a text is no Unicode: 'schema'", e.getMessage());
  }
}
