package pathprox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * What doclint calls missing in the public API. Components of records are documented where they are
 * declared, which doclint of JDK 17 does not look at, and not once more at compact constructors,
 * where it asks for them. A parameter that the comment names as code needs no line of its own.
 * Later JDKs have other rules.
 */
@EnabledOnJre(JRE.JAVA_17)
class DocumentationTest {
  private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile(" +public \\w+ \\{.*");
  private static final Pattern NO_PARAMETER = Pattern.compile("no @param for (\\w+)");
  private static final Pattern RECORD = Pattern.compile("public record \\w+\\(([^)]*)\\)");
  private static final Pattern GENERICS = Pattern.compile("<(?:[^<>]|<[^<>]*>)*>");
  private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");

  @Test
  void publicApi_isDocumented() throws IOException {
    List<String> roots = new ArrayList<>(List.of("src/main/java", "src/tutorial/java"));
    if (hasSpark()) {
      roots.add("src/spark/java");
    }
    for (String root : roots) {
      List<Path> sources = sources(Path.of(root));
      assertEquals(List.of(), missing(sources));
      for (Path source : sources) {
        assertEquals(List.of(), missingComponents(Files.readString(source)), source::toString);
      }
    }
  }

  /** Without its classes the compiler says that they are missing. */
  private static boolean hasSpark() {
    String name = "org/apache/spark/SparkContext.class";
    return DocumentationTest.class.getClassLoader().getResource(name) != null;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void missing_undocumentedMethodAndComponent_areNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Sample.java");
    String source =
        """
        /** A sample. */
        public record Sample(int size) {
          /** @throws IllegalArgumentException if the size is negative */
          public Sample {}

          /** Doubles the size. */
          public int twice() {
            return 2 * size;
          }

          /** {@return the size and {@code more}} */
          public int plus(int more, int most) {
            return Math.min(size + more, most);
          }
        }
        """;
    Files.writeString(file, source);

    assertEquals(
        List.of("Sample.java:7: no @return", "Sample.java:12: no @param for most"),
        missing(List.of(file)));
    assertEquals(List.of("size"), missingComponents(source));
  }

  private static List<String> missing(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null);
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of("-Xdoclint:missing/protected", "-Xmaxwarns", "9999", "-cp", classPath);
    Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
    JavacTask task = (JavacTask) compiler.getTask(null, files, found, options, null, units);
    task.analyze(); // no class files are needed
    return found.getDiagnostics().stream()
        .filter(each -> !COMPACT_CONSTRUCTOR.matcher(line(each)).matches())
        .filter(each -> !isNamedAsCode(each))
        .map(DocumentationTest::text)
        .toList();
  }

  /** Whether it is about a parameter that the comment before it names. */
  private static boolean isNamedAsCode(Diagnostic<? extends JavaFileObject> each) {
    Matcher parameter = NO_PARAMETER.matcher(each.getMessage(Locale.ROOT));
    if (!parameter.matches()) {
      return false;
    }
    String before = String.join("\n", lines(each).subList(0, (int) each.getLineNumber() - 1));
    String comment = before.substring(before.lastIndexOf("/**"));
    return Pattern.compile("\\{@code[\\s*]+%s\\}".formatted(parameter.group(1)))
        .matcher(comment)
        .find();
  }

  private static String line(Diagnostic<? extends JavaFileObject> each) {
    return lines(each).get((int) each.getLineNumber() - 1);
  }

  private static List<String> lines(Diagnostic<? extends JavaFileObject> each) {
    try {
      return each.getSource().getCharContent(true).toString().lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> each) {
    Path file = Path.of(each.getSource().getName()).getFileName();
    return "%s:%s: %s".formatted(file, each.getLineNumber(), each.getMessage(Locale.ROOT));
  }

  private static List<String> missingComponents(String source) {
    Matcher record = RECORD.matcher(source);
    return record.find()
        ? COMPONENT
            .matcher(GENERICS.matcher(record.group(1)).replaceAll(""))
            .results()
            .map(component -> component.group(1))
            .filter(name -> !source.substring(0, record.start()).contains("@param " + name + " "))
            .toList()
        : List.of();
  }
}
