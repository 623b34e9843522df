package pathprox.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import pathprox.io.BadFile;

/**
 * The names of the columns, all different and none empty.
 *
 * @param names one for each column
 * @param notes what was done to get there
 */
record Header(List<String> names, List<String> notes) {
  /**
   * {@return the names in a line, completed and made different by more than capital letters, which
   * Tablesaw does not tell apart; a name that stands there twice is refused}
   */
  static Header of(List<String> cells, long line) throws IOException {
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    used.addAll(cells);
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> names = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String name = cell;
      if (cell.isEmpty()) {
        name = free("c" + (i + 1), used);
        unnamed.add(name);
      } else if (!taken.add(cell)) {
        requireOnce(cells, i, line);
        name = free(cell + "_2", used);
        notes.add(
            "column %s, '%s' in the file, is called '%s': another one differs only by capital letters"
                .formatted(i + 1, cell, name));
      }
      used.add(name);
      names.add(name);
    }
    if (!unnamed.isEmpty()) {
      String called = "columns without a name in the file are called by their number: ";
      notes.add(called + Notes.quoted(unnamed));
    }
    return new Header(names, notes);
  }

  private static void requireOnce(List<String> cells, int index, long line) throws IOException {
    int first = cells.indexOf(cells.get(index));
    BadFile.unless(
        first == index,
        "line %s: columns %s and %s are both called '%s': rename one; or, if that line holds data"
            + " and no names, read it with CsvOptions.guess().withoutHeader()",
        line,
        first + 1,
        index + 1,
        cells.get(index));
  }

  private static String free(String wanted, Set<String> used) {
    String name = wanted;
    while (used.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** {@return the names that were given, or c1, c2 and so on} */
  static Header without(List<String> given, int count) throws IOException {
    BadFile.unless(
        given.isEmpty() || given.size() == count,
        "the first row has %s cells, but %s names were given: %s",
        count,
        given.size(),
        given);
    List<String> numbered = IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).toList();
    return new Header(given.isEmpty() ? numbered : given, List.of());
  }
}
