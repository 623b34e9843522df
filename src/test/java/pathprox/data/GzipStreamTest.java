package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      content[i] = (byte) random.nextInt(20);
    }
    return content;
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GzipStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static void assertRefused(byte[] packed, String message) {
    var thrown = assertThrows(IOException.class, () -> unpacked(packed));
    assertEquals(message, thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_192, 300_000})
  void read_oneMemberOrTwo_givesAllOfIt(int length) throws IOException {
    byte[] content = content(length);
    byte[] packed = Samples.gzip(content);

    assertArrayEquals(content, unpacked(packed));
    assertArrayEquals(joined(content, content), unpacked(joined(packed, packed)));
  }

  @Test
  void read_byteByByte_isTheSame() throws IOException {
    byte[] content = content(300);
    try (InputStream in = new GzipStream(new ByteArrayInputStream(Samples.gzip(content)))) {
      for (byte expected : content) {
        assertEquals(expected, in.read());
      }
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
  }

  /**
   * With a field of three bytes, a name, a comment and a checksum of the header (RFC 1952, 2.3).
   */
  @Test
  void read_headerWithEverything_isPassed() throws IOException {
    byte[] packed = Samples.gzip(content(100));
    byte[] header = {31, (byte) 139, 8, 4 + 8 + 16 + 2, 1, 2, 3, 4, 0, 3, 3, 0, 'x', 'y', 0};
    byte[] texts = "name\0comment\0cc".getBytes(StandardCharsets.US_ASCII);
    byte[] rest = Arrays.copyOfRange(packed, HEADER, packed.length);

    assertArrayEquals(content(100), unpacked(joined(header, texts, rest)));
  }

  /** The time, effort and system of the header change nothing, and have no checksum. */
  @Test
  void read_anyBitFlipped_isRefusedOrGivesTheSame() {
    byte[] content = content(500);
    byte[] packed = Samples.gzip(content);
    int refused = 0;
    for (int bit = 0; bit < 8 * packed.length; bit++) {
      byte[] flipped = packed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertArrayEquals(content, unpacked(flipped), "bit " + bit);
      } catch (IOException e) {
        refused++;
      }
    }
    // All but 48 bits of these, the flag for a text, and up to 7 after the last code; a packer may
    // have more codes that stand for nothing.
    assertTrue(refused >= 8 * packed.length - 100, refused + " of " + 8 * packed.length);
  }

  record Damage(String message, byte[] packed) {
    @Override
    public String toString() {
      return message + ", " + packed.length;
    }
  }

  static Stream<Damage> damages() {
    byte[] packed = Samples.gzip(content(100));
    byte[] flags = packed.clone();
    flags[3] = 32;
    byte[] method = packed.clone();
    method[2] = 7;
    byte[] checksum = packed.clone();
    checksum[packed.length - 5] ^= 1;
    byte[] length = packed.clone();
    length[packed.length - 1] ^= 1;
    byte[] trailer = Arrays.copyOfRange(packed, packed.length - TRAILER, packed.length);
    String more = "more follows the packed bytes";
    String cut = "the packed bytes are cut short";
    return Stream.of(
        new Damage("not packed by gzip", content(100)),
        new Damage("unpacks to more than 200 times its size", Samples.gzip(new byte[50_000_000])),
        new Damage("packed in another way than gzip does", method),
        new Damage("gzip with flags that mean nothing, 32", flags),
        new Damage("the packed bytes are damaged: another checksum", checksum),
        new Damage("the packed bytes are damaged: another length", length),
        new Damage(more, joined(packed, new byte[2])),
        new Damage(more, joined(packed, new byte[100_000])),
        new Damage(more, joined(packed, trailer)),
        new Damage(more, joined(packed, packed, content(9))),
        new Damage(cut, joined(packed, new byte[1])),
        new Damage(cut, new byte[0]),
        new Damage(cut, Arrays.copyOf(packed, 5)),
        new Damage(cut, Arrays.copyOf(packed, packed.length - 9)),
        new Damage(cut, Arrays.copyOf(packed, packed.length - 1)));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void read_damaged_saysWhatIsWrong(Damage damage) {
    assertRefused(damage.packed, damage.message);
  }
}
