package pathprox.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Words that stand for a missing value when they fill a cell, by number; the empty word is always
 * one of them.
 *
 * @param all in columns of numbers, truths and dates
 * @param inTexts how many of them, from the first, mean the same among texts
 * @param haveNumbers whether some of them are numbers
 * @param starts the first characters of all that are not empty; most cells begin with another one
 */
record Words(List<String> all, int inTexts, boolean haveNumbers, BitSet starts) {
  /** Beyond these, a column of texts has a category of that name more often than a gap. */
  private static final List<String> EVERYWHERE =
      List.of("", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "?");

  private static final List<String> AMONG_NUMBERS = List.of("None", "-", "*", ".");

  static Words usual() {
    List<String> all = new ArrayList<>(EVERYWHERE);
    all.addAll(AMONG_NUMBERS);
    return new Words(List.copyOf(all), EVERYWHERE.size(), false, starts(all));
  }

  static Words of(List<String> chosen) {
    List<String> all = new ArrayList<>(List.of(""));
    chosen.stream().map(String::strip).filter(word -> !all.contains(word)).forEach(all::add);
    boolean haveNumbers = all.stream().anyMatch(NumberScanner::isNumber);
    return new Words(List.copyOf(all), all.size(), haveNumbers, starts(all));
  }

  private static BitSet starts(List<String> words) {
    BitSet starts = new BitSet();
    words.stream().filter(word -> !word.isEmpty()).forEach(word -> starts.set(word.charAt(0)));
    return starts;
  }

  /** {@return the number of the word that a cell is, or −1} */
  int find(char[] text, int from, int to) {
    if (from < to && !starts.get(text[from])) {
      return -1;
    }
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i);
      if (word.length() == to - from && startsWith(word, text, from)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(String word, char[] text, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (text[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether a cell is a word, given in small letters, in small or large ones} */
  static boolean same(String word, char[] text, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
