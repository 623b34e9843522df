package pathprox.notebook.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what the compiler of the JDK that runs the test says. */
class SuggestionTest {
  private static JShell shell;

  @BeforeAll
  static void openShell() {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    for (String name : List.of("csv", "data", "loss", "method", "model", "training")) {
      shell.eval("import pathprox." + name + ".*;");
    }
    shell.eval("import java.nio.file.*;");
    shell.eval("Split data = null;");
    shell.eval("Trainer trainer = null;");
  }

  @AfterAll
  static void closeShell() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new PathProx(1e-3) | PathProx is made by PathProx.of(double), PathProx.recommended(double).",
        "new Trainer() | Trainer is made by Trainer.with(TrainingOptions).",
        "PathProx.recomended(1e-3) | PathProx has no recomended. Perhaps PathProx.recommended(double)?",
        "pathprox(1e-3) | Perhaps PathProx? PathProx is made by PathProx.of(double), PathProx.recommended(double).",
        "Pathprox.of(1e-3) | Perhaps PathProx? PathProx is made by PathProx.of(double), PathProx.recommended(double).",
        "PathProx.of(1e-3).withMomentum=0.9 | withMomentum is a method of PathProx: withMomentum(double)",
        "PathProx.momentum | momentum is a method of PathProx: momentum()",
        "PathProx.withMomentum(0.9) | withMomentum is called on a value, not on PathProx. PathProx is made by PathProx.of(double), PathProx.recommended(double).",
        "Trainer.train(1, 2) | train is called on a value, not on Trainer. Trainer is made by Trainer.with(TrainingOptions).",
        "trainer.fit(null, data) | Trainer has no fit. Perhaps train(Network, TrainingData, Method)?",
        "data.shape | Split has no shape. Perhaps test().features(), train().features(), trainingSet().features()?",
        "int n(Dataset all) { return all.shape(); } | Dataset has no shape. Perhaps features(), inputs(), sampleShape(), size(), withSampleShape(int[])?",
        "Model.fit(\"x.csv\", \"y\") | CsvFile is made by CsvFile.read(String), CsvFile.read(String, CsvOptions).",
        "Path path = \"x.csv\"; | Path.of(text) makes a Path of a String.",
        "String text = Path.of(\"x.csv\"); | path.toString() makes a String of a Path.",
        "print(data) | In Java, print is System.out.println(value), or the value in the last line, without a semicolon.",
        "x = 3 | A new variable is declared by var: var x = …",
        "for x in data: print(x) | This is Python; help() shows how it is said in Java."
      })
  void of_mistake_namesWhatIsMeant(String code, String expected) {
    assertEquals(Optional.of(expected), suggestion(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy",
        "\"text\".shape",
        "new java.util.ArrayList(1, 2)",
        "int n = \"3\";",
        "Math.max(1)"
      })
  void of_mistakeOfAnotherKind_isEmpty(String code) {
    assertEquals(Optional.empty(), suggestion(code));
  }

  private static Optional<String> suggestion(String code) {
    Snippet refused = shell.eval(code).get(0).snippet();
    List<Diag> faults = shell.diagnostics(refused).toList();
    assertTrue(!faults.isEmpty(), code);
    Diag fault = faults.get(0);
    return Suggestion.of(
        fault.getMessage(Locale.ROOT),
        refused.source(),
        (int) fault.getStartPosition(),
        (int) fault.getEndPosition());
  }
}
