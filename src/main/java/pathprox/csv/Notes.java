package pathprox.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  Notes(List<String> names, CsvColumn[] guessed, CsvColumn[] columns, Rows rows, CellReader cells) {
    this.names = names;
    this.guessed = guessed;
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
  }

  List<String> of(TextFile file, Charset charset, char separator, CsvOptions options) {
    notes.add(encoding(file, charset, options) + ", " + separated(separator, options));
    lines(options);
    numbers();
    missing();
    texts();
    return List.copyOf(notes);
  }

  private static String encoding(TextFile file, Charset charset, CsvOptions options) {
    String origin =
        options.encoding().isPresent()
            ? ", as said"
            : file.marked().isPresent()
                ? " by its byte order mark"
                : charset.name().equals("UTF-8") ? "" : ", guessed, as it is not UTF-8";
    return (file.isPacked() ? "unpacked by gzip, " : "") + "encoding " + charset.name() + origin;
  }

  private String separated(char separator, CsvOptions options) {
    String origin = options.separator().isPresent() ? ", as said" : ", guessed";
    return columns.length == 1 && options.separator().isEmpty()
        ? "one column: no separator was found"
        : "separated by " + CsvOptions.named(separator) + origin;
  }

  private void lines(CsvOptions options) {
    add(rows.blankLines(), "%,d blank lines were left out", rows.blankLines());
    add(rows.emptyRows(), "%,d rows of empty cells at the end were left out", rows.emptyRows());
    if (rows.isHeaderQuoted()) {
      notes.add("names of columns were in quotes");
    }
    looksLikeData(options);
  }

  /** Whether the names are numbers in all columns of numbers. */
  private void looksLikeData(CsvOptions options) {
    List<String> header = rows.header();
    int[] numeric =
        IntStream.range(0, columns.length)
            .filter(i -> columns[i].form().isNumber() && columns[i].hasValues())
            .toArray();
    boolean isData =
        options.hasHeader()
            && numeric.length > 0
            && Arrays.stream(numeric).allMatch(i -> isNumber(header.get(i)));
    if (isData) {
      notes.add(
          "line %s, %s, was taken for the names of the columns though it looks like data: if it is,"
                  .formatted(rows.headerLine(), CsvOptions.quoted(shortened(header)))
              + " read the file with CsvOptions.guess().withoutHeader(), or withNames(…)");
    }
  }

  private static List<String> shortened(List<String> cells) {
    return cells.subList(0, Math.min(MOST_NAMES, cells.size()));
  }

  private boolean isNumber(String text) {
    return !text.isEmpty() && cells.number().scan(text.toCharArray(), 0, text.length()) != 0;
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
    for (int i = 0; i < columns.length; i++) {
      CsvColumn column = columns[i];
      String message =
          "column '%s': %,d numbers are beyond the 17 digits or the range of a double and were"
              + " rounded, first in line %,d";
      long line = column.rounded() == 0 ? 0 : rows.lines().lineOf(column.firstRounded());
      add(column.rounded(), message, names.get(i), column.rounded(), line);
    }
  }

  private void texts() {
    for (int i = 0; i < columns.length; i++) {
      CsvColumn column = guessed[i];
      if (columns[i].form() == Form.TEXT && column.otherCell() != null) {
        notes.add(
            String.format(
                Locale.ROOT,
                "column '%s' has texts: '%s' in line %,d is no number%s",
                names.get(i),
                column.otherCell(),
                rows.lines().lineOf(column.otherRow()),
                column.otherCell().startsWith("0") ? " but a code with zeros before it" : ""));
      }
    }
  }

  private void missing() {
    List<String> words = cells.missing().all();
    for (int word = 0; word < words.size(); word++) {
      int chosen = word;
      if (IntStream.range(0, columns.length).noneMatch(i -> count(i, chosen) > 0)) {
        continue;
      }
      counted(word, i -> !isCategory(i, chosen), "taken as missing");
      counted(word, i -> isCategory(i, chosen), "kept as texts; withMissing(…) makes them missing");
    }
  }

  private boolean isCategory(int column, int word) {
    return columns[column].form() == Form.TEXT && word >= cells.missing().inTexts();
  }

  private void counted(int word, IntPredicate chosen, String how) {
    int[] found =
        IntStream.range(0, columns.length)
            .filter(i -> count(i, word) > 0 && chosen.test(i))
            .toArray();
    long all = Arrays.stream(found).mapToLong(i -> count(i, word)).sum();
    String name = word == 0 ? "empty cells" : "cells '" + cells.missing().all().get(word) + "'";
    add(found.length, "%,d %s were %s: %s", all, name, how, listed(found, word));
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
    String listed =
        CsvOptions.quoted(
            Arrays.stream(found).limit(MOST_NAMES).mapToObj(names::get).toList());
    add(found.length, "%s: %s%s", what, listed, more(found.length));
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
