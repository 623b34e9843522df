package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class MnistTest {
  private static final int PIXELS = 28 * 28;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    // The published test files, unchanged.
    "t10k-images-idx3-ubyte.gz, 0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte.gz, ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    // The first 100 images of each class of the published training files.
    "train-100-per-class-images-idx3-ubyte.gz,"
        + " 964f929e568681616e81776c1097f3db5938f24fa9e0e8f2602341c96a32eccb",
    "train-100-per-class-labels-idx1-ubyte.gz,"
        + " 9efdd3f42e64c4d159a8c4833d095e87f870cc4d54b78600f9a8d13f58cc8af9"
  })
  void bundledFile_unpacked_hasTheKnownDigest(String name, String sha256) throws IOException {
    assertEquals(sha256, Bundled.sha256("mnist/" + name));
  }

  @Test
  void subset_ofEachClass_hasAllTestImages() {
    Split split = Mnist.subset(3);

    int[] three = IntStream.range(0, 10).map(k -> 3).toArray();
    assertArrayEquals(three, split.train().countPerClass());
    assertEquals(10_000, split.test().size());
    assertEquals(10, split.test().outputs());
    assertEquals(List.of(1, 28, 28), split.test().sampleShape());
    assertEquals(DataType.FLOAT, split.train().features().dataType());
    // The training labels start 5, 0, 4, 1, 9, 2, the test labels 7, 2, 1.
    int[] start = IntStream.range(0, 6).map(split.train()::classOf).toArray();
    assertArrayEquals(new int[] {5, 0, 4, 1, 9, 2}, start);
    assertEquals(7, split.test().classOf(0));
    assertEquals("mnist test", split.test().name());
  }

  @Test
  void subset_pixels_areScaledByMeanAndDeviation() throws IOException {
    Dataset test = Mnist.subset(1).test();
    byte[] raw = Bundled.bytes("mnist/t10k-images-idx3-ubyte.gz");

    for (int row : new int[] {0, 999, 1_000, 9_999}) {
      float[] expected = new float[PIXELS];
      for (int i = 0; i < PIXELS; i++) {
        int x = raw[16 + row * PIXELS + i] & 0xFF;
        expected[i] = (float) ((x / 255.0 - 0.1307) / 0.3081);
      }
      assertArrayEquals(expected, test.features().getRow(row).toFloatVector());
    }
  }

  @Test
  void subset_pixels_standAsFloatsInNativeMemoryOnly() {
    Mnist.subset(1);
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    Mnist.subset(1);

    // 8.6 MB of bytes, which are joined from pieces; as floats all pixels would be 34.5 MB more.
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 30_000_000, () -> allocated + " bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void subset_outOfRange_isRefused(int perClass) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Mnist.subset(perClass));

    assertEquals("perClass must be 1 to 100, was " + perClass, thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"-idx, ''", "-idx, .gz", ".idx, ''", ".idx, .gz"})
  void read_spelling_isFound(String separator, String ending) throws IOException {
    write("train-images" + separator + "3-ubyte" + ending, images(2, 28));
    write("train-labels" + separator + "1-ubyte" + ending, labels(3, 9));
    write("t10k-images" + separator + "3-ubyte" + ending, images(1, 28));
    write("t10k-labels" + separator + "1-ubyte" + ending, labels(0));

    Split split = Mnist.read(folder.toString());

    assertEquals(2, split.train().size());
    assertEquals(9, split.train().classOf(1));
    assertEquals(1, split.test().size());
    assertEquals(
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), split.test().classNames());
  }

  @Test
  void read_missingFile_namesItsSpellings() throws IOException {
    write("train-images-idx3-ubyte", images(1, 28));

    var thrown = assertThrows(UncheckedIOException.class, () -> Mnist.read(folder));

    assertEquals(
        "folder "
            + folder
            + " holds none of [train-labels-idx1-ubyte, train-labels.idx1-ubyte,"
            + " train-labels-idx1-ubyte.gz, train-labels.idx1-ubyte.gz]",
        thrown.getMessage());
  }

  @Test
  void read_otherCountOfLabels_isRefused() throws IOException {
    write("train-images-idx3-ubyte", images(2, 28));
    write("train-labels-idx1-ubyte", labels(1, 2, 3));

    Path images = folder.resolve("train-images-idx3-ubyte");
    String message = "expected 2 labels, one for each image in " + images + ", found 3";
    assertRefused("train-labels-idx1-ubyte", message);
  }

  @Test
  void read_otherImageSize_isRefused() throws IOException {
    write("train-images-idx3-ubyte", images(1, 32));
    write("train-labels-idx1-ubyte", labels(1));

    assertRefused("train-images-idx3-ubyte", "expected images of 28×28 pixels, found 32×32");
  }

  @Test
  void read_labelAboveNine_isRefused() throws IOException {
    write("train-images-idx3-ubyte", images(2, 28));
    write("train-labels-idx1-ubyte", labels(1, 200));

    String message = "expected labels from 0 to 9, found 200 as label 2";
    assertRefused("train-labels-idx1-ubyte", message);
  }

  @Test
  void full_noMirrorAndNoFile_tellsWhereToPutIt() {
    URI nowhere = URI.create("http://127.0.0.1:1/");
    Download download = new Download(List.of(nowhere), Duration.ofSeconds(1));

    var thrown = assertThrows(UncheckedIOException.class, () -> Mnist.full(download, folder));

    assertTrue(thrown.getMessage().contains("http://127.0.0.1:1/train-images-idx3-ubyte.gz: "));
    assertTrue(thrown.getMessage().contains(folder.resolve("train-images-idx3-ubyte").toString()));
  }

  @Test
  void isKept_folder_wantsAllFourAtFullLength() throws IOException {
    assertFalse(Mnist.isKept(folder));
    setLength("train-images-idx3-ubyte", 47_040_016);
    setLength("train-labels-idx1-ubyte", 60_008);
    setLength("t10k-images-idx3-ubyte", 7_840_016);
    setLength("t10k-labels-idx1-ubyte", 10_007);
    assertFalse(Mnist.isKept(folder));
    setLength("t10k-labels-idx1-ubyte", 10_008);
    assertTrue(Mnist.isKept(folder));
  }

  private void setLength(String name, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(length);
    }
  }

  private void assertRefused(String file, String message) {
    var thrown = assertThrows(UncheckedIOException.class, () -> Mnist.read(folder));
    assertEquals(folder.resolve(file) + ": " + message, thrown.getMessage());
  }

  private void write(String name, byte[] content) throws IOException {
    byte[] bytes = name.endsWith(".gz") ? Samples.gzip(content) : content;
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] images(int count, int side) {
    return Samples.idx(new int[] {0x0803, count, side, side}, new byte[count * side * side]);
  }

  private static byte[] labels(int... labels) {
    byte[] values = new byte[labels.length];
    IntStream.range(0, labels.length).forEach(i -> values[i] = (byte) labels[i]);
    return Samples.idx(new int[] {0x0801, labels.length}, values);
  }
}
