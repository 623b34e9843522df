package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class Cifar10Test {
  private static final int RECORD = 3073;

  @TempDir private Path folder;

  /** Records of the given classes; pixel i of record r is (r + 7·i) mod 256. */
  private static byte[] records(int... classes) {
    byte[] bytes = new byte[RECORD * classes.length];
    for (int r = 0; r < classes.length; r++) {
      bytes[r * RECORD] = (byte) classes[r];
      for (int i = 0; i < RECORD - 1; i++) {
        bytes[r * RECORD + 1 + i] = (byte) (r + 7 * i);
      }
    }
    return bytes;
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("data_batch_4.bin", records(4));
    files.put("readme.html", "<html>".getBytes(StandardCharsets.US_ASCII));
    files.put("test_batch.bin", records(9, 8));
    files.put("data_batch_3.bin", records(3, 3));
    files.put("data_batch_1.bin", records(1));
    files.put("data_batch_2.bin", records(2));
    files.put("data_batch_5.bin", records(5));
    return files;
  }

  private Path written(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  /** An archive like that of the authors: a folder, then its files in no particular order. */
  private static byte[] archive(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(Samples.header("cifar-10-batches-bin/", 0, '5'));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      tar.write(Samples.member("cifar-10-batches-bin/" + file.getKey(), file.getValue()));
    }
    tar.write(new byte[1024]);
    return Samples.gzip(tar.toByteArray());
  }

  private static void assertIsAll(Split split) {
    assertEquals(List.of(1, 2, 3, 3, 4, 5), classes(split.train()));
    assertEquals(List.of(9, 8), classes(split.test()));
  }

  private static List<Integer> classes(Dataset dataset) {
    return Arrays.stream(dataset.classes()).boxed().toList();
  }

  @Test
  void read_folder_hasClassesInTheOrderOfTheFiles() throws IOException {
    Split split = Cifar10.read(written(files()));

    assertIsAll(split);
    assertEquals(List.of(3, 32, 32), split.train().sampleShape());
    assertEquals(DataType.FLOAT, split.train().features().dataType());
    assertEquals("airplane", split.test().classNames().get(0));
    assertEquals("truck", split.test().classNames().get(9));
    assertEquals("cifar-10 test", split.test().name());
  }

  @Test
  void read_pixels_areScaledByMeanAndDeviationOfTheirColor() throws IOException {
    Dataset test = Cifar10.read(written(files())).test();

    double[] means = {0.4914, 0.4822, 0.4465};
    double[] deviations = {0.2470, 0.2435, 0.2616};
    float[] expected = new float[RECORD - 1];
    for (int i = 0; i < expected.length; i++) {
      int x = 1 + 7 * i & 0xFF;
      expected[i] = (float) ((x / 255.0 - means[i / 1024]) / deviations[i / 1024]);
    }
    assertArrayEquals(expected, test.features().getRow(1).toFloatVector());
  }

  @Test
  void read_archive_isTheSameAsTheFolder() throws IOException {
    Path archive = Files.write(folder.resolve("some.tar.gz"), archive(files()));

    Split split = Cifar10.read(archive.toString());

    assertIsAll(split);
    assertEquals(Cifar10.read(written(files())).train().features(), split.train().features());
  }

  @Test
  void read_interruptedThread_readsAndStaysInterrupted() throws IOException {
    Path archive = Files.write(folder.resolve("some.tar.gz"), archive(files()));
    Path place = written(files());
    Thread.currentThread().interrupt();
    try {
      assertIsAll(Cifar10.read(archive));
      assertIsAll(Cifar10.read(place));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void read_missingFile_isNamed() throws IOException {
    Map<String, byte[]> files = files();
    files.remove("data_batch_3.bin");
    Path archive = Files.write(folder.resolve("some.tar.gz"), archive(files));

    Path missing = folder.resolve("data_batch_3.bin");
    assertEquals("file " + missing + " does not exist", refusal(written(files)));
    assertEquals(
        "data_batch_3.bin in " + archive + ": expected a file of this name, found none",
        refusal(archive));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, RECORD - 1, RECORD + 1})
  void read_otherLength_isRefused(int length) throws IOException {
    Map<String, byte[]> files = files();
    files.put("data_batch_2.bin", new byte[length]);
    Path archive = Files.write(folder.resolve("some.tar.gz"), archive(files));

    String expected = ": expected 1 to 50000 records of 3073 bytes, found " + length + " bytes";
    assertTrue(refusal(written(files)).endsWith("data_batch_2.bin" + expected));
    assertTrue(refusal(archive).endsWith("data_batch_2.bin in " + archive + expected));
  }

  @Test
  void read_classAboveNine_isRefused() throws IOException {
    Map<String, byte[]> files = files();
    files.put("data_batch_3.bin", records(3, 200));
    Path archive = Files.write(folder.resolve("some.tar.gz"), archive(files));

    String message = ": expected a class from 0 to 9 in record 2, found 200";
    assertEquals(folder.resolve("data_batch_3.bin") + message, refusal(written(files)));
    assertEquals("data_batch_3.bin in " + archive + message, refusal(archive));
  }

  @Test
  void read_nothingThere_isRefused() {
    Path nothing = folder.resolve("nothing");

    assertEquals("file " + nothing + " does not exist", refusal(nothing));
  }

  private static String refusal(Path place) {
    String message =
        assertThrows(UncheckedIOException.class, () -> Cifar10.read(place)).getMessage();
    return message.replace("java.io.IOException: ", "");
  }

  private static RemoteFile like(byte[] archive) {
    return new RemoteFile(Cifar10.ARCHIVE.name(), archive.length, Bundled.sha256(archive), false);
  }

  @Test
  void full_twice_downloadsTheArchiveOnceAndKeepsItAsItIs() throws IOException {
    byte[] archive = archive(files());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/kriz/cifar-10-binary.tar.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
    URI mirror = URI.create("http://localhost:" + server.getAddress().getPort() + "/kriz/");
    Download download = new Download(List.of(mirror), Duration.ofSeconds(20));
    try {
      assertIsAll(Cifar10.full(download, like(archive), folder));
    } finally {
      server.stop(0);
    }

    assertArrayEquals(archive, Files.readAllBytes(folder.resolve("cifar-10-binary.tar.gz")));
    assertIsAll(Cifar10.full(download, like(archive), folder));
  }

  @Test
  void full_noMirrorAndNoArchive_tellsWhereToPutIt() throws IOException {
    Download download =
        new Download(List.of(URI.create("http://127.0.0.1:1/")), Duration.ofSeconds(1));

    var thrown =
        assertThrows(
            UncheckedIOException.class,
            () -> Cifar10.full(download, like(archive(files())), folder));

    assertTrue(thrown.getMessage().contains("http://127.0.0.1:1/cifar-10-binary.tar.gz: "));
    assertTrue(thrown.getMessage().contains("put the file ("), thrown.getMessage());
    assertTrue(
        thrown.getMessage().contains(folder.resolve("cifar-10-binary.tar.gz").toString()),
        thrown.getMessage());
  }

  @Test
  void cropAndFlip_border_isABlackPixel() throws IOException {
    Map<String, byte[]> files = files();
    files.put("test_batch.bin", new byte[RECORD]);
    Dataset test = Cifar10.read(written(files)).test();

    CropAndFlip crop = Cifar10.cropAndFlip();
    crop.check(test);
    assertEquals(4, crop.padding());
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(test.features().getDouble(0, 1024 * channel), crop.border().get(channel));
    }
  }
}
