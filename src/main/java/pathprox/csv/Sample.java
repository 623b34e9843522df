package pathprox.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pathprox.io.BadFile;

/** The first characters of a file, from which its separator and its forms are guessed. */
record Sample(String text, boolean isWhole) {
  private static final int FIRST = 1 << 15;
  private static final int LARGEST = 1 << 22;
  private static final int ENOUGH_FOR_SEPARATOR = 1 << 12;

  /** Enough to see that rows are alike, beside the one in which the text is cut. */
  private static final int FEWEST_ROWS = 5;

  static Sample of(Reader reader) throws IOException {
    try (reader) {
      char[] text = new char[FIRST];
      int size = 0;
      while (true) {
        int count = reader.read(text, size, text.length - size);
        if (count < 0) {
          return new Sample(checked(text, size), true);
        }
        size += count;
        if (size == text.length) {
          if (size == LARGEST || filledLines(text, size) > FEWEST_ROWS) {
            return new Sample(checked(text, size), false);
          }
          text = Arrays.copyOf(text, 2 * size);
        }
      }
    }
  }

  private static int filledLines(char[] text, int size) {
    int lines = 0;
    boolean isFilled = false;
    for (int i = 0; i < size; i++) {
      boolean isEnd = text[i] == '\n' || text[i] == '\r';
      lines += isEnd && isFilled ? 1 : 0;
      isFilled = !isEnd && (isFilled || text[i] > ' ');
    }
    return lines;
  }

  private static String checked(char[] text, int size) throws IOException {
    String checked = new String(text, 0, size);
    int zero = checked.indexOf('\0');
    BadFile.unless(
        zero < 0,
        "is no text: character %s has the code 0; if it is UTF-16, say so by"
            + " CsvOptions.guess().withEncoding(StandardCharsets.UTF_16LE)",
        zero + 1);
    BadFile.unless(!checked.isBlank(), "the file is empty");
    return checked;
  }

  /** {@return a shorter one, enough to guess the separator if it still has rows} */
  Sample start() {
    boolean isShort = text.length() <= ENOUGH_FOR_SEPARATOR;
    if (isShort || filledLines(text.toCharArray(), ENOUGH_FOR_SEPARATOR) <= FEWEST_ROWS) {
      return this;
    }
    return new Sample(text.substring(0, ENOUGH_FOR_SEPARATOR), false);
  }

  /** {@return the whole rows in it; those up to a mistake, if there is one} */
  List<List<Cell>> rows(char separator) {
    RowCollector collector = new RowCollector();
    List<List<Cell>> rows = collector.rows;
    try {
      RowReader.read(new StringReader(text), separator, collector);
    } catch (IOException e) {
      // A quote that is open at the end of the sample; reading the file says if there is another.
      return rows;
    }
    boolean isCut = !isWhole && rows.size() > 1;
    return isCut ? rows.subList(0, rows.size() - 1) : rows;
  }

  /** One cell of it. */
  record Cell(String text, boolean isQuoted) {}

  private static final class RowCollector implements RowReader.Cells {
    private static final Cell EMPTY = new Cell("", false);

    private final TextPool texts = new TextPool();
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();

    @Override
    public int numbers(int column, char[] text, int from, int to) {
      return 0;
    }

    @Override
    public int afterNumbers() {
      throw new IllegalStateException("no numbers were taken");
    }

    @Override
    public void cell(int column, char[] text, int from, int to, boolean isQuoted) {
      // A line of a million separators, from a packed file of no size, must not cost much.
      row.add(from == to ? EMPTY : new Cell(texts.of(text, from, to).strip(), isQuoted));
    }

    @Override
    public void endRow(int count, long line) {
      rows.add(row);
      row = new ArrayList<>();
    }

    @Override
    public void emptyLine() {
      // says nothing
    }
  }
}
