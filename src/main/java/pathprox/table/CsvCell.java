package pathprox.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pathprox.io.BadFile;

/** A cell of a CSV file, without its quotes. */
record CsvCell(String text, boolean isQuoted) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final String SEMICOLONS =
      "the file has semicolons (;) between its cells: read it with CsvFile.read(file)";
  private static final Pattern INFINITE = Pattern.compile("[-+]?(?i:inf(inity)?)");
  private static final Set<String> UNDEFINED = Set.of("NaN", "nan");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,19}");

  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  boolean isMissing() {
    return text.isEmpty();
  }

  /** The least long is Tablesaw's sign of a missing one, as the least int is. */
  boolean isLong() {
    if (!WHOLE.matcher(text).matches()) {
      return false;
    }
    try {
      return Long.parseLong(text) != Long.MIN_VALUE;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  boolean isInt() {
    return isLong() && Math.abs(Long.parseLong(text)) <= Integer.MAX_VALUE;
  }

  boolean isNumber() {
    return NUMBER.matcher(text).matches()
        || INFINITE.matcher(text).matches()
        || UNDEFINED.contains(text);
  }

  boolean isTruth() {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  /** {@return the number, NaN for one that is missing in the words of other programs} */
  double number() {
    if (UNDEFINED.contains(text)) {
      return Double.NaN;
    }
    if (!INFINITE.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /**
   * Takes a text apart by the rules of RFC 4180; each row is as long as the first. Blank lines at
   * the end are no rows, except for one column, where they are missing values.
   */
  static List<List<CsvCell>> rows(String text) throws IOException {
    List<List<CsvCell>> rows = new ArrayList<>();
    int at = 0;
    int last = text.stripTrailing().length();
    while (at < text.length() && (at < last || rows.isEmpty() || rows.get(0).size() == 1)) {
      List<CsvCell> row = new ArrayList<>();
      do {
        boolean isQuoted = at < text.length() && text.charAt(at) == '"';
        int end = isQuoted ? closed(text, at + 1, rows.size()) : unquotedEnd(text, at);
        String cell = isQuoted ? text.substring(at + 1, end - 1) : text.substring(at, end);
        row.add(new CsvCell(isQuoted ? cell.replace("\"\"", "\"") : cell, isQuoted));
        at = end + 1;
      } while (at <= text.length() && text.charAt(at - 1) == ',');
      boolean isReturn = at < text.length() && text.startsWith("\r\n", at - 1);
      at += isReturn ? 1 : 0;
      rows.add(row);
      String message = "row %s has %s cells, the first has %s";
      int width = rows.get(0).size();
      BadFile.unless(row.size() == width || !hasSemicolon(rows.get(0)), SEMICOLONS);
      BadFile.unless(row.size() == width, message, rows.size(), row.size(), width);
    }
    boolean hasSemicolons = !rows.isEmpty() && rows.stream().allMatch(CsvCell::hasSemicolon);
    BadFile.unless(!hasSemicolons, SEMICOLONS);
    return rows;
  }

  /** {@return whether a row is one cell only as its cells have semicolons between them} */
  private static boolean hasSemicolon(List<CsvCell> row) {
    return row.size() == 1 && !row.get(0).isQuoted && row.get(0).text.indexOf(';') >= 0;
  }

  private static int unquotedEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The place after the quote that closes. */
  private static int closed(String text, int from, int row) throws IOException {
    int at = text.indexOf('"', from);
    while (at >= 0 && text.startsWith("\"\"", at)) {
      at = text.indexOf('"', at + 2);
    }
    BadFile.unless(at >= 0, "row %s has a quote (\") that is never closed", row + 1);
    boolean isEnd = at + 1 == text.length() || isEnd(text.charAt(at + 1));
    BadFile.unless(isEnd, "row %s has a quote (\") that is closed before its cell ends", row + 1);
    return at + 1;
  }

  private static boolean isEnd(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }
}
