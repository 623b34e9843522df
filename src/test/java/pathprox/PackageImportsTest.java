package pathprox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Imports point one way: each package may use those listed for it and no others. A package and one
 * inside of it, such as {@code notebook} and {@code notebook.view}, are two.
 */
class PackageImportsTest {
  private static final Path MAIN = Path.of("src/main/java/pathprox");

  /** What only builds with -Pspark have. */
  private static final Path SPARK = Path.of("src/spark/java/pathprox");

  private static final Pattern OWN =
      Pattern.compile("^import (?:static )?pathprox\\.([a-z.]+)\\.[A-Z]", Pattern.MULTILINE);
  private static final Pattern JUPYTER =
      Pattern.compile(
          "^import (static )?(org\\.dflib|io\\.github\\.spencerpark)\\.", Pattern.MULTILINE);

  private static final Pattern APACHE_SPARK =
      Pattern.compile("^import (static )?org\\.apache\\.spark\\.", Pattern.MULTILINE);

  private static final Pattern TABLESAW =
      Pattern.compile("^import (static )?tech\\.tablesaw\\.", Pattern.MULTILINE);

  /** Where tables and figures are made and read; all others are the core. */
  private static final Set<String> EDGE =
      Set.of(
          "csv",
          "data",
          "features",
          "table",
          "plot",
          "evaluation",
          "experiment",
          "model",
          "notebook.view");

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("logging", Set.of()),
          Map.entry("parallel", Set.of("logging")),
          Map.entry("matrix", Set.of("parallel")),
          Map.entry("network.running", Set.of("matrix")),
          Map.entry("network", Set.of("network.running", "matrix", "logging")),
          Map.entry("loss", Set.of("network", "matrix")),
          Map.entry("penalty", Set.of("network", "matrix")),
          Map.entry("csv", Set.of("io")),
          Map.entry("data", Set.of("csv", "io", "progress", "matrix", "logging")),
          Map.entry(
              "metrics", Set.of("loss", "penalty", "data", "network.running", "network", "matrix")),
          Map.entry(
              "certificate",
              Set.of("metrics", "loss", "penalty", "data", "network.running", "network", "matrix")),
          Map.entry(
              "method", Set.of("penalty", "network.running", "network", "matrix", "parallel")),
          Map.entry("features", Set.of("csv", "data", "io", "matrix", "plot", "logging")),
          Map.entry("progress", Set.of("io")),
          Map.entry(
              "training",
              Set.of(
                  "progress",
                  "method",
                  "certificate",
                  "metrics",
                  "loss",
                  "penalty",
                  "data",
                  "io",
                  "network.running",
                  "network",
                  "matrix")),
          Map.entry("io", Set.of("network", "matrix", "logging")),
          Map.entry(
              "table", Set.of("training", "io", "certificate", "metrics", "network", "matrix")),
          Map.entry("plot", Set.of("io")),
          Map.entry("evaluation", Set.of("plot", "matrix", "logging")),
          Map.entry(
              "experiment",
              Set.of(
                  "table",
                  "training",
                  "progress",
                  "method",
                  "metrics",
                  "data",
                  "network",
                  "matrix",
                  "parallel",
                  "plot")),
          Map.entry("notebook.help", Set.of()),
          Map.entry(
              "notebook.view",
              Set.of(
                  "logging",
                  "notebook.help",
                  "plot",
                  "progress",
                  "model",
                  "features",
                  "evaluation",
                  "experiment",
                  "table",
                  "training",
                  "certificate",
                  "metrics",
                  "data",
                  "network")),
          Map.entry(
              "model",
              Set.of(
                  "csv",
                  "experiment",
                  "evaluation",
                  "features",
                  "training",
                  "method",
                  "metrics",
                  "loss",
                  "data",
                  "io",
                  "network",
                  "matrix",
                  "plot")),
          Map.entry("onnx", Set.of("model", "features", "io", "network", "matrix")),
          Map.entry(
              "spark", Set.of("experiment", "training", "progress", "data", "matrix", "parallel")),
          Map.entry(
              "notebook", Set.of("notebook.help", "notebook.view", "progress", "parallel", "io")));

  @TestFactory
  Stream<DynamicTest> everyPackage_itsImports_pointOneWay() {
    return ALLOWED.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Set<String> used = used(entry.getKey());
                      used.removeAll(entry.getValue());
                      assertEquals(Set.of(), used, "imports against the arrow");
                    }));
  }

  @Test
  void everyFolder_isListedAndSaysItsJob() throws IOException {
    for (Path root : List.of(MAIN, SPARK)) {
      try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory).skip(1)) {
        for (Path folder : folders.toList()) {
          String name = root.relativize(folder).toString().replaceAll("[/\\\\]", ".");
          assertTrue(ALLOWED.containsKey(name), "unlisted: " + folder);
          assertTrue(Files.exists(folder.resolve("package-info.java")), "no job: " + folder);
        }
      }
    }
  }

  @Test
  void kernelClasses_areKnownToTheNotebookPackageAlone() throws IOException {
    for (String name : ALLOWED.keySet()) {
      assertEquals(
          name.equals("notebook"), JUPYTER.matcher(source(name)).find(), name + " and the kernel");
    }
  }

  @Test
  void tablesAndFigures_areKnownToTheEdgeAlone() throws IOException {
    for (String name : ALLOWED.keySet()) {
      assertEquals(EDGE.contains(name), TABLESAW.matcher(source(name)).find(), name);
      assertTrue(EDGE.contains(name) || !ALLOWED.get(name).contains("plot"), name);
    }
  }

  @Test
  void sparkClasses_areKnownToTheirPackageAlone() throws IOException {
    for (String name : ALLOWED.keySet()) {
      assertEquals(name.equals("spark"), APACHE_SPARK.matcher(source(name)).find(), name);
    }
  }

  private static Set<String> used(String name) throws IOException {
    Set<String> used = new TreeSet<>();
    Matcher matcher = OWN.matcher(source(name));
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    used.remove(name);
    return used;
  }

  private static String source(String name) throws IOException {
    Path root = name.equals("spark") ? SPARK : MAIN;
    try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(PackageImportsTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
