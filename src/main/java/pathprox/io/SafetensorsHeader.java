package pathprox.io;

import static pathprox.matrix.Arguments.require;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: texts, and where each array lies after it. It is read as far as
 * a network or a dataset can need it, and refused beyond.
 */
record SafetensorsHeader(Map<String, String> texts, Map<String, Tensor> tensors) {
  /** Some 10 MB of texts, the quotation marks in them escaped, and the arrays of a deep network. */
  static final int MOST_BYTES = 1 << 25;

  static final int MOST_NAMES = 10_000;
  private static final int MOST_DIMENSIONS = 8;
  private static final String METADATA = "__metadata__";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(MOST_BYTES).build())
          .build();

  /** One array; its bytes are counted from the end of the header. */
  record Tensor(NumberType type, List<Long> shape, long from, long to) {
    long bytes() {
      return to - from;
    }

    long[] sizes() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /** Reads the bytes of a header. */
  static SafetensorsHeader parse(byte[] bytes) throws IOException {
    // Jackson would guess other encodings.
    boolean begins = bytes.length > 0 && bytes[0] == '{';
    BadFile.unless(begins, "the header must begin with '{', in UTF-8 without a mark");
    SafetensorsHeader header = new SafetensorsHeader(new LinkedHashMap<>(), new LinkedHashMap<>());
    String at = "the header";
    try (JsonParser json = JSON.createParser(text(bytes))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        at = "'" + name + "'";
        if (name.equals(METADATA)) {
          header.readTexts(json);
        } else {
          String most = "a file has at most %s arrays, the header names more";
          BadFile.unless(header.tensors.size() < MOST_NAMES, most, MOST_NAMES);
          header.tensors.put(name, tensor(json, name));
        }
      }
      at = "the header";
      check(json.nextToken() == null, "something follows its end");
      return header;
    } catch (JsonProcessingException e) {
      throw new IOException(at + " cannot be read: " + e.getOriginalMessage(), e);
    } catch (Unreadable e) {
      throw new IOException(at + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private static void check(boolean holds, String message) throws Unreadable {
    if (!holds) {
      throw new Unreadable(message);
    }
  }

  private static String text(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("the header is no UTF-8", e);
    }
  }

  private void readTexts(JsonParser json) throws IOException {
    check(json.nextToken() == JsonToken.START_OBJECT, "it must be a map of texts");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      check(texts.size() < MOST_NAMES, "it may hold 10,000 texts");
      check(json.nextToken() == JsonToken.VALUE_STRING, "'" + name + "' in it must be a text");
      texts.put(name, json.getText());
    }
  }

  private static Tensor tensor(JsonParser json, String name) throws IOException {
    BadFile.unless(json.nextToken() != JsonToken.VALUE_NULL, "'%s' is null", name);
    check(json.currentToken() == JsonToken.START_OBJECT, "it must have dtype, shape, data_offsets");
    String dtype = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> {
          check(json.currentToken() == JsonToken.VALUE_STRING, "dtype must be a text");
          dtype = json.getText();
        }
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> offsets = numbers(json);
        default -> throw new Unreadable("it may have dtype, shape and data_offsets alone");
      }
    }
    boolean hasAll = dtype != null && shape != null && offsets != null;
    check(hasAll, "it must have dtype, shape and data_offsets");
    NumberType type = type(dtype);
    BadFile.unless(
        type != null && offsets.size() == 2 && fills(type, shape, offsets.get(0), offsets.get(1)),
        "'%s' must be numbers of %s that fill their bytes, found %s %s in bytes %s",
        name,
        Arrays.toString(NumberType.values()),
        dtype,
        shape,
        offsets);
    return new Tensor(type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(JsonParser json) throws IOException {
    check(json.currentToken() == JsonToken.START_ARRAY, "shape and data_offsets are lists");
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      check(numbers.size() < MOST_DIMENSIONS, "an array has at most 8 dimensions");
      numbers.add(json.getLongValue());
    }
    check(json.currentToken() == JsonToken.END_ARRAY, "shape and data_offsets are whole numbers");
    return numbers;
  }

  private static NumberType type(String dtype) {
    return Arrays.stream(NumberType.values())
        .filter(type -> type.name().equals(dtype))
        .findFirst()
        .orElse(null);
  }

  private static boolean fills(NumberType type, List<Long> shape, long from, long to) {
    try {
      long bytes = shape.stream().reduce((long) type.width(), Math::multiplyExact);
      return shape.stream().allMatch(size -> size > 0) && from >= 0 && bytes == to - from;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** The arrays must fill the bytes that follow the header, side by side. */
  void checkPlaces(long bytes) throws IOException {
    long end = 0;
    String gap = "arrays must lie side by side: one ends at byte %s, the next begins at byte %s";
    for (Tensor tensor : inOrder().values()) {
      BadFile.unless(tensor.from == end, gap, end, tensor.from);
      end = tensor.to;
    }
    BadFile.unless(end == bytes, "the arrays take %s bytes, the file has %s for them", end, bytes);
  }

  /** The arrays in the order of their bytes. */
  Map<String, Tensor> inOrder() {
    Map<String, Tensor> inOrder = new LinkedHashMap<>();
    tensors.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().from))
        .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
    return inOrder;
  }

  /** The bytes of this header, of a length at which the numbers lie where processors like them. */
  byte[] toBytes() {
    boolean fits = tensors.size() <= MOST_NAMES && texts.size() <= MOST_NAMES;
    require(fits, "a file holds at most %s arrays and as many texts", MOST_NAMES);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart(METADATA);
      CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        boolean isText = encoder.canEncode(text.getKey()) && encoder.canEncode(text.getValue());
        require(isText, "a text is no Unicode: '%s'", text.getKey());
        json.writeStringField(text.getKey(), text.getValue());
      }
      json.writeEndObject();
      for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
        write(json, entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
    int padding = Math.floorMod(-bytes.size(), Long.BYTES);
    bytes.writeBytes(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    String most = "texts and names may take %s bytes, take %s";
    require(bytes.size() <= MOST_BYTES, most, MOST_BYTES, bytes.size());
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, Tensor tensor) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", tensor.type.name());
    json.writeFieldName("shape");
    json.writeArray(tensor.sizes(), 0, tensor.shape.size());
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {tensor.from, tensor.to}, 0, 2);
    json.writeEndObject();
  }
}
