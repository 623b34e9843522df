package pathprox.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("a file");
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void write_newFile_isThereAloneWithTheUsualMode() throws IOException {
    write(file, "new");

    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), files());
    Path usual = Files.createFile(folder.resolve("usual"));
    if (isPosix()) {
      assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x--x"})
  void write_olderFile_passesOnItsMode(String mode) throws IOException {
    assumeTrue(isPosix());
    write(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    WholeFile.write(
        file,
        out -> {
          Path part = files().get(1);
          String within = PosixFilePermissions.toString(Files.getPosixFilePermissions(part));
          boolean isClosed = mode.endsWith("------");
          assertTrue(!isClosed || within.endsWith("------"), within);
          out.write('n');
        });

    assertEquals("n", Files.readString(file));
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void write_link_isFollowedAndStays() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path far = link(folder.resolve("far"), Path.of("inner", "near"));
    Path near = link(inner.resolve("near"), Path.of("..", "a file"));

    write(far, "first, where nothing was");
    write(far, "second");

    assertEquals("second", Files.readString(file));
    assertEquals(Path.of("inner", "near"), Files.readSymbolicLink(far));
    assertEquals(Path.of("..", "a file"), Files.readSymbolicLink(near));
    assertEquals(List.of(file, far, inner), files());
  }

  private static Path link(Path link, Path target) throws IOException {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException | IOException e) {
      assumeTrue(false, "this platform lets nobody make links");
      throw e;
    }
  }

  @Test
  void write_linkToItself_isRefused() throws IOException {
    link(file, file.getFileName());

    var thrown = assertThrows(IOException.class, () -> write(file, "lost"));

    assertEquals("its symbolic links lead to no file", thrown.getMessage());
  }

  @Test
  void write_folder_isRefused() throws IOException {
    var thrown = assertThrows(IOException.class, () -> write(folder, "lost"));

    assertEquals("a folder, a device or a pipe is there, not a file", thrown.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void write_device_isRefused() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    link(file, device);

    assertThrows(IOException.class, () -> write(device, "lost"));
    assertThrows(IOException.class, () -> write(file, "lost"));
    assertTrue(Files.exists(device) && !Files.isRegularFile(device));
    Files.delete(file); // before JUnit looks where it leads
  }

  @Test
  void write_interruptedThread_writesAndStaysInterrupted() throws IOException {
    write(file, "old");
    Thread.currentThread().interrupt();
    try {
      write(file, "new");
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void write_contentThatFails_leavesTheOlderFileAlone() throws IOException {
    write(file, "old");

    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write(new byte[100]);
                  throw new IllegalStateException();
                }));

    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  /** Of a process that was killed, under another name or a number that was given again since. */
  @Test
  void write_partsOfDeadProcesses_areDeleted() throws IOException {
    Path dead = Files.createFile(folder.resolve("a file.999999999-" + UUID.randomUUID() + ".part"));
    Path left = Files.createFile(PartFile.left(file));
    Path older = Files.createFile(PartFile.of(file));
    Files.setLastModifiedTime(older, FileTime.from(Instant.now().minusSeconds(1_000_000)));

    assertEquals(List.of(dead, left, older).stream().sorted().toList(), files());
    write(file, "new");

    assertEquals(List.of(file), files());
  }

  /** As long as its process lives; and what is called otherwise is somebody else's. */
  @Test
  void write_otherParts_stay() throws IOException {
    List<Path> others =
        Stream.of(
                Files.createFile(PartFile.of(file)),
                Files.createFile(PartFile.left(folder.resolve("b file"))),
                Files.createFile(folder.resolve("a file.part")),
                Files.createFile(folder.resolve("a file.1-x.part")))
            .sorted()
            .toList();

    write(file, "new");
    Files.delete(file);

    assertEquals(others, files());
  }
}
