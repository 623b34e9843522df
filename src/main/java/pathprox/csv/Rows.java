package pathprox.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gives the cells of all rows to their columns, and counts what is left out. */
final class Rows implements RowReader.Cells {
  private final CsvOptions options;
  private final char separator;

  /** The separator as it stands in the text that is taken apart. */
  private final char sign;

  /** For each column what takes its cells, or null. */
  private final CsvColumn[] columns;

  private final LineMap lines = new LineMap();
  private final List<String> first = new ArrayList<>();
  private boolean isHeader;
  private boolean isHeaderQuoted;
  private long headerLine;
  private boolean isFilled;
  private int afterNumbers;
  private int rows;
  private int filledRows;
  private int blankLines;

  Rows(CsvOptions options, char separator, CsvColumn[] columns) {
    this.options = options;
    this.separator = separator;
    sign = separator == ' ' ? BlankRuns.SIGN : separator;
    this.columns = columns;
    isHeader = options.hasHeader();
  }

  @Override
  public int numbers(int column, char[] text, int from, int to) {
    int i = column;
    int at = from;
    while (!isHeader && i < columns.length && columns[i] != null) {
      while (at < to && text[at] == ' ') {
        at++;
      }
      int next = columns[i].addNumber(text, at, to, sign);
      if (next < 0) {
        break;
      }
      i++;
      afterNumbers = next;
      at = next + 1;
      if (text[next] != sign) {
        break;
      }
    }
    isFilled |= i > column;
    return i - column;
  }

  @Override
  public int afterNumbers() {
    return afterNumbers;
  }

  @Override
  public void cell(int column, char[] text, int from, int to, boolean isQuoted) {
    if (isHeader) {
      first.add(new String(text, from, to - from).strip());
      isHeaderQuoted |= isQuoted;
    } else if (column < columns.length && columns[column] != null) {
      columns[column].add(text, from, to);
    }
    isFilled = isFilled || isFilled(text, from, to);
  }

  private static boolean isFilled(char[] text, int from, int to) {
    int i = from;
    while (i < to && CsvColumn.isBlank(text[i])) {
      i++;
    }
    return i < to;
  }

  @Override
  public void endRow(int count, long line) throws IOException {
    boolean isBlank = count == 1 && !isFilled;
    if (isBlank && (isHeader || columns.length > 1)) {
      removeBlank();
    } else if (isHeader) {
      isHeader = false;
      headerLine = line;
    } else {
      if (count != columns.length) {
        throw new IOException(unequal(count, line));
      }
      rows = Math.addExact(rows, 1);
      filledRows = isFilled ? rows : filledRows;
      lines.add(rows, line);
    }
    isFilled = false;
  }

  private void removeBlank() {
    blankLines++;
    if (isHeader) {
      first.clear();
    } else if (columns[0] != null) {
      columns[0].removeEmptyRow();
    }
  }

  private String unequal(int count, long line) {
    String expected = options.hasHeader() ? "as line %s has".formatted(headerLine) : "as row 1 has";
    return ("line %s (row %s) has %s, expected %s, %s: put a cell that holds %s in quotes, write"
            + " all cells of a row, remove lines that are no part of the table, or name another"
            + " separator by CsvOptions.guess().withSeparator(';')")
        .formatted(
            line,
            rows + 1,
            count == 1 ? "1 cell" : count + " cells",
            columns.length,
            expected,
            separator == ' ' ? "blanks" : CsvOptions.named(separator));
  }

  @Override
  public void emptyLine() {
    blankLines++;
  }

  /** {@return the cells of the line with the names} */
  List<String> header() {
    return first;
  }

  boolean isHeaderQuoted() {
    return isHeaderQuoted;
  }

  long headerLine() {
    return headerLine;
  }

  /** {@return the rows up to the last that has a cell that is not empty} */
  int filledRows() {
    return filledRows;
  }

  int allRows() {
    return rows;
  }

  /** {@return how many rows of empty cells follow after that} */
  int emptyRows() {
    return rows - filledRows;
  }

  int blankLines() {
    return blankLines;
  }

  LineMap lines() {
    return lines;
  }
}
