package pathprox.csv;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;

/** Gives the cells of all rows to their columns, and counts what is left out. */
final class Rows implements RowReader.Cells {
  private final char separator;

  /** For each column what takes its cells, or null. */
  private final CsvColumn[] columns;

  private final LongArrayList lines = new LongArrayList();
  private boolean isHeader;
  private boolean isFilled;
  private int filledRows;
  private int blankLines;

  Rows(CsvColumn[] columns, char separator, boolean hasHeader) {
    this.columns = columns;
    this.separator = separator;
    isHeader = hasHeader;
  }

  @Override
  public int number(int column, char[] text, int from, int to) {
    if (isHeader || column >= columns.length || columns[column] == null) {
      return -1;
    }
    int next = columns[column].addNumber(text, from, to, separator);
    isFilled |= next >= 0;
    return next;
  }

  @Override
  public void cell(int column, char[] text, int from, int to, boolean isQuoted) {
    isFilled |= from < to;
    if (!isHeader && column < columns.length && columns[column] != null) {
      columns[column].add(text, from, to);
    }
  }

  @Override
  public boolean endRow(int count, long line) throws IOException {
    if (count != columns.length) {
      throw new IOException(unequal(count, line));
    }
    if (!isHeader) {
      lines.add(line);
      filledRows = isFilled ? lines.size() : filledRows;
    }
    isHeader = false;
    isFilled = false;
    return true;
  }

  private String unequal(int count, long line) {
    return ("line %s (row %s) has %s, expected %s, as the first row has: put a cell that holds %s"
            + " in quotes, write all cells of a row, remove lines that are no part of the table, or"
            + " name another separator by CsvOptions.guess().withSeparator(';')")
        .formatted(
            line,
            lines.size() + 1,
            count == 1 ? "1 cell" : count + " cells",
            columns.length,
            separator == ' ' ? "blanks" : CsvOptions.named(separator));
  }

  @Override
  public int longestCell() {
    return 1 << 24;
  }

  @Override
  public void blankLine() {
    blankLines++;
  }

  /** {@return the rows up to the last that has a cell that is not empty} */
  int filledRows() {
    return filledRows;
  }

  /** {@return how many rows of empty cells follow after that} */
  int emptyRows() {
    return lines.size() - filledRows;
  }

  int blankLines() {
    return blankLines;
  }

  /** {@return the line of each row, from 1} */
  LongArrayList lines() {
    return lines;
  }

  /** {@return the line of a row, both from 1} */
  long lineOf(int row) {
    return lines.getLong(row - 1);
  }
}
