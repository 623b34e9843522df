package pathprox.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import pathprox.io.BadFile;

/**
 * Takes a text apart into rows and cells by the rules of RFC 4180, with any separator and any line
 * ends; blanks around a cell in quotes are no part of it. Numbers go to their column while they are
 * looked at, so that most signs are looked at once.
 */
final class RowReader {
  private static final int BLOCK = 1 << 16;

  /** What a quote that is never closed may cost. */
  private static final int LONGEST_CELL = 1 << 24;

  /** Takes cells as they come; the text is only lent. */
  interface Cells {
    /**
     * Takes numbers that stand there one after the other, from a column on, each with a sign after
     * it; how many there are.
     */
    int numbers(int column, char[] text, int from, int to);

    /** The index of the sign after the last of them. */
    int afterNumbers();

    void cell(int column, char[] text, int from, int to, boolean isQuoted);

    /** All cells of the row that begins in that line were given. */
    void endRow(int count, long line) throws IOException;

    /** A line without any character. */
    void emptyLine();
  }

  private final Reader in;
  private final char separator;
  private final Cells cells;
  private char[] text = new char[BLOCK];

  /** Where the cell begins, the next character, and the end of those that were read. */
  private int from;

  private int at;
  private int end;
  private long line = 1;

  private RowReader(Reader in, char separator, Cells cells) {
    this.in = separator == ' ' ? new BlankRuns(in) : in;
    this.separator = separator == ' ' ? BlankRuns.SIGN : separator;
    this.cells = cells;
  }

  /**
   * Reads all rows and closes the text.
   *
   * @throws IOException if the text cannot be read, a row is refused, or a quote is not closed
   */
  static void read(Reader text, char separator, Cells cells) throws IOException {
    try (text) {
      RowReader rows = new RowReader(text, separator, cells);
      while (rows.isMore()) {
        rows.row();
      }
    }
  }

  private boolean isMore() throws IOException {
    from = at;
    return at < end || fill();
  }

  /** Reads on, and moves what there is of the cell to the start; false at the end of the text. */
  private boolean fill() throws IOException {
    System.arraycopy(text, from, text, 0, end - from);
    at -= from;
    end -= from;
    from = 0;
    if (text.length - end < BlankRuns.LEAST) {
      String message = "line %s: a cell has more than %s characters; is a quote (\") not closed?";
      BadFile.unless(end < LONGEST_CELL, message, line, LONGEST_CELL);
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int count = in.read(text, end, text.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  private void row() throws IOException {
    long first = line;
    if (isLineEnd(text[at])) {
      endLine();
      cells.emptyLine();
      return;
    }
    int column = 0;
    boolean isLast = false;
    while (!isLast) {
      int numbers = cells.numbers(column, text, at, end);
      if (numbers > 0) {
        column += numbers;
        at = cells.afterNumbers();
      } else {
        cell(column++);
      }
      isLast = at == end || text[at] != separator;
      if (!isLast) {
        at++;
      }
    }
    cells.endRow(column, first);
    if (at < end) {
      endLine();
    }
  }

  private void endLine() throws IOException {
    boolean isReturn = text[at++] == '\r';
    line++;
    if (isReturn && isMore() && text[at] == '\n') {
      at++;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Gives one cell to the columns and stops at the sign after it, or at the end of the text. */
  private void cell(int column) throws IOException {
    from = at;
    boolean isBlank = true;
    while (at < end || fill()) {
      char c = text[at];
      if (c == separator || isLineEnd(c)) {
        break;
      }
      if (isBlank && c == '"') {
        quoted(column);
        return;
      }
      isBlank &= c <= ' ';
      at++;
    }
    cells.cell(column, text, from, at, false);
  }

  /** Writes what is between the quotes over the first of them, with each two as one. */
  private void quoted(int column) throws IOException {
    long opened = line;
    from = at;
    at++;
    int size = 0;
    boolean isOpen = true;
    char before = 0;
    while (isOpen) {
      requireQuote(at < end || fill(), opened, column, "is never closed: close it");
      char c = text[at++];
      if (c == '"') {
        isOpen = (at < end || fill()) && text[at] == '"';
        at += isOpen ? 1 : 0;
      } else if (c == '\r' || c == '\n' && before != '\r') {
        line++;
      }
      before = c;
      text[from + size] = c;
      size += isOpen ? 1 : 0;
    }
    while ((at < end || fill())
        && text[at] <= ' '
        && text[at] != separator
        && !isLineEnd(text[at])) {
      at++;
    }
    boolean isEnd = at == end || text[at] == separator || isLineEnd(text[at]);
    String more =
        "is closed before the cell ends: write quotes inside of a cell twice, and close it";
    requireQuote(isEnd, opened, column, more);
    cells.cell(column, text, from, from + size, true);
  }

  private void requireQuote(boolean holds, long opened, int column, String problem)
      throws IOException {
    if (!holds) {
      String message = "line %s, cell %s: the quote (\") that opens here %s";
      throw new IOException(message.formatted(opened, column + 1, problem));
    }
  }
}
