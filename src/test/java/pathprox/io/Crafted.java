package pathprox.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files in the format of safetensors, made by hand, right or wrong. */
final class Crafted {
  private Crafted() {}

  static byte[] file(byte[] header, byte[] numbers) {
    return ByteBuffer.allocate(Long.BYTES + header.length + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(numbers)
        .array();
  }

  static byte[] file(String header, int numbers) {
    return file(header.getBytes(StandardCharsets.UTF_8), new byte[numbers]);
  }

  /** One array, such as {@code F32 fc1.weight 3 2}, with the numbers 1, 2, 3 and so on. */
  static Path write(Path file, String metadata, String... arrays) throws IOException {
    List<String> entries = new ArrayList<>();
    if (!metadata.isEmpty()) {
      entries.add("\"__metadata__\":" + metadata);
    }
    ByteBuffer numbers = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);
    for (String array : arrays) {
      String[] words = array.split(" ");
      int from = numbers.position();
      int count = 1;
      List<Integer> shape = new ArrayList<>();
      for (int i = 2; i < words.length; i++) {
        shape.add(Integer.valueOf(words[i]));
        count *= shape.get(i - 2);
      }
      for (int value = 1; value <= count; value++) {
        put(numbers, words[0], value);
      }
      entries.add(
          String.format(
              Locale.ROOT,
              "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
              words[1],
              words[0],
              shape,
              from,
              numbers.position()));
    }
    byte[] used = new byte[numbers.position()];
    numbers.flip().get(used);
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    return Files.write(file, file(header, used));
  }

  /** Whole numbers up to 256 are exact in all of the types. */
  private static void put(ByteBuffer numbers, String type, int value) {
    switch (type) {
      case "F64" -> numbers.putDouble(value);
      case "F32" -> numbers.putFloat(value);
      case "BF16" -> numbers.putShort((short) (Float.floatToIntBits(value) >> 16));
      // 5 bits of exponent with a bias of 15 in place of 8 with 127, 10 of the fraction.
      case "F16" -> numbers.putShort((short) ((Float.floatToIntBits(value) - (112 << 23)) >> 13));
      default -> numbers.putLong(value);
    }
  }
}
