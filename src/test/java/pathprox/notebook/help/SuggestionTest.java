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
    for (String name : List.of("csv", "data", "loss", "method", "model", "network", "training")) {
      shell.eval("import pathprox." + name + ".*;");
    }
    shell.eval("import static pathprox.notebook.help.Help.*;");
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
        "for (i = 0; i < 3; i++) { } | A new variable is declared by var: var i = …",
        "str = 3 | A new variable is declared by var: var str = …",
        "PathProx.of(1e-3, momentum=0.9) | Java has no named arguments: the value stands alone, or a method with… takes it, such as withMomentum(double) of PathProx.",
        "Trainer.with(\\n  iterations=200) | Java has no named arguments: the value stands alone, or a method with… takes it, such as withIterations(int) of TrainingOptions.",
        "PathProx.of(Math.abs(1), lambda=1e-3) | Java has no named arguments: the value stands alone, or a method with… takes it.",
        "help(PathProx) | PathProx is a class: doc(\"PathProx\") explains it.",
        "doc(PathProx); | PathProx is a class: doc(\"PathProx\") explains it.",
        "help | In Java, help is help().",
        "PathProx(1e-3) | PathProx is made by PathProx.of(double), PathProx.recommended(double).",
        "Trainer() | Trainer is made by Trainer.with(TrainingOptions).",
        "Dense(3) | Dense is made by new Dense(int, int).",
        "SafetensorsFile.of(3) | SafetensorsFile is not imported: import pathprox.io.SafetensorsFile;",
        "int a = 3\\nint b = 4 | A line that is not the last ends with a semicolon.",
        "'hello' | A text stands in double quotes: \"text\".",
        "# a comment | A comment starts with //.",
        "range(3) | In Java, range is for (int i = 0; i < n; i++) { ... }.",
        "str(3) | In Java, str is String.valueOf(value).",
        "pd.read_csv(\"x.csv\") | In Java, pd is CsvFile.read(\"table.csv\").table().",
        "plt.plot(3) | In Java, plt is Curves, say Curves.objective(table).",
        "Minst.subset(100) | Perhaps Mnist?",
        "data.trian() | Split has no trian. Perhaps train()?",
        "Architecture.mpl(2, 3) | Architecture has no mpl. Perhaps Architecture.mlp(int[])?",
        "Int i = 3; | In Java, Int is int.",
        "for x in data: print(x) | This is Python; help() shows how it is said in Java."
      })
  void of_mistake_namesWhatIsMeant(String code, String expected) {
    assertEquals(Optional.of(expected), suggestion(code.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import math",
        "lambda x: x",
        "try:\n  x = 3",
        "elif x > 3:",
        "while (x > 3):",
        "with open(\"f\") as f:",
        "print(f\"{x}\")",
        "3 ** 2",
        "int(\"3\")",
        "x is None",
        "class Foo(Bar):"
      })
  void of_python_isCalledSo(String code) {
    assertEquals(
        Optional.of("This is Python; help() shows how it is said in Java."), suggestion(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy",
        "\"text\".shape",
        "new java.util.ArrayList(1, 2)",
        "int n = \"3\";",
        "Math.max(1)",
        "class Foo(int a) { }",
        "for (var x :\n  unknown) { }",
        "if (unknown = 3) { }",
        "Point p = null;",
        "String s = \"a ** b\" + \" if\" + unknown; // int(x)"
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
