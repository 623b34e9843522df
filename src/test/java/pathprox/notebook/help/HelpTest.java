package pathprox.notebook.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.method.PathProx;

class HelpTest {
  /** All of them, so that no comment of the library breaks a page. */
  @Test
  void doc_everyPublicClass_isAPageWithItsName() throws IOException {
    List<String> names = Sources.ofLibrary().names();

    for (String name : names) {
      HelpPage page = Help.doc(name);
      assertTrue(page.text().contains(name), page.text());
      assertFalse(page.text().matches("(?s).*(\\{@|</?(code|p|ul|li)>).*"), page.text());
    }
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      long all = files.filter(each -> each.getFileName().toString().endsWith(".java")).count();
      assertTrue(names.size() > all / 3, names.size() + " of " + all);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PathProx.recommended",
        "pathprox.method.PathProx.recommended",
        "PathProx.recommended("
      })
  void doc_method_isShownWithSignatureAndSentence(String name) {

    HelpPage page = Help.doc(name);

    assertTrue(page.text().startsWith("PathProx.recommended(double lambda) → AdaptivePathProx"));
    assertTrue(page.html().contains("returns the method to start with, for λ = "), page.html());
  }

  @Test
  void doc_class_isThatOfItsName() {
    assertEquals(Help.doc("PathProx"), Help.doc(PathProx.class));
  }

  @ParameterizedTest
  @CsvSource({
    "Pathprox2, PathProx",
    "Dateset, Dataset",
    "Trainer.resme, resume",
    "Trainer.trian, train",
    "CSV, CsvFile",
    "Dataset.shape, sampleShape"
  })
  void doc_wrongName_namesTheOneThatIsMeant(String asked, String meant) {
    String text = Help.doc(asked).text();

    assertTrue(text.startsWith("There is no ") && text.contains(meant), text);
  }

  /** Checkpoint has point, though not as a word. */
  @ParameterizedTest
  @ValueSource(strings = {"qqqqqqqq", "Point"})
  void doc_nameLikeNoOther_suggestsNothing(String name) {
    assertEquals("There is no class " + name + " in the library.", Help.doc(name).text());
  }

  /** Kitten and sitting: three changes, the usual example of this distance; then swaps. */
  @ParameterizedTest
  @CsvSource({"kitten, Sitting, 3", "Minst, Mnist, 1", "mpl, mlp, 1", "abcd, badc, 2", "'', ab, 2"})
  void distance_words_isNumberOfChangesAndSwaps(String first, String second, int expected) {
    assertEquals(expected, Help.distance(first, second));
  }

  @Test
  void help_table_hasBothLanguagesInEachLine() {
    String text = Help.help().text();

    assertTrue(text.contains("x = 3.0  var x = 3.0;"), text); // as the next line's %.3f needs
    assertTrue(text.contains("for x in values:  for (var x : values) { ... }"), text);
  }
}
