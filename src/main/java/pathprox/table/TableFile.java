package pathprox.table;

import static pathprox.matrix.Arguments.require;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pathprox.io.BadFile;
import pathprox.io.WholeFile;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables of this library as CSV files, which pandas and Excel read as any, and which come back as
 * they were: names, types and values of the columns, all digits of the numbers, and what is
 * missing. Only the name of the table is not kept: it is that of the file.
 *
 * <p>Files are in UTF-8, with the mark by which Excel knows it, and with commas. Texts, and the
 * names of their columns, are always in quotes and other values never are; fractions always have a
 * point or an exponent; what is missing is empty. Whole numbers become an IntColumn if all fit in,
 * a LongColumn if not or if it is called {@code seed}. A column without any value gets the type
 * that its name has in the tables of this library, and is a DoubleColumn under any other name; so
 * does one without any row, unless its name is in quotes that it would not need, as those of texts.
 * Where another program has saved the file again without quotes, the cells decide what is a text.
 */
public final class TableFile {
  private static final char MARK = '\uFEFF';
  private static final String HALF =
      " has half of a surrogate pair%s, which UTF-8 cannot hold: remove it";

  private TableFile() {}

  /** Writes {@code table} as {@code file}, as {@link #save(Table, Path)} does. */
  public static void save(Table table, String file) {
    save(table, Path.of(file));
  }

  /**
   * Writes {@code table}, which is not modified, as {@code file}, whole or not at all; an older one
   * is replaced.
   *
   * @throws IllegalArgumentException if there is no column, or one that holds anything but texts,
   *     ints, longs, doubles and booleans; if names differ at most in capital letters, or a text or
   *     name has half of a surrogate pair
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Table table, Path file) {
    require(table.columnCount() > 0, "a table without columns cannot be saved");
    requireNames(table);
    table.columns().forEach(TableFile::requireCells);
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text(table)));
      WholeFile.write(file, out -> out.write(bytes.array(), 0, bytes.limit()));
    } catch (IOException e) {
      String message = "the table cannot be saved as " + file + ": " + BadFile.reason(e);
      throw new UncheckedIOException(message, e);
    }
  }

  private static void requireNames(Table table) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < table.columnCount(); i++) {
      String name = table.column(i).name();
      require(encoder.canEncode(name), "the name of column %s" + HALF, i + 1, "");
      String twice = "two columns are named '%s', up to capital letters: rename one";
      require(names.add(name), twice, name);
    }
  }

  private static void requireCells(Column<?> column) {
    String message =
        "column '%s' is of the type %s, files of tables hold STRING, INTEGER, LONG, DOUBLE and"
            + " BOOLEAN: convert it first";
    CellType type = CellType.of(column);
    require(type != null, message, column.name(), column.type().name());
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    for (int row = 0; type == CellType.TEXT && row < column.size(); row++) {
      boolean fits = encoder.canEncode(column.getString(row));
      require(fits, "column '%s'" + HALF, column.name(), " in row " + (row + 1));
    }
  }

  private static StringBuilder text(Table table) {
    StringBuilder text = new StringBuilder().append(MARK);
    List<CellType> types = table.columns().stream().map(CellType::of).toList();
    for (int i = 0; i < types.size(); i++) {
      text.append(i == 0 ? "" : ",").append(types.get(i).name(table.column(i).name()));
    }
    text.append('\n');
    for (int row = 0; row < table.rowCount(); row++) {
      for (int i = 0; i < types.size(); i++) {
        text.append(i == 0 ? "" : ",").append(types.get(i).cell(table.column(i), row));
      }
      text.append('\n');
    }
    return text;
  }

  /** {@return the table in {@code file}, as {@link #load(Path)} reads it} */
  public static Table load(String file) {
    return load(Path.of(file));
  }

  /**
   * {@return the table in {@code file}, named after it; also one that another program has written
   * in UTF-8 with commas and decimal points, while {@link pathprox.csv.CsvFile} reads any others}
   *
   * @throws UncheckedIOException if the file is missing or not in UTF-8, a row has more or fewer
   *     cells than the first, a quote is not closed, names differ at most in capital letters, or
   *     semicolons are between the cells
   */
  public static Table load(Path file) {
    try {
      List<List<CsvCell>> rows = CsvCell.rows(content(file));
      BadFile.unless(!rows.isEmpty(), "the file is empty, expected a line of names");
      String name = file.getFileName().toString().replaceFirst("(.)\\.[^.]*$", "$1");
      return Table.create(name, columns(rows));
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  private static String content(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    // Not by a channel, which an interrupted thread closes.
    try (InputStream in = new FileInputStream(file.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith(String.valueOf(MARK)) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("is not in UTF-8, in which tables are saved", e);
    }
  }

  private static List<Column<?>> columns(List<List<CsvCell>> rows) throws IOException {
    List<Column<?>> columns = new ArrayList<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < rows.get(0).size(); i++) {
      int place = i;
      CsvCell name = rows.get(0).get(i);
      BadFile.unless(names.add(name.text()), "two columns are named '%s'", name.text());
      List<CsvCell> cells = rows.stream().skip(1).map(row -> row.get(place)).toList();
      columns.add(CellType.of(name, cells).column(name.text(), cells));
    }
    return columns;
  }
}
