package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.csv.CsvFile;

class MistakesTest {
  @Test
  void make_mistake_isToldWithoutTheFolder() {
    Mistakes mistakes =
        Mistakes.none().make("a short row", () -> CsvFile.read(Mistakes.file("a,b", "1,2", "3")));

    assertEquals(1, mistakes.refused());
    assertTrue(
        mistakes.toString().startsWith("a short row\n    broken.csv: line 3"), "" + mistakes);
    assertTrue(mistakes.toString().lines().allMatch(line -> line.length() <= 106), "" + mistakes);
  }

  @Test
  void make_noMistake_isNotCountedAsRefused() {
    Mistakes mistakes = Mistakes.none().make("nothing wrong", () -> 7);

    assertEquals(0, mistakes.refused());
    assertEquals("nothing wrong\n    no complaint, but 7", mistakes.toString());
  }
}
