package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarGzTest {
  private static final byte[] ONE = "the first".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = new byte[1_234];
  private static final List<String> NAMES = List.of("one.bin", "two.bin");

  static {
    Arrays.fill(TWO, (byte) 2);
  }

  @TempDir private Path folder;

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(Samples.header("folder/", 0, '5'));
    tar.write(Samples.member("folder/one.bin", ONE));
    tar.write(Samples.member("folder/other", new byte[700]));
    tar.write(Samples.member("two.bin", TWO));
    tar.write(new byte[1024]);
    return tar.toByteArray();
  }

  private Map<String, byte[]> read(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("a.tar.gz"), file);
    return TarGz.read(path, NAMES, 10_000);
  }

  @Test
  void read_files_comeWithoutTheirFoldersAndWithoutOthers() throws IOException {
    Map<String, byte[]> files = read(Samples.gzip(archive()));

    assertEquals(Set.copyOf(NAMES), files.keySet());
    assertArrayEquals(ONE, files.get("one.bin"));
    assertArrayEquals(TWO, files.get("two.bin"));
  }

  @Test
  void read_linkWithAWantedName_isNoFile() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(Samples.header("one.bin", 0, '2'));
    tar.write(new byte[1024]);

    assertEquals(Set.of(), read(Samples.gzip(tar.toByteArray())).keySet());
  }

  record Damage(String name, byte[] file, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Damage> damages() throws IOException {
    byte[] bitInHeader = archive();
    bitInHeader[512] ^= 1;
    byte[] noNumber = archive();
    noNumber[512 + 124] = '9';
    byte[] text = new byte[2_000];
    Arrays.fill(text, (byte) 'a');
    return Stream.of(
        new Damage("not packed", archive(), "not packed by gzip"),
        new Damage("no archive", Samples.gzip(text), "a tar header, octal digits"),
        new Damage("nothing", Samples.gzip(new byte[0]), "expected 512 bytes"),
        new Damage("bit in a header", Samples.gzip(bitInHeader), "a tar header with checksum"),
        new Damage("no octal number", Samples.gzip(noNumber), "a tar header with checksum"),
        new Damage(
            "too large",
            Samples.gzip(Samples.member("one.bin", new byte[10_001])),
            "expected at most 9488 bytes of 'one.bin' at unpacked byte 512, found '10001'"),
        new Damage(
            "huge",
            Samples.gzip(Samples.header("other", Integer.MAX_VALUE, '0')),
            "expected at most 9488 bytes of 'other' at unpacked byte 512, found '2147483647'"),
        new Damage("cut", Samples.gzip(Samples.header("other", 5_000, '0')), "is cut short"),
        new Damage("zeros without end", Samples.gzip(new byte[50_000_000]), "expected the end"),
        new Damage("junk after the end", Samples.gzip(withJunk(1)), "expected zeros"),
        new Damage("part of a block", Samples.gzip(withJunk(0)), "expected zeros"),
        new Damage("two of a name", Samples.gzip(twice()), "expected one file of a name"));
  }

  private static byte[] withJunk(int junk) throws IOException {
    byte[] longer = Arrays.copyOf(archive(), archive().length + 100);
    longer[longer.length - 100] = (byte) junk;
    return longer;
  }

  private static byte[] twice() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(Samples.member("one.bin", ONE));
    tar.write(Samples.member("folder/one.bin", TWO));
    tar.write(new byte[1024]);
    return tar.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void read_damaged_isRefusedWithPathAndReason(Damage damage) {
    var thrown = assertThrows(UncheckedIOException.class, () -> read(damage.file()));

    assertTrue(thrown.getMessage().startsWith(folder.resolve("a.tar.gz") + ": "));
    assertTrue(thrown.getMessage().contains(damage.message()), thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 512, 600, 1_030, 1_100, 2_100, 3_000, 4_300})
  void read_tarCutAnywhere_isRefused(int length) throws IOException {
    byte[] cut = Samples.gzip(Arrays.copyOf(archive(), length));

    assertThrows(UncheckedIOException.class, () -> read(cut));
  }

  /** As in a tape's record of 10,240 bytes; one block of zeros is an end too. */
  @ParameterizedTest
  @ValueSource(ints = {0, 512, 9_728 - 1_024})
  void read_zerosAfterTheEnd_arePassed(int more) throws IOException {
    byte[] tar = archive();
    byte[] padded = Arrays.copyOf(tar, Math.min(9_728, tar.length - 512 + more));

    assertEquals(2, read(Samples.gzip(padded)).size());
  }

  /** The checksum of gzip stands at the very end. */
  @Test
  void read_bitsFlippedAnywhere_areRefusedOrChangeNothing() throws IOException {
    byte[] packed = Samples.gzip(archive());
    int accepted = 0;
    for (int bit = 0; bit < 8 * packed.length; bit += 7) {
      byte[] flipped = packed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        Map<String, byte[]> files = read(flipped);
        assertArrayEquals(ONE, files.get("one.bin"));
        assertArrayEquals(TWO, files.get("two.bin"));
        accepted++;
      } catch (UncheckedIOException e) {
        // as it should be
      }
    }
    // Every seventh of those of time, effort and system, 57, and of codes that stand for nothing.
    assertTrue(accepted < 20, accepted + " bits");
  }

  @Test
  void read_packedBytesCut_isRefused() throws IOException {
    byte[] packed = Samples.gzip(archive());

    assertThrows(UncheckedIOException.class, () -> read(Arrays.copyOf(packed, packed.length - 30)));
  }
}
