package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import jdk.jshell.JShell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "int wait(Later result) { return 1; } |"
      })
  void text_snippet_isALineForEachFaultThatIsKnown(String code, String expected) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      var event = shell.eval(code).get(0);

      Optional<String> text = CompilerHelp.text(shell, event);

      assertEquals(Optional.ofNullable(expected).map(each -> each.replace("\\n", "\n")), text);
    }
  }
}
