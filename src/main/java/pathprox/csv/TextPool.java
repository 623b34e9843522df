package pathprox.csv;

/** Texts of cells, of which those that come again soon are the same object. */
final class TextPool {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 100;

  private final String[] recent = new String[SLOTS];

  String of(char[] text, int from, int to) {
    if (to - from > LONGEST) {
      return new String(text, from, to - from);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 12) & SLOTS - 1;
    String known = recent[slot];
    if (known == null || !isSame(known, text, from, to)) {
      known = new String(text, from, to - from);
      recent[slot] = known;
    }
    return known;
  }

  private static boolean isSame(String known, char[] text, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
