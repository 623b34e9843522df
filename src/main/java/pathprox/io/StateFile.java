package pathprox.io;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.logging.LoggingStart;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;

/**
 * A state in a safetensors file: its arrays are those of the file, its numbers a JSON object in the
 * metadata, and a checksum of all of them (CRC-32C) tells a damaged file. Any numbers can be kept,
 * also NaN.
 */
public final class StateFile {
  static {
    LoggingStart.quietly();
  }

  private static final ObjectMapper JSON = StrictJson.mapper().build();
  private static final String NUMBERS = "numbers";
  private static final String CHECKSUM = "crc32c";
  private static final String OWNER = "owner";

  private StateFile() {}

  /** A state that is told what to write. */
  private static final class Told implements State, AutoCloseable {
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();
    private final List<INDArray> copies = new ArrayList<>(); // of heap arrays, to be given back

    @Override
    public double keep(String name, double value) {
      numbers.put(name, Double.toString(value));
      return value;
    }

    @Override
    public double[] keep(String name, double[] values) {
      if (values.length > 0) {
        INDArray copy = Nd4j.createFromArray(values);
        copies.add(copy);
        arrays.put(name, copy);
      }
      return values;
    }

    @Override
    public void keep(String name, Matrix matrix) {
      if (matrix.rows() > 0 && matrix.columns() > 0) {
        arrays.put(name, matrix.asArray());
      }
    }

    WholeFile begin(Path file, String owner) throws IOException {
      String json = JSON.writeValueAsString(numbers);
      String checksum = checksum(owner + json, arrays);
      Map<String, String> texts = Map.of(OWNER, owner, NUMBERS, json, CHECKSUM, checksum);
      return SafetensorsFile.begin(file, texts, arrays);
    }

    @Override
    public void close() {
      copies.forEach(INDArray::close);
    }

    @Override
    public String toString() {
      return "state of %s numbers and %s arrays".formatted(numbers.size(), arrays.size());
    }
  }

  /**
   * {@return {@code file} with what {@code teller} tells of its state, which is a state of {@code
   * owner}, to be finished}
   *
   * <p>Nothing is copied first: threads that train would wait for one that copies or writes.
   *
   * @throws IOException if it cannot be written
   */
  public static WholeFile begin(Path file, String owner, Consumer<State> teller)
      throws IOException {
    try (Told state = new Told()) {
      teller.accept(state);
      return state.begin(file, owner);
    }
  }

  /** A state that was kept in a file, to be taken back. */
  private static final class Kept implements State {
    private final Path file;
    private final Map<String, String> numbers;
    private final Map<String, INDArray> arrays;
    private final Set<String> left = new LinkedHashSet<>();

    private Kept(Path file, SafetensorsFile content, String owner) throws IOException {
      this.file = file;
      arrays = content.arrays(false);
      Map<String, String> texts = content.header().texts();
      String json = texts.getOrDefault(NUMBERS, "");
      String found = texts.getOrDefault(OWNER, "");
      boolean isWhole = checksum(found + json, arrays).equals(texts.get(CHECKSUM));
      BadFile.unless(isWhole, "the checksum in it is that of another content");
      BadFile.unless(found.equals(owner), "it is a state of %s, not of %s", found, owner);
      numbers = JSON.readValue(json, new TypeReference<>() {});
      left.addAll(numbers.keySet());
      left.addAll(arrays.keySet());
    }

    /** What is wrong here is no damage, but the code of a part, such as of a method. */
    private void require(boolean holds, String what) {
      if (!holds) {
        String cure = "%s %s: State must be told the same names, whatever has happened before";
        throw new IllegalStateException(cure.formatted(file, what));
      }
    }

    private <T> T of(Map<String, T> map, String name) {
      left.remove(name);
      T value = map.get(name);
      require(value != null, "holds no '" + name + "'");
      return value;
    }

    @Override
    public double keep(String name, double value) {
      return Double.parseDouble(of(numbers, name));
    }

    @Override
    public double[] keep(String name, double[] values) {
      return values.length == 0 && !arrays.containsKey(name)
          ? values
          : of(arrays, name).toDoubleVector();
    }

    @Override
    public void keep(String name, Matrix matrix) {
      if (matrix.rows() > 0 && matrix.columns() > 0) {
        INDArray array = of(arrays, name);
        long[] shape = {matrix.rows(), matrix.columns()};
        boolean fits = array.dataType() == matrix.type() && Arrays.equals(array.shape(), shape);
        String found = array.dataType() + " " + Arrays.toString(array.shape());
        require(fits, "holds '%s' as %s, not as %s".formatted(name, found, matrix));
        matrix.copyFrom(array);
      }
    }

    @Override
    public String toString() {
      return "state in " + file;
    }
  }

  /**
   * Gives what {@code file} holds, its checksum and its {@code owner} compared, to {@code taker}.
   *
   * @throws UncheckedIOException if it is missing, damaged, of another kind or owner; before
   *     anything is taken
   * @throws IllegalStateException if the parts that take it are not those that gave it: they name
   *     another number of things each time, or not the same ones
   */
  public static void read(Path file, String owner, Consumer<State> taker) {
    SafetensorsFile.read(
        file,
        content -> {
          Kept kept = new Kept(file, content, owner);
          taker.accept(kept);
          kept.require(kept.left.isEmpty(), "holds " + ParameterNames.some(kept.left) + " in vain");
          return kept;
        });
  }

  private static String checksum(String json, Map<String, INDArray> arrays) throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(json.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, INDArray> entry : arrays.entrySet()) {
      sum.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      SafetensorsFile.memory(entry.getValue()).forEach(sum::update);
    }
    return Long.toHexString(sum.getValue());
  }
}
