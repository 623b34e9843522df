package pathprox.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pathprox.csv.FirstRows.Cell;

/** Says what was guessed, converted, left out and noticed. */
final class Notes {
  private static final int MOST_NAMES = 5;

  private final List<String> names;
  private final CsvColumn[] guessed;
  private final CsvColumn[] columns;
  private final Rows rows;
  private final MissingWords words;
  private final List<String> notes = new ArrayList<>();

  /** Notes on the columns that have names: as they were guessed, and as they are right. */
  Notes(
      List<String> names, CsvColumn[] guessed, CsvColumn[] columns, Rows rows, MissingWords words) {
    this.names = names;
    this.guessed = guessed;
    this.columns = columns;
    this.rows = rows;
    this.words = words;
  }

  List<String> all() {
    add(rows.blankLines(), "%s left out", counted(rows.blankLines(), "blank line"));
    String emptyRows = "%s left out, of empty cells at the end";
    add(rows.emptyRows(), emptyRows, counted(rows.emptyRows(), "row"));
    numbers();
    for (int word = 0; word < words.all().size(); word++) {
      int chosen = word;
      missing(word, i -> !isCategory(i, chosen), "taken as missing");
      missing(word, i -> isCategory(i, chosen), "kept as text, which withMissing(…) changes");
    }
    each(i -> columns[i].form() == Form.TEXT && guessed[i].otherCell() != null, this::firstText);
    return notes;
  }

  /** Adds notes on the line that was taken for the names. */
  void addHeader(List<Cell> cells, long line) {
    if (cells.stream().anyMatch(Cell::isQuoted)) {
      notes.add("names of columns were in quotes");
    }
    int[] numeric = found(i -> columns[i].form().isIn(Form.NUMBERS) && columns[i].hasValues());
    boolean isData = Arrays.stream(numeric).allMatch(i -> CellForms.isNumber(cells.get(i).text()));
    if (numeric.length > 0 && isData) {
      notes.add(
          "line %s, %s, was taken for the names of the columns though it looks like data: if it is,"
                  .formatted(line, quoted(cells.stream().map(Cell::text).toList()))
              + " read the file with CsvOptions.guess().withoutHeader(), or withNames(…)");
    }
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
        i -> columns[i].form() == Form.TEXT && Form.isAmbiguous(guessed[i].possible()),
        "texts, as 1,234 may be 1.234 or 1234: say which by withDecimalComma() or"
            + " withDecimalPoint()");
    named(i -> columns[i].form() == Form.DOTTED_DATE, "dates as 31.12.2020");
    named(i -> columns[i].form() == Form.DAY_FIRST, "dates as 31/12/2020");
    named(i -> columns[i].form() == Form.MONTH_FIRST, "dates as 12/31/2020");
    named(
        i -> columns[i].form() == Form.TEXT && Form.mayBeginWithDayOrMonth(guessed[i].possible()),
        "texts, as 3/4/2020 may be in March or in April");
    named(i -> !columns[i].hasValues(), "no value at all");
    each(i -> columns[i].rounded() > 0, this::roundedNumbers);
  }

  private String roundedNumbers(int column) {
    return "column '%s': %s rounded, being beyond the 17 digits or the range of a double, first in line %s"
        .formatted(
            names.get(column),
            counted(columns[column].rounded(), "number"),
            rows.lineOf(columns[column].firstRounded()));
  }

  private String firstText(int column) {
    String cell = guessed[column].otherCell();
    return "column '%s' has texts: '%s' in line %s is no number%s"
        .formatted(
            names.get(column),
            cell,
            rows.lineOf(guessed[column].otherRow()),
            cell.matches("0\\d+")
                ? " but a code with zeros before it"
                : "; if it means a missing value, say so by withMissing(…)");
  }

  private boolean isCategory(int column, int word) {
    return columns[column].form() == Form.TEXT && word >= words.inTexts();
  }

  private void missing(int word, IntPredicate chosen, String how) {
    int[] found = found(i -> count(i, word) > 0 && chosen.test(i));
    long all = Arrays.stream(found).mapToLong(i -> count(i, word)).sum();
    String name = word == 0 ? "empty cell" : "cell '" + words.all().get(word) + "'";
    String listed =
        listed(found, i -> String.format(Locale.ROOT, "%s %,d", names.get(i), count(i, word)));
    add(found.length, "%s %s: %s", counted(all, name), how, listed);
  }

  private int count(int column, int word) {
    return columns[column].missing(word) - (word == 0 ? rows.emptyRows() : 0);
  }

  private void named(IntPredicate chosen, String what) {
    int[] found = found(chosen);
    add(found.length, "%s: %s", what, listed(found, i -> "'" + names.get(i) + "'"));
  }

  /** A note for each of the first columns of some kind, and one that says how many more. */
  private void each(IntPredicate chosen, IntFunction<String> note) {
    int[] found = found(chosen);
    Arrays.stream(found).limit(MOST_NAMES).mapToObj(note).forEach(notes::add);
    int more = found.length - MOST_NAMES;
    add(more, "so it is with %,d more columns", more);
  }

  private int[] found(IntPredicate chosen) {
    return IntStream.range(0, names.size()).filter(chosen).toArray();
  }

  /** {@return the first words, and how many more there are} */
  static String quoted(List<String> words) {
    int[] all = IntStream.range(0, words.size()).toArray();
    return listed(all, i -> "'" + words.get(i) + "'");
  }

  private static String listed(int[] found, IntFunction<String> name) {
    String first =
        Arrays.stream(found).limit(MOST_NAMES).mapToObj(name).collect(Collectors.joining(", "));
    int more = found.length - MOST_NAMES;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** Says how many there were; the name begins with its noun, or an adjective and it. */
  private static String counted(long count, String name) {
    String names = count == 1 ? name : name.replaceFirst("(cell|line|row|number)", "$1s");
    return String.format(Locale.ROOT, "%,d %s %s", count, names, count == 1 ? "was" : "were");
  }

  private void add(int count, String format, Object... values) {
    if (count > 0) {
      notes.add(String.format(Locale.ROOT, format, values));
    }
  }
}
