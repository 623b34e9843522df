package pathprox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The version of the build file is the one that people read. */
class VersionTest {
  private static final Pattern COORDINATES =
      Pattern.compile(
          "pathprox:pathprox:(?:jar:tutorial:)?([\\w.-]*\\w)|<artifactId>pathprox</[^<]*<version>([^<]*)");

  @Test
  void citationAndChangelog_haveTheVersionOfTheBuild() throws IOException {
    String version = version();
    assertTrue(Files.readString(Path.of("CITATION.cff")).contains("\nversion: " + version + "\n"));
    assertTrue(Files.readString(Path.of("CHANGELOG.md")).contains("\n## [" + version + "] - "));
  }

  @Test
  void coordinatesInDocuments_haveTheVersionOfTheBuild() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
    }
    for (Path file : files) {
      Matcher matcher = COORDINATES.matcher(Files.readString(file));
      while (matcher.find()) {
        String found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        assertEquals(Set.of(version()), Set.of(found), file::toString);
      }
    }
  }

  private static String version() throws IOException {
    Matcher matcher = COORDINATES.matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(matcher.find());
    return matcher.group(2);
  }
}
