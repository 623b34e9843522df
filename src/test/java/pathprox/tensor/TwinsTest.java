package pathprox.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kernels for float64 are those for float32 with other types, and stay so. */
class TwinsTest {
  private static final Path FOLDER = Path.of("src/main/java/pathprox/tensor");

  @TestFactory
  List<DynamicTest> everyFloatClass_itsTwin_isTheSameCode() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("Float"))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names.stream()
          .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)))
          .toList();
    }
  }

  private static void compare(String name) throws IOException {
    Path single = FOLDER.resolve(name);
    Path twin = FOLDER.resolve(name.replace("Float", "Double"));
    assertEquals(withoutTypes(single), withoutTypes(twin));
  }

  /** The code without comments, imports and blanks, in which both types have the same name. */
  private static String withoutTypes(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "")
        .replaceAll("import [^;]*;", "")
        .replaceAll("\\((?:float|double)\\)", "")
        .replaceAll("[Ff]loat|[Dd]ouble", "number")
        .replaceAll("cblas_[sd]", "cblas_")
        .replaceAll("1e30f|1e300", "HUGE")
        .replaceAll("(\\d)f\\b", "$1")
        .replaceAll("\\s+", "");
  }
}
