package pathprox.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pathprox.io.BadFile;

/**
 * The names of the columns, all different and none empty.
 *
 * @param names one for each column
 * @param notes what was done to get there
 */
record Header(List<String> names, List<String> notes) {
  /** {@return the names in a line, completed; a name that stands there twice is refused} */
  static Header of(List<String> cells, long line) throws IOException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty() && !seen.add(cell)) {
        throw new IOException(
            ("line %s: columns %s and %s are both called '%s': rename one; or, if that line holds"
                    + " data and no names, read it with CsvOptions.guess().withoutHeader()")
                .formatted(line, cells.indexOf(cell) + 1, i + 1, cell));
      }
    }
    return different(cells);
  }

  /** Tablesaw finds columns without looking at capital letters. */
  private static Header different(List<String> cells) {
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
      } else if (taken.contains(cell)) {
        name = free(cell + "_2", used);
        notes.add(
            ("column %s, '%s' in the file, is called '%s': another one differs only by capital"
                    + " letters, which Tablesaw does not tell apart")
                .formatted(i + 1, cell, name));
      }
      used.add(name);
      taken.add(name);
      names.add(name);
    }
    if (!unnamed.isEmpty()) {
      String called = "columns without a name in the file are called by their number: ";
      notes.add(called + Notes.quoted(unnamed));
    }
    return new Header(names, notes);
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
    return given.isEmpty()
        ? new Header(different(Collections.nCopies(count, "")).names(), List.of())
        : new Header(given, List.of());
  }
}
