package pathprox.csv;

import java.util.Arrays;

/** The lines of a file at which its rows begin, as the places where a line is left out or more. */
final class LineMap {
  private int[] rows = new int[4];
  private long[] lines = new long[4];
  private int size;
  private int last;

  /** Says that a row, one more than the last, begins at that line. */
  void add(int row, long line) {
    last = row;
    if (size > 0 && lines[size - 1] - rows[size - 1] == line - row) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    rows[size] = row;
    lines[size++] = line;
  }

  /** {@return the line, from 1, of a row, which must have been added} */
  long lineOf(int row) {
    if (row < 1 || row > last) {
      throw new IllegalArgumentException("row must be 1 to " + last + ", was " + row);
    }
    int found = Arrays.binarySearch(rows, 0, size, row);
    int at = found >= 0 ? found : -found - 2;
    return lines[at] + row - rows[at];
  }
}
