package pathprox.csv;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import pathprox.io.BadFile;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A file of rows and columns in text, read: its table, and what was guessed and noticed while it
 * was read. The types of the columns are decided from all cells: whole numbers of up to 18 digits
 * are a LongColumn, other numbers a DoubleColumn, true and false a BooleanColumn, days as
 * 2020-12-31, 31.12.2020, and 12/31/2020 or 31/12/2020 where it is clear, a DateColumn, with a time
 * a DateTimeColumn, and all else, also codes such as 01234, a StringColumn. Cells lose the blanks
 * around them.
 *
 * <p>Signs between thousands, as in 1,234.5 or 1.234,5 or 1 234, are left out if they stand in
 * their places in all cells of a column. Where all cells with a comma are like 1,234, which may be
 * 1.234 as well, the other columns decide, then the separator, or the column stays one of texts.
 */
public final class CsvFile {
  private static final int MOST_COLUMNS = 30;
  private static final int LONGEST_NAME = 40;

  private final Path path;
  private final Table table;
  private final List<String> notes;
  private final LongArrayList lines;

  CsvFile(Path path, Table table, List<String> notes, LongArrayList lines) {
    this.path = path;
    this.table = table;
    this.notes = notes;
    this.lines = lines;
  }

  /** {@return the file at {@code path}, as {@link #read(Path)} reads it} */
  public static CsvFile read(String path) {
    return read(path, CsvOptions.guess());
  }

  /** {@return the file at {@code path}, read by {@code options} as if it were a Path} */
  public static CsvFile read(String path, CsvOptions options) {
    return read(path == null ? null : Path.of(path), options);
  }

  /**
   * {@return the file at {@code path}, with a header line, and how to read it guessed}
   *
   * @throws java.io.UncheckedIOException as {@link #read(Path, CsvOptions)}
   */
  public static CsvFile read(Path path) {
    return read(path, CsvOptions.guess());
  }

  /**
   * {@return the file at {@code path}, which may be packed by gzip, read by {@code options}}
   *
   * @throws java.io.UncheckedIOException if the file is missing, empty or no text in its encoding,
   *     if a row has more or fewer cells than the first, a quote is not closed, or two columns have
   *     the same name; it says the line
   * @throws IllegalArgumentException if an argument is null
   */
  public static CsvFile read(Path path, CsvOptions options) {
    if (path == null || options == null) {
      throw new IllegalArgumentException("path and options must not be null");
    }
    boolean wasInterrupted = Thread.currentThread().isInterrupted();
    try {
      return CsvReading.read(TextFile.at(path), options);
    } catch (IOException e) {
      throw BadFile.unreadable(path, e);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt(); // which Tablesaw undoes when it is loaded
      }
    }
  }

  /** {@return the table, named after the file; it may be modified} */
  public Table table() {
    return table;
  }

  /** {@return what was guessed, converted, left out and noticed, a sentence each} */
  public List<String> notes() {
    return notes;
  }

  /**
   * {@return the line of the file, from 1, at which {@code row} begins, from 1, before rows of the
   * table are moved or removed}
   */
  public long lineOf(int row) {
    if (row < 1 || row > lines.size()) {
      String message = "row must be 1 to " + lines.size() + ", was " + row;
      throw new IllegalArgumentException(message);
    }
    return lines.getLong(row - 1);
  }

  /** {@return name and size, then the notes, then a line for each of the first 30 columns} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d rows × %,d columns\n",
            path.getFileName(),
            table.rowCount(),
            table.columnCount()));
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    List<Column<?>> shown = table.columns().stream().limit(MOST_COLUMNS).toList();
    int widest =
        shown.stream().mapToInt(column -> shortened(column.name()).length()).max().orElse(1);
    shown.forEach(column -> text.append(line(column, widest)).append('\n'));
    int more = table.columnCount() - shown.size();
    return text + (more > 0 ? String.format(Locale.ROOT, "… and %,d more columns", more) : "");
  }

  private static String line(Column<?> column, int width) {
    int missing = column.countMissing();
    String type =
        switch (column.type().name()) {
          case "LONG" -> "whole numbers";
          case "DOUBLE" -> "numbers";
          case "BOOLEAN" -> "true or false";
          case "LOCAL_DATE" -> "dates";
          case "LOCAL_DATE_TIME" -> "dates with times";
          default -> "texts";
        };
    String gaps = missing == 0 ? "" : String.format(Locale.ROOT, ", %,d missing", missing);
    return String.format(
        Locale.ROOT, "  %-" + width + "s  %s%s", shortened(column.name()), type, gaps);
  }

  private static String shortened(String name) {
    String line = name.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
  }
}
