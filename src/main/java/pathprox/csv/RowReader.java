package pathprox.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import pathprox.io.BadFile;

/**
 * Takes a text apart into rows and cells by the rules of RFC 4180, with any separator and any line
 * ends; a blank as separator is any run of blanks and tabs. Numbers go to their column while they
 * are looked at, so that most signs are looked at once.
 */
final class RowReader {
  private static final int BLOCK = 1 << 16;

  /** Takes cells as they come; the text is only lent. */
  interface Cells {
    /** Takes a number that begins there, with a sign after it: the index of that sign, or −1. */
    default int number(int column, char[] text, int from, int to) {
      return -1;
    }

    /** Takes any cell, without the blanks around it. */
    void cell(int column, char[] text, int from, int to, boolean isQuoted);

    /** All cells of the row that begins in that line were given; whether more are wanted. */
    boolean endRow(int count, long line) throws IOException;

    /** The most characters of a cell, which is what a quote that is never closed may cost. */
    int longestCell();

    /** A line of nothing but blanks. */
    default void blankLine() {}
  }

  private final Reader in;
  private final char separator;
  private final boolean isRun;
  private final Cells cells;
  private char[] text = new char[BLOCK];

  /** Where the cell begins, the next character, and the end of those that were read. */
  private int from;

  private int at;
  private int end;
  private long line = 1;

  private RowReader(Reader in, char separator, Cells cells) {
    this.in = in;
    this.separator = separator;
    isRun = separator == ' ';
    this.cells = cells;
  }

  /**
   * Reads all rows, or as many as are wanted, and closes the text.
   *
   * @throws IOException if the text cannot be read, a row is refused, or a quote is not closed
   */
  static void read(Reader text, char separator, Cells cells) throws IOException {
    try (text) {
      RowReader rows = new RowReader(text, separator, cells);
      boolean isWanted = true;
      while (isWanted && rows.isMore()) {
        isWanted = rows.row();
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
    if (end == text.length) {
      String message = "line %s: a cell has more than %s characters; is a quote (\") not closed?";
      BadFile.unless(end < cells.longestCell(), message, line, cells.longestCell());
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int count = in.read(text, end, text.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  private boolean row() throws IOException {
    long first = line;
    boolean isWanted = true;
    skipBlanks();
    if (at == end || isLineEnd(text[at])) {
      cells.blankLine();
    } else {
      int column = 0;
      do {
        int next = cells.number(column, text, at, end);
        if (next < 0) {
          cell(column);
        } else {
          at = next;
        }
        column++;
      } while (passSeparator());
      isWanted = cells.endRow(column, first);
    }
    if (at < end) {
      endLine();
    }
    return isWanted;
  }

  private boolean passSeparator() throws IOException {
    if (at == end || !isSeparator(text[at])) {
      return false;
    }
    at++;
    if (!isRun) {
      return true;
    }
    from = at;
    skipBlanks();
    return at < end && !isLineEnd(text[at]);
  }

  private void skipBlanks() throws IOException {
    while ((at < end || fill())
        && isBlank(text[at])
        && (isRun ? !isLineEnd(text[at]) : !isCellEnd(text[at]))) {
      at++;
    }
  }

  private void endLine() throws IOException {
    boolean isReturn = text[at++] == '\r';
    line++;
    if (isReturn && isMore() && text[at] == '\n') {
      at++;
    }
  }

  private boolean isSeparator(char c) {
    return c == separator || isRun && c == '\t';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private boolean isCellEnd(char c) {
    return isSeparator(c) || isLineEnd(c);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' && c != 0 || c == '\u00A0';
  }

  /** Gives one cell to the columns and stops at the sign after it, or at the end of the text. */
  private void cell(int column) throws IOException {
    from = at;
    skipBlanks();
    if (at < end && text[at] == '"') {
      quoted(column);
      return;
    }
    while ((at < end || fill()) && !isCellEnd(text[at])) {
      at++;
    }
    give(column, at, false);
  }

  private void give(int column, int stop, boolean isQuoted) {
    int first = from;
    int last = stop;
    while (first < last && isBlank(text[first])) {
      first++;
    }
    while (last > first && isBlank(text[last - 1])) {
      last--;
    }
    cells.cell(column, text, first, last, isQuoted);
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
    if (!isRun) {
      skipBlanks();
    }
    String more =
        "is closed before the cell ends: write quotes inside of a cell twice, and close it";
    boolean isEnd = at == end && !fill() || isCellEnd(text[at]);
    requireQuote(isEnd, opened, column, more);
    give(column, from + size, true);
  }

  private static void requireQuote(boolean holds, long opened, int column, String problem)
      throws IOException {
    if (!holds) {
      String message = "line %s, cell %s: the quote (\") that opens here %s";
      throw new IOException(message.formatted(opened, column + 1, problem));
    }
  }
}
