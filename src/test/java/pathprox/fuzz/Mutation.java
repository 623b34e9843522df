package pathprox.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A change of a file, drawn at random. */
final class Mutation {
  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    2,
    9,
    127,
    128,
    255,
    256,
    32_767,
    65_535,
    65_536,
    1_000_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 31,
    (1L << 32) - 1,
    1L << 32,
    1L << 33,
    10_000_000_000L,
    1L << 53,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE / 2
  };

  private static final String[] TEXTS = {
    "",
    "-1",
    "0",
    "1e9",
    "1.5",
    "00",
    "9223372036854775808",
    "99999999999",
    "65536",
    "2147483647",
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    ";",
    " ",
    "\0",
    "null",
    "NaN",
    "\u00e9",
    "\u0660",
    "; ",
    "\\u0000"
  };

  /** Headers stand at the beginning, and a change there reaches further. */
  private static final int HEADER = 300;

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** One to three changes, one after the other. */
  byte[] of(byte[] valid) {
    byte[] changed = valid;
    for (int changes = 1 + random.nextInt(6) / 3; changes > 0; changes--) {
      changed = once(changed);
    }
    return changed;
  }

  private byte[] once(byte[] bytes) {
    int at = place(bytes.length);
    int length = Math.min(bytes.length - at, 1 << random.nextInt(11));
    return switch (random.nextInt(9)) {
      case 0 -> flipped(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextBoolean() ? at : bytes.length - length);
      case 2 -> replaced(bytes, at, 0, noise(1 + random.nextInt(600)));
      case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 4 -> swapped(bytes, at, place(bytes.length), length);
      case 5 -> replaced(bytes, at, length, new byte[0]);
      case 6 -> replaced(bytes, at, length, filled(length));
      case 7 -> number(bytes, at);
      default -> text(bytes, at);
    };
  }

  private int place(int length) {
    return length == 0
        ? 0
        : random.nextInt(random.nextBoolean() ? length : Math.min(length, HEADER));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] filled(int length) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, (byte) (random.nextBoolean() ? 0 : 255));
    return filled;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      flipped[place(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] swapped(byte[] bytes, int first, int second, int most) {
    int distance = Math.abs(first - second);
    int length = Math.min(Math.min(most, distance), bytes.length - Math.max(first, second));
    byte[] swapped = bytes.clone();
    System.arraycopy(bytes, first, swapped, second, length);
    System.arraycopy(bytes, second, swapped, first, length);
    return swapped;
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    return ByteBuffer.allocate(bytes.length - length + by.length)
        .put(bytes, 0, at)
        .put(by)
        .put(bytes, at + length, bytes.length - at - length)
        .array();
  }

  /** A whole number of 1, 2, 4 or 8 bytes in either order. */
  private byte[] number(byte[] bytes, int at) {
    int width = Math.min(1 << random.nextInt(4), bytes.length - at);
    boolean isLittle = random.nextBoolean();
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    ByteBuffer all = ByteBuffer.allocate(8);
    all.order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).putLong(value);
    int from = isLittle ? 0 : 8 - width;
    return replaced(bytes, at, width, Arrays.copyOfRange(all.array(), from, from + width));
  }

  /** In the place of the next digits, if there are any. */
  private byte[] text(byte[] bytes, int at) {
    int from = at;
    while (from < bytes.length && !Character.isDigit(bytes[from])) {
      from++;
    }
    int to = from;
    while (to < bytes.length && Character.isDigit(bytes[to])) {
      to++;
    }
    String text =
        random.nextInt(3) == 0
            ? Long.toString(EXTREMES[random.nextInt(EXTREMES.length)])
            : TEXTS[random.nextInt(TEXTS.length)];
    return replaced(bytes, from, to - from, text.getBytes(StandardCharsets.UTF_8));
  }
}
