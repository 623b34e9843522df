package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Java examples of the README and its pages as a notebook would, with fewer iterations.
 */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> examples_inANotebook_runWithoutError() throws IOException {
    List<String> examples = new ArrayList<>();
    for (String page : List.of("README.md", "docs/tour.md", "docs/benchmarks.md")) {
      EXAMPLE
          .matcher(Files.readString(Path.of(page)))
          .results()
          .forEach(match -> examples.add(match.group(1)));
    }
    assertEquals(9, examples.size());
    return examples.stream()
        .map(code -> DynamicTest.dynamicTest(code.lines().findFirst().orElse(""), () -> run(code)));
  }

  private void run(String code) throws IOException {
    String place = folder.toString().replace('\\', '/') + "/";
    String example =
        code.replace("4_000", "200")
            .replace("2_000", "200")
            .replace("data/penguins.csv", "notebooks/data/penguins.csv")
            .replace("penguins.safetensors", place + "penguins.safetensors")
            .replace("digits.onnx", place + "digits.onnx")
            .replace("\"runs\"", '"' + place + "runs\"");
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      Stream.of(CLASS_PATH.split(System.getProperty("path.separator")))
          .forEach(shell::addToClasspath);
      Installation.IMPORTS.forEach(name -> evaluate(shell, "import " + name + ";"));
      evaluate(shell, example);
    }
  }

  private static void evaluate(JShell shell, String code) {
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source())) {
        assertEquals(Snippet.Status.VALID, event.status(), next.source());
        assertEquals(null, event.exception(), next.source());
      }
      rest = next.remaining();
    }
  }
}
