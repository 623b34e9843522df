package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a kernel: src/test/kernel, as JJava's own is not among the test's libraries. */
class TypingHelpTest {
  /** Signatures as JShell writes them, that of version 17 first, then what 25 writes otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sgd | pathprox.method.Sgd | Sgd",
        "trainer | trainer:pathprox.training.Trainer | Trainer",
        "new Sgd( | pathprox.method.Sgd(double momentum) | Sgd.new",
        "PathProx.of( | AdaptivePathProx pathprox.method.PathProx.of(double a) | PathProx.of",
        "data.folds( | List<pathprox.data.Split> pathprox.data.Dataset.folds(int a) | Dataset.folds",
        "Digits.split( | Split Digits.split(long seed) | Digits.split",
        "Split | pathprox.data.Split(pathprox.data.Dataset train, Dataset test) | Split",
        "new Split( | Split(Dataset train, Dataset test)(Dataset train, Dataset test) | Split.new",
        "data.train( | Dataset Split(Dataset train, Dataset test).train() | Split.train",
      })
  void name_signatureOfTheLibrary_isWhatDocTakes(String typed, String signature, String name) {
    assertEquals(Optional.of(name), TypingHelp.name(signature, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"int Math.max(int a, int b)", "x:int", "java.lang.String", "''"})
  void name_signatureOfOthers_isEmpty(String signature) {
    assertEquals(Optional.empty(), TypingHelp.name(signature, "x"));
  }

  /** An emoji is one character to Jupyter and two to Java. */
  @ParameterizedTest
  @CsvSource({"😀 Data, 6, 7", "Data, 2, 2", "Data, 9, 4", "😀, 1, 2", "Data, -1, 0"})
  void letters_characters_areThoseOfJava(String code, int characters, int letters) {
    assertEquals(letters, TypingHelp.letters(code, characters));
  }
}
