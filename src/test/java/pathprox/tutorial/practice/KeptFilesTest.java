package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
  @TempDir private Path folder;

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  @Test
  void toString_filesBelow_areNamedWithoutThePlaceOfTheFolder() throws IOException {
    write("b/state-2");
    write("b/state-1");
    write("a");

    assertEquals("a\nb/state-1\nb/state-2", KeptFiles.in(folder).toString());
  }

  @Test
  void last_severalFiles_isThatOfTheLastName() throws IOException {
    write("b/state-2");
    write("b/state-1");
    write("b/zero");

    assertEquals(folder.resolve("b/state-2"), KeptFiles.in(folder).last("state"));
  }

  @Test
  void last_noSuchFile_isRefusedWithThoseThatAreThere() throws IOException {
    write("a");

    KeptFiles files = KeptFiles.in(folder);
    Exception error = assertThrows(IllegalArgumentException.class, () -> files.last("state"));
    assertEquals("there is no file 'state' among: a", error.getMessage());
  }

  @Test
  void in_missingFolder_isRefused() {
    Path missing = folder.resolve("missing");
    assertThrows(UncheckedIOException.class, () -> KeptFiles.in(missing));
  }
}
