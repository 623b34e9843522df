package pathprox.table;

import static tech.tablesaw.columns.numbers.LongColumnType.missingValueIndicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** The types that columns of our tables have, and how their cells are written and read. */
enum CellType {
  /** Whole numbers of 32 bits. */
  WHOLE(IntColumn.class, CsvCell::isInt),
  /** Whole numbers of 64 bits. */
  LONG(LongColumn.class, CsvCell::isLong),
  /** Numbers with all their digits, and a point or an exponent. */
  NUMBER(DoubleColumn.class, CsvCell::isNumber),
  /** true or false, in the capital letters of other programs too. */
  TRUTH(BooleanColumn.class, CsvCell::isTruth),
  /** Texts, always in quotes. */
  TEXT(StringColumn.class, cell -> true);

  /** What tells the types of columns of our tables, if not all are numbers, without a value. */
  private static final Map<CellType, Pattern> NAMES =
      Map.of(
          WHOLE,
          Pattern.compile(
              "(best_|undone_|planned_)?(iterations?|steps)|batch_size|training_samples|pair|unit"
                  + "|(active|strong)_(units|[1-9][0-9]*)"),
          LONG,
          Pattern.compile("seed"),
          TRUTH,
          Pattern.compile("active|reached|settled|shuffled"));

  // Not a ColumnType, of which Tablesaw makes two where DoubleColumn is the first class used.
  private final Class<? extends Column<?>> type;
  private final Predicate<CsvCell> reads;

  CellType(Class<? extends Column<?>> type, Predicate<CsvCell> reads) {
    this.type = type;
    this.reads = reads;
  }

  /** {@return the type of a column, null if our tables have no such columns} */
  static CellType of(Column<?> column) {
    return Arrays.stream(values())
        .filter(it -> it.type.isInstance(column))
        .findFirst()
        .orElse(null);
  }

  /** {@return the type of a column with these cells, of which those that are missing are empty} */
  static CellType of(CsvCell name, List<CsvCell> cells) {
    boolean isTextsName = name.isQuoted() && !needsQuotes(name.text());
    if (cells.isEmpty() ? isTextsName : cells.stream().anyMatch(CsvCell::isQuoted)) {
      return TEXT;
    }
    List<CsvCell> values = cells.stream().filter(cell -> !cell.isMissing()).toList();
    CellType named = named(name.text());
    if (values.isEmpty() || named == LONG && values.stream().allMatch(LONG.reads)) {
      return named;
    }
    return Arrays.stream(values())
        .filter(it -> values.stream().allMatch(it.reads))
        .findFirst()
        .orElseThrow();
  }

  private static CellType named(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(name).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(NUMBER);
  }

  /** {@return the name of a column of this type as it stands in a file} */
  String name(String column) {
    return this == TEXT || needsQuotes(column) ? CsvCell.quoted(column) : column;
  }

  private static boolean needsQuotes(String column) {
    return column.isEmpty() || column.matches("(?s).*[\",;\r\n].*");
  }

  /** {@return a cell of a column of this type as it stands in a file} */
  String cell(Column<?> column, int row) {
    if (this == TEXT) {
      return CsvCell.quoted(column.getString(row));
    }
    return column.isMissing(row) ? "" : String.valueOf(column.get(row));
  }

  Column<?> column(String name, List<CsvCell> cells) {
    return switch (this) {
      case TEXT -> StringColumn.create(name, cells.stream().map(CsvCell::text).toList());
      case NUMBER ->
          DoubleColumn.create(
              name, cells.stream().mapToDouble(it -> it.isMissing() ? Double.NaN : it.number()));
      case WHOLE ->
          IntColumn.create(
              name,
              cells.stream()
                  .map(it -> it.isMissing() ? null : Integer.valueOf(it.text()))
                  .toArray(Integer[]::new));
      case LONG ->
          LongColumn.create(
              name,
              cells.stream()
                  .mapToLong(
                      it -> it.isMissing() ? missingValueIndicator() : Long.parseLong(it.text())));
      case TRUTH ->
          BooleanColumn.create(
              name,
              cells.stream()
                  .map(it -> it.isMissing() ? null : Boolean.valueOf(it.text()))
                  .toList());
    };
  }
}
