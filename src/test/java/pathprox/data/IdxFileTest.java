package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;

  @TempDir private Path folder;

  private static int[] header(int... numbers) {
    return numbers;
  }

  private static byte[] images() {
    return Samples.idx(header(IMAGES, 2, 1, 3), new byte[] {1, 2, 3, 4, 5, (byte) 255});
  }

  @Test
  void read_plainOrPackedFileOrStream_givesShapeAndValues() throws IOException {
    Path plain = Files.write(folder.resolve("plain"), images());
    Path packed = Files.write(folder.resolve("packed"), Samples.gzip(images()));
    IdxFile stream = IdxFile.read(new ByteArrayInputStream(Samples.gzip(images())), "stream", 3);

    for (IdxFile file : new IdxFile[] {IdxFile.read(plain, 3), IdxFile.read(packed, 3), stream}) {
      assertEquals(2, file.shape()[0]);
      assertEquals(1, file.shape()[1]);
      assertEquals(3, file.shape()[2]);
      assertArrayEquals(new byte[] {1, 2, 3, 4, 5, (byte) 255}, file.values());
    }
  }

  record Bad(String name, byte[] content, int dimensions, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad bad(String name, byte[] content, int dimensions, String message) {
    return new Bad(name, content, dimensions, message);
  }

  /** Content that is refused for the same reason whether it is packed or not. */
  static Stream<Bad> badContents() {
    byte[] tail = {1, 2, 3};
    return Stream.of(
        bad(
            "labels for images",
            Samples.idx(header(LABELS, 3), tail),
            3,
            "expected 0x00000803 (3-d array of unsigned bytes) at byte 0, found 0x00000801"),
        bad(
            "images for labels",
            images(),
            1,
            "expected 0x00000801 (1-d array of unsigned bytes) at byte 0, found 0x00000803"),
        bad("floats", Samples.idx(header(0x0D01, 3), tail), 1, "at byte 0, found 0x00000d01"),
        bad("text", "not an IDX file".getBytes(), 1, "at byte 0, found 0x6e6f7420"),
        bad("empty", new byte[0], 1, "at byte 0, found []"),
        bad("two bytes", new byte[] {0, 0}, 1, "at byte 0, found [0, 0]"),
        bad(
            "half a header",
            Samples.idx(header(IMAGES, 2)),
            3,
            "expected 16 header bytes at byte 0, found 8"),
        bad(
            "no samples",
            Samples.idx(header(LABELS, 0)),
            1,
            "expected a size of 1 to 1073741824 at byte 4, found 0"),
        bad(
            "no rows",
            Samples.idx(header(IMAGES, 2, 0, 3)),
            3,
            "expected a size of 1 to 536870912 at byte 8, found 0"),
        bad(
            "negative size",
            Samples.idx(header(LABELS, -1), tail),
            1,
            "expected a size of 1 to 1073741824 at byte 4, found 4294967295"),
        bad(
            "overflowing sizes",
            Samples.idx(header(IMAGES, 1 << 16, 1 << 16, 1 << 16), tail),
            3,
            "expected a size of 1 to 16384 at byte 8, found 65536"),
        bad(
            "sizes that wrap to 0",
            Samples.idx(header(IMAGES, 1 << 30, 1 << 30, 16), tail),
            3,
            "expected a size of 1 to 1 at byte 8, found 1073741824"),
        bad(
            "too short",
            Samples.idx(header(LABELS, 4), tail),
            1,
            "expected 4 values at byte 8, found 3"),
        bad(
            "too long",
            Samples.idx(header(LABELS, 2), tail),
            1,
            "expected the end at byte 10, found more"),
        bad(
            "three bytes that claim to be a gibibyte",
            Samples.idx(header(LABELS, 1 << 30), tail),
            1,
            "expected 1073741824 values at byte 8, found 3"));
  }

  @ParameterizedTest
  @MethodSource("badContents")
  void read_badContent_isRefusedWithPathAndOffset(Bad bad) throws IOException {
    Path plain = Files.write(folder.resolve("plain"), bad.content());
    Path packed = Files.write(folder.resolve("packed"), Samples.gzip(bad.content()));

    for (Path path : new Path[] {plain, packed}) {
      assertRefused(path, bad.dimensions(), bad.message());
    }
  }

  @Test
  void read_brokenGzip_isRefusedWithThePath() throws IOException {
    byte[] packed = Samples.gzip(images());
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, packed.length - 9));
    packed[packed.length - 5] ^= 1;
    Path altered = Files.write(folder.resolve("altered"), packed);

    assertRefused(cut, 3, "cut short");
    assertRefused(altered, 3, "another checksum");
  }

  @Test
  void read_noFile_isRefusedByName() {
    Path path = folder.resolve("absent");

    assertRefused(path, 3, "file " + path + " does not exist");
  }

  @Test
  void read_badStream_isRefusedWithItsName() {
    var in = new ByteArrayInputStream(new byte[] {7});

    var thrown =
        assertThrows(UncheckedIOException.class, () -> IdxFile.read(in, "bundled labels", 1));

    assertTrue(thrown.getMessage().startsWith("bundled labels: expected"), thrown.getMessage());
  }

  private static void assertRefused(Path path, int dimensions, String message) {
    var thrown = assertThrows(UncheckedIOException.class, () -> IdxFile.read(path, dimensions));
    assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(path.toString()), thrown.getMessage());
  }
}
