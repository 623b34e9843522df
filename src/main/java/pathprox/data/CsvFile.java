package pathprox.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pathprox.io.BadFile;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * A comma-separated file as a table whose column types are decided here, from all cells: those of
 * Tablesaw rest on a sample of the rows, take Y and T for Booleans and read "1,5" as 15.
 */
final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Predicate<String> WHOLE = matching("[+-]?\\d{1,18}");
  private static final Predicate<String> NUMBER =
      matching("[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|Infinity)");
  private static final Predicate<String> TRUTH = matching("(?i)true|false");

  private CsvFile() {}

  /** Reads whole numbers as long, other numbers as double, true and false as Boolean columns. */
  static Table read(Path path) {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      skipByteOrderMark(reader);
      Table texts = texts(reader);
      BadFile.unless(texts.columnCount() > 0, "the file is empty");
      Table table = Table.create(path.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
      for (Column<?> column : texts.columns()) {
        table.addColumns(typed(column.name(), column.asStringColumn().asList()));
      }
      return table;
    } catch (CharacterCodingException e) {
      throw BadFile.unreadable(path, new IOException("the text is not UTF-8", e));
    } catch (IOException e) {
      throw BadFile.unreadable(path, e);
    }
  }

  /** Whether a cell would become a number. */
  static boolean isNumber(String cell) {
    return NUMBER.test(cell.strip());
  }

  private static void skipByteOrderMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
  }

  private static Table texts(BufferedReader reader) throws IOException {
    CsvReadOptions.Builder options =
        CsvReadOptions.builder(reader).columnTypes(name -> ColumnType.STRING).separator(',');
    try {
      return Table.read().usingOptions(options);
    } catch (RuntimeException e) {
      // Tablesaw has an exception type of its own for some faults and none for others.
      throw new IOException("not a CSV file: " + e.getMessage(), e);
    }
  }

  private static Column<?> typed(String name, List<String> texts) {
    List<String> cells = texts.stream().map(String::strip).toList();
    Predicate<Predicate<String>> all =
        kind -> cells.stream().allMatch(cell -> cell.isEmpty() || kind.test(cell));
    if (all.test(WHOLE)) {
      return filled(LongColumn.create(name), cells, Long::valueOf);
    }
    if (all.test(NUMBER)) {
      return filled(DoubleColumn.create(name), cells, Double::valueOf);
    }
    if (all.test(TRUTH)) {
      return filled(BooleanColumn.create(name), cells, Boolean::valueOf);
    }
    return StringColumn.create(name, cells);
  }

  private static <T> Column<T> filled(
      Column<T> column, List<String> cells, Function<String, T> value) {
    cells.forEach(cell -> column.appendObj(cell.isEmpty() ? null : value.apply(cell)));
    return column;
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }
}
