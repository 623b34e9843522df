package pathprox.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that stand for a missing value when they fill a cell, each with its index; the empty word
 * has 0.
 *
 * @param all in columns of numbers, truths and dates
 * @param inTexts how many of them, from the first, mean the same among texts
 * @param indexes of all
 * @param haveNumbers whether some of them are numbers
 */
record MissingWords(
    List<String> all, int inTexts, Map<String, Integer> indexes, boolean haveNumbers) {
  /** Beyond these, a column of texts has a category of that name more often than a gap. */
  private static final List<String> EVERYWHERE =
      List.of("NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "?");

  private static final List<String> AMONG_NUMBERS =
      List.of(
          "None",
          "none",
          "-",
          "--",
          "---",
          "*",
          ".",
          "…",
          "n.a.",
          "N.A.",
          "k.A.",
          "k. A.",
          "unknown",
          "unbekannt",
          "missing",
          "#DIV/0!",
          "#VALUE!",
          "#REF!");

  /** {@return the chosen words, or else the usual ones} */
  static MissingWords of(Optional<List<String>> chosen) {
    Map<String, Integer> indexes = new HashMap<>(Map.of("", 0));
    List<String> all = new ArrayList<>(List.of(""));
    add(chosen.orElse(EVERYWHERE), all, indexes);
    int inTexts = all.size();
    add(chosen.isPresent() ? List.of() : AMONG_NUMBERS, all, indexes);
    boolean haveNumbers = all.stream().anyMatch(CellForms::isNumber);
    return new MissingWords(all, inTexts, indexes, haveNumbers);
  }

  private static void add(List<String> words, List<String> all, Map<String, Integer> indexes) {
    for (String word : words) {
      if (indexes.putIfAbsent(word.strip(), all.size()) == null) {
        all.add(word.strip());
      }
    }
  }
}
