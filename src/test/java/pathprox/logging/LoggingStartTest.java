package pathprox.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pathprox.network.Architecture;

class LoggingStartTest {
  /** Those that get arrays, or are loaded after a class that has started the logging. */
  private static final Set<String> LATER =
      Set.of(
          "Arena",
          "Checkpoint",
          "Compaction",
          "ConstantOutputs",
          "Dataset",
          "Matrix",
          "Network",
          "Pixels",
          "Rescaling",
          "Standardization");

  /** A program that uses the library, as those do that have no log. */
  static final class Program {
    public static void main(String[] arguments) {
      System.out.println(Architecture.mlp(2, 3, 1).initialize(1).outputs(new double[] {1, 2})[0]);
    }
  }

  @Test
  void programWithoutProvider_startsWithoutAWord() throws Exception {
    assertEquals("", errors("-Dunused=1"));
  }

  @Test
  void programThatWantsToKnow_isToldWhatSlf4jSays() throws Exception {
    assertTrue(errors("-Dslf4j.internal.verbosity=INFO").contains("No SLF4J providers"));
  }

  @Test
  void start_afterIt_leavesNoProperty() {
    LoggingStart.quietly();
    assertNull(System.getProperty("slf4j.internal.verbosity"));
  }

  @Test
  void classesThatMayBeTheFirstToLoadNd4j_startTheLogging() throws IOException {
    Set<String> silent = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains(".factory.Nd4j;") && !source.contains("LoggingStart.quietly()")) {
          silent.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertEquals(new TreeSet<>(LATER), silent);
  }

  private static String errors(String option) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.contains("slf4j-nop"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        Runtime.version().feature() < 24
            ? List.of()
            : List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.of(
                Stream.of(java, option),
                options.stream(),
                Stream.of("-cp", classPath, Program.class.getName()))
            .flatMap(it -> it)
            .toList();
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String errors = new String(process.getErrorStream().readAllBytes());
    assertEquals(0, process.waitFor(), errors);
    return errors;
  }
}
