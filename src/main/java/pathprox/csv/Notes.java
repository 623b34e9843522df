package pathprox.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what was guessed, converted, left out and noticed. */
final class Notes {
  private static final int MOST_NAMES = 5;

  private final List<String> names;
  private final CsvColumn[] guessed;
  private final CsvColumn[] columns;
  private final Rows rows;
  private final CellReader cells;
  private final List<String> notes = new ArrayList<>();

  private Notes(
      List<String> names, CsvColumn[] guessed, CsvColumn[] columns, Rows rows, CellReader cells) {
    this.names = names;
    this.guessed = guessed;
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
  }

  static List<String> of(
      List<String> names, CsvColumn[] guessed, CsvColumn[] columns, Rows rows, CellReader cells) {
    Notes all = new Notes(names, guessed, columns, rows, cells);
    all.lines();
    all.numbers();
    all.missing();
    all.texts();
    return all.notes;
  }

  private void lines() {
    add(rows.blankLines(), "%s left out", counted(rows.blankLines(), "blank line"));
    String emptyRows = "%s left out, of empty cells at the end";
    add(rows.emptyRows(), emptyRows, counted(rows.emptyRows(), "row"));
    if (rows.isHeaderQuoted()) {
      notes.add("names of columns were in quotes");
    }
    looksLikeData();
  }

  /** Whether the names are numbers in all columns of numbers. */
  private void looksLikeData() {
    List<String> header = rows.header();
    int[] numeric =
        IntStream.range(0, columns.length)
            .filter(i -> columns[i].form().isNumber() && columns[i].hasValues())
            .toArray();
    boolean isData =
        !header.isEmpty()
            && numeric.length > 0
            && Arrays.stream(numeric).allMatch(i -> NumberScanner.isNumber(header.get(i)));
    if (isData) {
      notes.add(
          "line %s, %s, was taken for the names of the columns though it looks like data: if it is,"
                  .formatted(rows.headerLine(), quoted(header))
              + " read the file with CsvOptions.guess().withoutHeader(), or withNames(…)");
    }
  }

  /** {@return the first words, and how many more there are} */
  static String quoted(List<String> words) {
    List<String> first = words.subList(0, Math.min(MOST_NAMES, words.size()));
    return CsvOptions.quoted(first) + more(words.size());
  }

  private void numbers() {
    named(i -> columns[i].form() == Form.COMMA, "decimal comma");
    named(
        i -> columns[i].form() == Form.POINT_GROUPED,
        "commas, blanks or apostrophes between thousands were left out, points are decimal signs");
    named(
        i -> columns[i].form() == Form.COMMA_GROUPED,
        "points, blanks or apostrophes between thousands were left out, commas are decimal signs");
    named(
        i -> columns[i].form() == Form.TEXT && FormChoice.isAmbiguous(guessed[i].possible()),
        "texts, as 1,234 may be 1.234 or 1234: say which by withDecimalComma() or"
            + " withDecimalPoint()");
    named(i -> !columns[i].hasValues(), "no value at all");
    each(i -> columns[i].rounded() > 0, this::roundedNumbers);
  }

  private String roundedNumbers(int column) {
    return String.format(
        Locale.ROOT,
        "column '%s': %s rounded, being beyond the 17 digits or the range of a double, first in"
            + " line %,d",
        names.get(column),
        counted(columns[column].rounded(), "number"),
        rows.lines().lineOf(columns[column].firstRounded()));
  }

  private void texts() {
    each(i -> columns[i].form() == Form.TEXT && guessed[i].otherCell() != null, this::firstText);
  }

  private String firstText(int column) {
    String cell = guessed[column].otherCell();
    return String.format(
        Locale.ROOT,
        "column '%s' has texts: '%s' in line %,d is no number%s",
        names.get(column),
        cell,
        rows.lines().lineOf(guessed[column].otherRow()),
        cell.matches("0\\d+") ? " but a code with zeros before it" : "");
  }

  /** A note for each of the first columns of some kind, and one that says how many more. */
  private void each(IntPredicate chosen, IntFunction<String> note) {
    int[] found = IntStream.range(0, columns.length).filter(chosen).toArray();
    Arrays.stream(found).limit(MOST_NAMES).mapToObj(note).forEach(notes::add);
    int more = found.length - MOST_NAMES;
    add(Math.max(0, more), "so it is with %,d more columns", more);
  }

  private void missing() {
    List<String> words = cells.missing().all();
    for (int word = 0; word < words.size(); word++) {
      int chosen = word;
      if (IntStream.range(0, columns.length).noneMatch(i -> count(i, chosen) > 0)) {
        continue;
      }
      words(word, i -> !isCategory(i, chosen), "taken as missing");
      words(word, i -> isCategory(i, chosen), "kept as text, which withMissing(…) changes");
    }
  }

  private boolean isCategory(int column, int word) {
    return columns[column].form() == Form.TEXT && word >= cells.missing().inTexts();
  }

  private void words(int word, IntPredicate chosen, String how) {
    int[] found =
        IntStream.range(0, columns.length)
            .filter(i -> count(i, word) > 0 && chosen.test(i))
            .toArray();
    long all = Arrays.stream(found).mapToLong(i -> count(i, word)).sum();
    String name = word == 0 ? "empty cell" : "cell '" + cells.missing().all().get(word) + "'";
    add(found.length, "%s %s: %s", counted(all, name), how, listed(found, word));
  }

  private int count(int column, int word) {
    return columns[column].missing()[word] - (word == 0 ? rows.emptyRows() : 0);
  }

  private String listed(int[] found, int word) {
    String first =
        Arrays.stream(found)
            .limit(MOST_NAMES)
            .mapToObj(i -> String.format(Locale.ROOT, "%s %,d", names.get(i), count(i, word)))
            .collect(Collectors.joining(", "));
    return first + more(found.length);
  }

  private void named(IntPredicate chosen, String what) {
    int[] found = IntStream.range(0, columns.length).filter(chosen).toArray();
    List<String> listed = Arrays.stream(found).mapToObj(names::get).toList();
    add(found.length, "%s: %s", what, quoted(listed));
  }

  /** Says how many there were; the name begins with its noun, or an adjective and it. */
  private static String counted(long count, String name) {
    String names = count == 1 ? name : name.replaceFirst("(cell|line|row|number)", "$1s");
    return String.format(Locale.ROOT, "%,d %s %s", count, names, count == 1 ? "was" : "were");
  }

  private static String more(int count) {
    return count > MOST_NAMES ? " and " + (count - MOST_NAMES) + " more" : "";
  }

  private void add(int count, String format, Object... values) {
    if (count > 0) {
      notes.add(String.format(Locale.ROOT, format, values));
    }
  }
}
