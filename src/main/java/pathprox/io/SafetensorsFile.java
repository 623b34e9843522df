package pathprox.io;

import static pathprox.matrix.Arguments.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Named arrays of finite numbers, FLOAT or DOUBLE in 'c' order, in a file: the length of the header
 * in 8 bytes, little-endian, the header, which says in JSON where each array lies, and the numbers
 * (github.com/huggingface/safetensors, README, "Format").
 */
record SafetensorsFile(Map<String, String> metadata, Map<String, INDArray> arrays) {
  private static final long LONGEST_HEADER = 100_000_000; // as the reference implementation has it
  private static final String METADATA = "__metadata__";
  private static final Map<String, DataType> TYPES =
      Map.of("F32", DataType.FLOAT, "F64", DataType.DOUBLE);

  /** Every field once, numbers as numbers, and nothing that is not known. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private record Header(Map<String, String> metadata, Map<String, Tensor> tensors) {}

  /** One array, with the names of the format; offsets count from the end of the header. */
  private record Tensor(String dtype, long[] shape, long[] data_offsets) {
    long from() {
      return data_offsets[0];
    }

    long to() {
      return data_offsets[1];
    }

    boolean fills() {
      try {
        long width = TYPES.get(dtype).width();
        long bytes = Arrays.stream(shape).reduce(width, Math::multiplyExact);
        return data_offsets.length == 2
            && Arrays.stream(shape).allMatch(size -> size > 0)
            && bytes == to() - from()
            && bytes <= Integer.MAX_VALUE;
      } catch (ArithmeticException e) {
        return false;
      }
    }
  }

  SafetensorsFile {
    for (String name : arrays.keySet()) {
      double[] numbers = arrays.get(name).data().asDouble();
      boolean areFinite = Arrays.stream(numbers).allMatch(Double::isFinite);
      require(areFinite, "'%s' holds NaN or an infinity", name);
    }
  }

  /** Writes the file, whole or not at all, and returns its length. */
  long write(Path file) throws IOException {
    Map<String, Object> header = new LinkedHashMap<>(Map.of(METADATA, metadata));
    long end = 0;
    for (String name : arrays.keySet()) {
      INDArray array = arrays.get(name);
      String type = array.dataType() == DataType.FLOAT ? "F32" : "F64";
      long[] offsets = {end, end + array.length() * array.dataType().width()};
      header.put(name, new Tensor(type, array.shape(), offsets));
      end = offsets[1];
    }
    byte[] json = JSON.writeValueAsBytes(header);
    // The numbers lie where processors like them.
    String padding = " ".repeat(Math.floorMod(-json.length, Long.BYTES));
    WholeFile.write(
        file,
        out -> {
          out.write(littleEndian(Long.BYTES).putLong(json.length + padding.length()).array());
          out.write(json);
          out.write(padding.getBytes(StandardCharsets.US_ASCII));
          for (INDArray array : arrays.values()) {
            out.write(bytes(array));
          }
        });
    return Files.size(file);
  }

  private static ByteBuffer littleEndian(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(INDArray array) {
    ByteBuffer bytes = littleEndian(array.length() * array.dataType().width());
    boolean isFloat = array.dataType() == DataType.FLOAT;
    for (double value : array.data().asDouble()) {
      bytes = isFloat ? bytes.putFloat((float) value) : bytes.putDouble(value);
    }
    return bytes.array();
  }

  /** Reads a file. Lengths are checked before memory is taken for them. */
  static SafetensorsFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long most = channel.size() - Long.BYTES;
      BadFile.unless(most >= 0, "the header length takes 8 bytes, the file has %s", most + 8);
      long length = readAll(channel, Long.BYTES).getLong();
      long longest = Math.min(most, LONGEST_HEADER);
      BadFile.unless(
          length >= 0 && length <= longest,
          "no safetensors file: it begins with the length of its header, 0 to %s here, found %s",
          longest,
          Long.toUnsignedString(length));
      Header header = header(readAll(channel, length).array());
      checkPlaces(header.tensors, most - length);
      Map<String, INDArray> arrays = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> entry : header.tensors.entrySet()) {
        channel.position(Long.BYTES + length + entry.getValue().from());
        arrays.put(entry.getKey(), array(channel, entry.getValue()));
      }
      return new SafetensorsFile(header.metadata, arrays);
    }
  }

  private static Header header(byte[] json) throws IOException {
    Header header = new Header(new LinkedHashMap<>(), new LinkedHashMap<>());
    String at = "the header";
    try {
      for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
        at = "'" + entry.getKey() + "'";
        JsonNode value = entry.getValue();
        if (entry.getKey().equals(METADATA)) {
          value
              .properties()
              .forEach(text -> header.metadata.put(text.getKey(), text.getValue().asText()));
        } else {
          header.tensors.put(entry.getKey(), JSON.treeToValue(value, Tensor.class));
        }
      }
      return header;
    } catch (JsonProcessingException e) {
      throw new IOException(at + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** The arrays must fill the bytes that follow the header, side by side. */
  private static void checkPlaces(Map<String, Tensor> tensors, long bytes) throws IOException {
    for (String name : tensors.keySet()) {
      Tensor tensor = tensors.get(name);
      BadFile.unless(tensor != null, "'%s' is null", name);
      BadFile.unless(
          TYPES.containsKey(tensor.dtype) && tensor.fills(),
          "'%s' must be numbers of F32 or F64 that fill their bytes, found %s %s in bytes %s",
          name,
          tensor.dtype,
          Arrays.toString(tensor.shape),
          Arrays.toString(tensor.data_offsets));
    }
    long end = 0;
    Tensor[] inOrder = tensors.values().toArray(Tensor[]::new);
    Arrays.sort(inOrder, Comparator.comparingLong(Tensor::from).thenComparingLong(Tensor::to));
    String gap = "arrays must lie side by side: one ends at byte %s, the next begins at byte %s";
    for (Tensor tensor : inOrder) {
      BadFile.unless(tensor.from() == end, gap, end, tensor.from());
      end = tensor.to();
    }
    BadFile.unless(end == bytes, "the arrays take %s bytes, the file has %s for them", end, bytes);
  }

  private static INDArray array(FileChannel channel, Tensor tensor) throws IOException {
    ByteBuffer bytes = readAll(channel, tensor.to() - tensor.from());
    DataType type = TYPES.get(tensor.dtype);
    double[] values = new double[bytes.remaining() / type.width()];
    Arrays.setAll(values, i -> type == DataType.FLOAT ? bytes.getFloat() : bytes.getDouble());
    return Nd4j.createFromArray(values).castTo(type).reshape('c', tensor.shape());
  }

  private static ByteBuffer readAll(FileChannel channel, long count) throws IOException {
    ByteBuffer bytes = littleEndian(count);
    while (bytes.hasRemaining()) {
      BadFile.unless(channel.read(bytes) >= 0, "the file became shorter while it was read");
    }
    return bytes.flip();
  }
}
