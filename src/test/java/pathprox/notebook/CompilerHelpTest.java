package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a kernel: src/test/kernel, as JJava's own is not among the test's libraries. */
class CompilerHelpTest {
  private static final String PYTHON = "This is Python; help() shows how it is said in Java.";

  /** Each line once, though the compiler finds several faults in these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for x in data: pass | " + PYTHON,
        "import numpy as np | " + PYTHON,
        "1 + True + None | In Java, True is true.\\nIn Java, None is null.",
        "1 + unknown |",
        "1 + 1 |",
        "f = lambda x: x | " + PYTHON,
        "double f() { return Regularty.of(3).pathNorm(); } | There is no class Regularty yet: perhaps Regularity?",
        "record R(Tranier t) {} | There is no class Tranier yet: perhaps Trainer?",
        "Tranier t; | There is no class Tranier yet: perhaps Trainer?\\nt is now a variable of type Tranier, without a value.",
        "not data; | In Java, not is !value.\\ndata is now a variable of type not, without a value.",
        "del x; | There is no class del yet.\\nx is now a variable of type del, without a value.",
        "double g() { return later(1) + last; } |",
        "int wait(Later result) { return 1; } |"
      })
  void text_snippet_isALineForEachFaultThatIsKnown(String code, String expected) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      var event = shell.eval(code).get(0);

      Optional<String> text = CompilerHelp.text(shell, event);

      assertEquals(Optional.ofNullable(expected).map(each -> each.replace("\\n", "\n")), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new Trainer(3)", "Trainer.train()"})
  void text_ownClassNamedLikeOneOfTheLibrary_isEmpty(String code) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      var before = CompilerHelp.text(shell, shell.eval("Trainer()").get(0));
      shell.eval("class Trainer {}");

      var after = CompilerHelp.text(shell, shell.eval(code).get(0));

      assertTrue(before.isPresent());
      assertEquals(Optional.empty(), after);
    }
  }

  /** That of the class does not say again what is missing, nor that of what waits for it. */
  @Test
  void text_classThatWasMissing_isEmpty() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.eval("record Pair(Later one, Last two) {}");

      for (var event : shell.eval("class Later {}")) {
        assertEquals(Optional.empty(), CompilerHelp.text(shell, event));
      }
    }
  }
}
