package pathprox.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON at the beginning of a safetensors file, which says where each array lies.
 *
 * @param metadata texts by name
 * @param tensors by name
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Tensor> tensors) {
  private static final String METADATA = "__metadata__";

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

  /**
   * One array, with the names of the format.
   *
   * @param dtype {@code F32} or {@code F64}
   * @param shape its sizes
   * @param data_offsets its first byte and the one after its last, from the end of the header
   */
  record Tensor(String dtype, long[] shape, long[] data_offsets) {
    long from() {
      return data_offsets[0];
    }

    long to() {
      return data_offsets[1];
    }

    private boolean fills() {
      try {
        long width = dtype.equals("F32") ? Float.BYTES : Double.BYTES;
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

  /** With spaces up to a multiple of 8, so that the numbers lie where processors like them. */
  byte[] toJson() {
    Map<String, Object> all = new LinkedHashMap<>(Map.of(METADATA, metadata));
    all.putAll(tensors);
    try {
      byte[] json = JSON.writeValueAsBytes(all);
      byte[] padded = Arrays.copyOf(json, (json.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
      Arrays.fill(padded, json.length, padded.length, (byte) ' ');
      return padded;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** Reads a header and checks that the arrays fill the bytes that follow it, side by side. */
  static SafetensorsHeader of(byte[] json, long bytes) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    String at = "the header";
    try {
      for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
        at = "'" + entry.getKey() + "'";
        if (entry.getKey().equals(METADATA)) {
          entry
              .getValue()
              .properties()
              .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        } else {
          tensors.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Tensor.class));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IOException(at + " cannot be read: " + e.getOriginalMessage(), e);
    }
    checkPlaces(tensors, bytes);
    return new SafetensorsHeader(metadata, tensors);
  }

  private static void checkPlaces(Map<String, Tensor> tensors, long bytes) throws IOException {
    for (String name : tensors.keySet()) {
      Tensor tensor = tensors.get(name);
      require(tensor != null, "'%s' is null", name);
      require(
          List.of("F32", "F64").contains(tensor.dtype) && tensor.fills(),
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
      require(tensor.from() == end, gap, end, tensor.from());
      end = tensor.to();
    }
    require(end == bytes, "the arrays take %s bytes, the file has %s for them", end, bytes);
  }

  private static void require(boolean holds, String format, Object... values) throws IOException {
    if (!holds) {
      throw new IOException(format.formatted(values));
    }
  }
}
