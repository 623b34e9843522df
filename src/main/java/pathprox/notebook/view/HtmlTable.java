package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A table for reading, as HTML and as text.
 *
 * @param note a line below the table, empty for none
 * @param columns the columns from left to right, all of one length
 */
record HtmlTable(String note, List<Column> columns) {
  /** So many rows and columns of a large table are shown. */
  static final int MOST = 20;

  private static final int LONGEST_CELL = 80;
  private static final SignificantDigits DIGITS = new SignificantDigits(6);

  /**
   * One column.
   *
   * @param type what it holds, a small line below its name; empty in all columns for none
   * @param numeric whether its cells are aligned as numbers
   */
  record Column(String name, String type, List<String> cells, boolean numeric) {
    /** Cuts long cells and keeps each on one line. */
    Column {
      name = Html.oneLine(name, LONGEST_CELL);
      cells = cells.stream().map(cell -> Html.oneLine(cell, LONGEST_CELL)).toList();
    }

    static <T> Column words(String name, List<T> rows, Function<? super T, String> cell) {
      return new Column(name, "", rows.stream().map(cell).toList(), false);
    }

    static <T> Column numbers(String name, List<T> rows, Function<? super T, String> cell) {
      return new Column(name, "", rows.stream().map(cell).toList(), true);
    }

    private String heading() {
      String small = "<br><small style=\"font-weight:normal\">%s</small>";
      return html(
          "th", Html.escaped(name) + (type.isEmpty() ? "" : small.formatted(Html.escaped(type))));
    }

    private String html(String tag, String content) {
      String side = numeric ? "right" : "left";
      return "<%s style=\"text-align:%s\">%s</%1$s>".formatted(tag, side, content);
    }

    private List<String> lines(boolean typed) {
      Stream<String> heading = typed ? Stream.of(name, type) : Stream.of(name);
      List<String> lines = Stream.concat(heading, cells.stream()).toList();
      int width = lines.stream().mapToInt(String::length).max().orElse(0);
      String format = "%" + (numeric ? "" : "-") + Math.max(1, width) + "s";
      return lines.stream().map(format::formatted).toList();
    }
  }

  static HtmlTable of(String note, Column... columns) {
    return new HtmlTable(note, List.of(columns));
  }

  /** The begin of a table whose columns are known by their names. */
  static HtmlTable of(Table table) {
    return of(table, column -> "");
  }

  /** The same with the types of the columns. */
  static HtmlTable typed(Table table) {
    return of(table, column -> column.type().name().toLowerCase(ROOT).replace('_', ' '));
  }

  private static HtmlTable of(Table table, Function<tech.tablesaw.columns.Column<?>, String> type) {
    List<Integer> rows = IntStream.range(0, Math.min(MOST, table.rowCount())).boxed().toList();
    Stream<Column> columns =
        table.columns().stream()
            .limit(MOST)
            .map(
                each ->
                    new Column(
                        each.name(),
                        type.apply(each),
                        rows.stream().map(row -> cell(each, row)).toList(),
                        each instanceof NumericColumn));
    String cut = Math.max(table.rowCount(), table.columnCount()) > MOST ? "… " : "";
    String height = Numerals.whole(table.rowCount());
    String width = Numerals.whole(table.columnCount());
    return new HtmlTable(cut + height + " rows × " + width + " columns", columns.toList());
  }

  private static String cell(tech.tablesaw.columns.Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    boolean fractions = column instanceof DoubleColumn || column instanceof FloatColumn;
    return fractions
        ? DIGITS.format(((NumericColumn<?>) column).getDouble(row))
        : column.getString(row);
  }

  View view() {
    return View.html(html(), text());
  }

  /** Without colors, so that it follows the theme of the page. */
  String html() {
    String body =
        IntStream.range(0, rows())
            .mapToObj(i -> row(column -> column.html("td", Html.escaped(column.cells.get(i)))))
            .collect(Collectors.joining("\n"));
    return """
        <table>
        <thead>
        %s
        </thead>
        <tbody>
        %s
        </tbody>
        </table>%s"""
        .formatted(
            row(Column::heading),
            body,
            note.isEmpty() ? "" : "\n<p>" + Html.escaped(note) + "</p>");
  }

  private String row(Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).cells.size();
  }

  /** The same cells in columns of characters. */
  private String text() {
    boolean typed = columns.stream().anyMatch(column -> !column.type.isEmpty());
    List<List<String>> lines = columns.stream().map(column -> column.lines(typed)).toList();
    String table =
        IntStream.rangeClosed(0, typed ? rows() + 1 : rows())
            .mapToObj(i -> lines.stream().map(column -> column.get(i)))
            .map(cells -> cells.collect(Collectors.joining("  ")).stripTrailing())
            .collect(Collectors.joining("\n"));
    return note.isEmpty() ? table : table + "\n" + note;
  }
}
