package pathprox.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import pathprox.io.BadFile;

/** The first rows of a file, from which its separator and the forms of its columns are guessed. */
final class FirstRows implements RowReader.Cells {
  /** How many characters tell the separator, and the forms. */
  static final int FOR_SEPARATOR = 1 << 12;

  static final int FOR_FORMS = 1 << 15;
  private static final int MOST = 100;
  private static final int FEWEST = 5;
  private static final int MOST_COLUMNS = 1 << 21;
  private static final Cell EMPTY = new Cell("", false);

  /** One cell of them. */
  record Cell(String text, boolean isQuoted) {}

  private final int enough;
  private final List<List<Cell>> rows = new ArrayList<>();
  private List<Cell> row = new ArrayList<>();
  private long firstLine;
  private int characters;
  private IOException mistake;

  private FirstRows(int enough) {
    this.enough = enough;
  }

  /** {@return the first rows, up to a mistake if there is one, and closes the text} */
  static FirstRows of(Reader text, char separator, int enough) {
    FirstRows first = new FirstRows(enough);
    try {
      RowReader.read(text, separator, first);
    } catch (IOException e) {
      // Perhaps a quote that only this separator leaves open; else reading all rows meets it too.
      first.mistake = e;
    }
    return first;
  }

  @Override
  public void cell(int column, char[] text, int from, int to, boolean isQuoted) {
    // A line of millions of separators, from a packed file of no size, must not cost much.
    if (column < MOST_COLUMNS) {
      row.add(from == to ? EMPTY : new Cell(new String(text, from, to - from), isQuoted));
    }
    characters += to - from + 1;
  }

  @Override
  public boolean endRow(int count, long line) {
    firstLine = rows.isEmpty() ? line : firstLine;
    rows.add(row);
    row = new ArrayList<>();
    return rows.size() < FEWEST || rows.size() < MOST && characters < enough;
  }

  @Override
  public int longestCell() {
    return 1 << 20; // each trial of a separator may meet it
  }

  List<List<Cell>> rows() {
    return rows;
  }

  /** {@return how long they are on average, with separators, 1 or more} */
  double charactersOfARow() {
    return Math.max(1, (double) characters / rows.size());
  }

  /** {@return the line of the first row, from 1} */
  long firstLine() {
    return firstLine;
  }

  /** Refuses a file that has no row, and one that is no text. */
  void requireText() throws IOException {
    if (rows.isEmpty() && mistake != null) {
      throw mistake;
    }
    BadFile.unless(!rows.isEmpty(), "the file is empty");
    BadFile.unless(
        rows.stream().flatMap(List::stream).noneMatch(cell -> cell.text().indexOf('\0') >= 0),
        "is no text: a character of its first rows has the code 0; if it is UTF-16, say so by"
            + " CsvOptions.guess().withEncoding(StandardCharsets.UTF_16LE)");
  }
}
