package pathprox.data;

import static pathprox.matrix.Arguments.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.io.BadFile;
import pathprox.io.SafetensorsFile;
import pathprox.io.StrictJson;

/**
 * A dataset in a safetensors file: the arrays {@code features} and {@code targets}, and as texts
 * its name and, in JSON, the names of its columns and classes and the shape of a sample. What is
 * loaded has the {@link Dataset#fingerprint} of what was saved, and loading runs no code.
 */
public final class DatasetFile {
  private static final String FORMAT = "pathprox dataset 1";
  private static final List<String> TEXTS = List.of("format", "name", "schema");
  private static final String FEATURES = "features";
  private static final String TARGETS = "targets";
  private static final ObjectMapper JSON = StrictJson.mapper().build();

  private DatasetFile() {}

  /** A dataset on its way to another program, as the bytes of its file. */
  record Written(byte[] bytes) implements Serializable {
    static Written of(Dataset data) {
      return new Written(SafetensorsFile.bytes(texts(data), arrays(data)));
    }

    private Object readResolve() {
      return SafetensorsFile.read(bytes, DatasetFile::read);
    }
  }

  /**
   * {@return the number of bytes of {@code file}, as which {@code data} is saved} It appears whole
   * or not at all; an older one is replaced and passes on its mode, a symbolic link is followed.
   *
   * @throws IllegalArgumentException if names are no Unicode or take more than some 10 MB
   * @throws UncheckedIOException if the file cannot be written, is read-only, or is no file but a
   *     folder or device
   */
  public static long save(Dataset data, Path file) {
    try {
      return SafetensorsFile.write(file, texts(data), arrays(data));
    } catch (IOException e) {
      String message = "'%s' cannot be saved as %s: %s";
      throw new UncheckedIOException(message.formatted(data.name(), file, BadFile.reason(e)), e);
    } catch (IllegalArgumentException e) {
      String message = "'%s' cannot be saved: %s".formatted(data.name(), e.getMessage());
      throw new IllegalArgumentException(message, e);
    }
  }

  /** {@return as {@link #save(Dataset, Path)} of {@code data} as {@code file}} */
  public static long save(Dataset data, String file) {
    return save(data, Path.of(file));
  }

  /**
   * {@return the dataset that {@link #save(Dataset, Path)} has written as {@code file}} It takes
   * the memory of the dataset twice.
   *
   * @throws UncheckedIOException if the file is missing, damaged, or of another kind; lengths,
   *     names, types, shapes and numbers are checked
   */
  public static Dataset load(Path file) {
    return SafetensorsFile.read(file, DatasetFile::read);
  }

  /** {@return as {@link #load(Path)} the dataset of {@code file}} */
  public static Dataset load(String file) {
    return load(Path.of(file));
  }

  private static Map<String, String> texts(Dataset data) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("name", data.name());
    try {
      texts.put("schema", JSON.writeValueAsString(data.schema()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }

  private static Map<String, INDArray> arrays(Dataset data) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put(FEATURES, data.features().dup('c')); // a view would be written in another order
    arrays.put(TARGETS, data.targets().dup('c'));
    return arrays;
  }

  private static Dataset read(SafetensorsFile content) throws IOException {
    String other = "no dataset: it must have the texts %s, format '%s', found %s";
    boolean isDataset = FORMAT.equals(content.texts().get("format"));
    BadFile.unless(
        isDataset && content.texts().keySet().containsAll(TEXTS),
        other,
        TEXTS,
        FORMAT,
        content.texts().keySet());
    Schema schema = schema(content.texts().get("schema"));
    checkShapes(content.shapes(), schema);
    Map<String, INDArray> arrays = content.arrays();
    INDArray features = arrays.get(FEATURES);
    INDArray targets = arrays.get(TARGETS);
    DataType type = features.dataType();
    String types = "features and targets must be of one type, were %s and %s";
    BadFile.unless(type == targets.dataType(), types, type, targets.dataType());
    String name = content.texts().get("name");
    return schema.classNames().isEmpty()
        ? Dataset.ofValues(name, features.dup('c'), targets.dup('c'), schema)
        : Dataset.ofClasses(name, features.dup('c'), classes(targets), schema);
  }

  private static Schema schema(String json) throws IOException {
    try {
      Schema schema = JSON.readValue(json, Schema.class);
      BadFile.unless(schema != null, "schema: expected an object, found null");
      int[] sizes = schema.shape().stream().mapToInt(Integer::intValue).toArray();
      Schema checked = schema.withShape("it", sizes);
      if (!schema.classNames().isEmpty()) {
        Checks.names("classNames", schema.classNames());
      }
      return checked;
    } catch (JsonProcessingException e) {
      throw new IOException("schema: " + e.getOriginalMessage(), e);
    } catch (NullPointerException e) {
      throw new IOException("schema: it holds null", e);
    }
  }

  private static void checkShapes(Map<String, List<Long>> found, Schema schema) throws IOException {
    List<Long> sizes = found.getOrDefault(FEATURES, List.of());
    long rows = sizes.isEmpty() ? 0 : sizes.get(0);
    long inputs = schema.features().size();
    long columns = schema.targets().size();
    boolean fits =
        rows >= 1
            && rows <= Integer.MAX_VALUE
            && found.equals(
                Map.of(FEATURES, List.of(rows, inputs), TARGETS, List.of(rows, columns)));
    String message = "features [n, %s] and targets [n, %s] are expected, found %s";
    BadFile.unless(fits, message, inputs, columns, found);
    boolean isOne = schema.classNames().isEmpty() || columns == 1;
    BadFile.unless(isOne, "classes are one column of targets, found %s", columns);
  }

  private static int[] classes(INDArray targets) {
    double[] numbers = targets.toDoubleVector();
    for (int row = 0; row < numbers.length; row++) {
      boolean isWhole = numbers[row] == Math.rint(numbers[row]);
      require(isWhole, "classes must be whole numbers, was %s at row %s", numbers[row], row + 1);
    }
    return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
  }
}
