package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a kernel: src/test/kernel, as JJava's own is not among the test's libraries. */
class TypingHelpTest {
  /** Signatures as JShell 17 writes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pathprox.method.PathProx | PathProx",
        "trainer:pathprox.training.Trainer | Trainer",
        "pathprox.method.WeightDecay(double lambda) | WeightDecay.new",
        "AdaptivePathProx pathprox.method.PathProx.recommended(double lambda) | PathProx.recommended",
        "List<pathprox.data.Split> pathprox.data.Dataset.folds(int count, long seed) | Dataset.folds"
      })
  void name_signatureOfTheLibrary_isWhatDocTakes(String signature, String name) {
    assertEquals(Optional.of(name), TypingHelp.name(signature));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"int Math.max(int a, int b)", "x:int", "java.lang.String", "''"})
  void name_signatureOfOthers_isEmpty(String signature) {
    assertEquals(Optional.empty(), TypingHelp.name(signature));
  }
}
