package pathprox.notebook;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw tables: the first rows and columns, with numbers rounded for reading. */
final class TableRendering {
  private static final int MOST_ROWS = 20;
  private static final int MOST_COLUMNS = 20;
  private static final SignificantDigits DIGITS = new SignificantDigits(6);

  private TableRendering() {}

  static Rendering<Table> table() {
    return Rendering.table(Table.class, table -> htmlTable(table, TableRendering::type));
  }

  private static String type(Column<?> column) {
    return column.type().name().toLowerCase(ROOT).replace('_', ' ');
  }

  /** The library's own tables: what their columns hold is known from their names. */
  static HtmlTable htmlTable(Table table) {
    return htmlTable(table, column -> "");
  }

  private static HtmlTable htmlTable(Table table, Function<Column<?>, String> type) {
    List<HtmlTable.Column> columns =
        table.columns().stream()
            .limit(MOST_COLUMNS)
            .map(column -> column(column, type.apply(column)))
            .toList();
    return new HtmlTable(columns, note(table));
  }

  private static String note(Table table) {
    boolean whole = table.rowCount() <= MOST_ROWS && table.columnCount() <= MOST_COLUMNS;
    return String.format(
        ROOT, "%s%,d rows × %,d columns", whole ? "" : "… ", table.rowCount(), table.columnCount());
  }

  private static HtmlTable.Column column(Column<?> column, String type) {
    List<String> cells =
        IntStream.range(0, Math.min(MOST_ROWS, column.size()))
            .mapToObj(row -> cell(column, row))
            .toList();
    return new HtmlTable.Column(column.name(), type, cells, column instanceof NumericColumn);
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    boolean fractions = column instanceof DoubleColumn || column instanceof FloatColumn;
    return fractions
        ? DIGITS.format(((NumericColumn<?>) column).getDouble(row))
        : column.getString(row);
  }
}
