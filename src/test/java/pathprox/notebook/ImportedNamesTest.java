package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cell can name each type of the packages that are imported, of the library and of others. */
class ImportedNamesTest {
  private static final Set<String> OTHERS = Set.of("tech.tablesaw.api", "java.nio.file");

  @Test
  void imports_typesOfTheLibrary_haveNamesOfTheirOwn() throws IOException {
    List<String> taken = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (String name : Installation.IMPORTS) {
      if (name.startsWith("pathprox.") && name.endsWith(".*")) {
        String packageName = name.replace(".*", "");
        for (String type : publicTypes(packageName)) {
          boolean isTaken = OTHERS.stream().anyMatch(other -> exists(other + "." + type));
          if (isTaken || !seen.add(type)) {
            taken.add(packageName + "." + type);
          }
        }
      }
    }
    assertEquals(List.of(), taken);
  }

  private static List<String> publicTypes(String packageName) throws IOException {
    String root =
        packageName.startsWith("pathprox.tutorial") ? "src/tutorial/java" : "src/main/java";
    Path folder = Path.of(root, packageName.split("\\."));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.contains("-info"))
          .map(file -> file.replace(".java", ""))
          .filter(type -> isPublic(packageName + "." + type))
          .toList();
    }
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName(name, false, ImportedNamesTest.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, ImportedNamesTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
