package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticsTest {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** A plain Java program, on a class path of its own. */
  static final class Program {
    public static void main(String[] arguments) {
      PathProxIJava.install();
      System.out.print(Diagnostics.diagnostics());
    }
  }

  private static String reportWithout(String jars) throws IOException, InterruptedException {
    Pattern left = Pattern.compile(jars);
    String classPath =
        Stream.of(CLASS_PATH.split(File.pathSeparator))
            .filter(entry -> !left.matcher(entry).find())
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process program =
        new ProcessBuilder(java.toString(), "-cp", classPath, Program.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD) // where JDK 25 names jars
            .start();
    String report = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor(), report);
    return report;
  }

  @Test
  void diagnostics_noKernel_tellsTheRest() throws Exception {
    String report = reportWithout("jjava|basekernel");
    assertTrue(report.contains("kernel     none\n"), report);
    assertTrue(report.contains("ND4J       1.0.0"), report);
    assertTrue(report.matches("(?s).*OpenBLAS   \\d[^,]*, \\d+ threads\n.*"), report);
    assertTrue(report.contains("rendered   none\n"), report);
    assertTrue(report.endsWith("IllegalStateException: IJava is not running"), report);
  }

  @Test
  void diagnostics_noNativeCode_namesTheCommandThatMendsIt() throws Exception {
    String report = reportWithout("(openblas|nd4j-native)-[\\d.M-]+-[a-z]+-[\\w-]+\\.jar");
    assertTrue(report.matches("(?s).*OpenBLAS   \\d[^\n]* cannot be loaded: .*"), report);
    assertTrue(report.contains("; this may help: python3 environment/start.py --prepare"), report);
    assertFalse(report.contains(System.getProperty("user.home")), report);
  }

  @Test
  void diagnostics_manyFailures_keepsTheLastTwenty() {
    IntStream.range(0, 30)
        .forEach(i -> Diagnostics.addFailure("failure " + i, new IllegalStateException("broken")));
    List<String> failures = Diagnostics.diagnostics().failures();
    assertEquals(20, failures.size());
    assertTrue(failures.get(19).startsWith("failure 29"), failures.get(19));
  }

  @Test
  void settings_ownOnes_areShownUnlessTheyMayTellMore() {
    Properties properties = new Properties();
    properties.setProperty("pathprox.renderer", "html");
    properties.setProperty("java.home", "jdk");
    Map<String, String> environment =
        Map.of("PATHPROX_SEED", "1", "PATHPROX_CACHE", "/home/ada/cache", "HOME", "ada");
    assertEquals(
        "PATHPROX_CACHE=(set) PATHPROX_SEED=1 pathprox.renderer=html",
        Diagnostics.settings(environment, properties));
  }

  @Test
  void figuresAsHtml_switch_propertyBeforeEnvironment() {
    Map<String, String> html = Map.of("PATHPROX_RENDERER", "html");

    assertFalse(Installation.figuresAsHtml(null, Map.of()));
    assertTrue(Installation.figuresAsHtml(null, html));
    assertTrue(Installation.figuresAsHtml("html", Map.of()));
    assertFalse(Installation.figuresAsHtml("plotly", html));
  }

  @Test
  void figuresAsHtml_unknownWord_isReportedAndPassedOver() {
    assertFalse(Installation.figuresAsHtml("HTML4", Map.of()));

    List<String> failures = Diagnostics.diagnostics().failures();
    assertTrue(failures.get(failures.size() - 1).contains("was HTML4"));
  }

  record Message(String text, String shown) {}

  static Stream<Message> messages() {
    return Stream.of(
        new Message("no /home/ada/lib/libblas.so: open", "no …/libblas.so: open"),
        new Message("jar:file:/home/ada/a.jar!", "jar:file:…/a.jar!"),
        new Message("C:\\Users\\ada\\a.csv is missing", "…/a.csv is missing"),
        new Message("in " + System.getProperty("user.home") + "/x y/z", "in …/x y/z"),
        new Message("see https://docs.example/a/b", "see https://docs.example/a/b"),
        new Message("NoClassDefFoundError: tech/tablesaw/Table", null),
        new Message("a text/html, 1/2 and λ / 2", null));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void withoutFolders_message_keepsTheNameOfTheFile(Message message) {
    String expected = message.shown() == null ? message.text() : message.shown();
    assertEquals(expected, Diagnostics.withoutFolders(message.text()));
  }
}
