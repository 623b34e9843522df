package pathprox.notebook.view;

import static java.util.Locale.ROOT;
import static pathprox.notebook.view.Numerals.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A table for reading, as HTML and as text; the note below may be empty. */
record HtmlTable(String note, List<Column> columns) {
  static final int MOST = 20;
  private static final int LONGEST_CELL = 120;

  /** Below its name, the heading may tell what it holds; all columns do so, or none. */
  record Column(List<String> heading, List<String> cells, boolean numeric) {
    Column {
      UnaryOperator<String> oneLine = text -> Html.oneLine(text, LONGEST_CELL);
      heading = heading.stream().map(oneLine).toList();
      cells = cells.stream().map(oneLine).toList();
    }

    static <T> Column words(String name, List<T> rows, Function<? super T, String> cell) {
      return new Column(List.of(name), rows.stream().map(cell).toList(), false);
    }

    static <T> Column numbers(String name, List<T> rows, Function<? super T, String> cell) {
      return new Column(List.of(name), rows.stream().map(cell).toList(), true);
    }

    private String html(String tag, String content) {
      String side = numeric ? "right" : "left";
      return "<%s style=\"text-align:%s\">%s</%1$s>".formatted(tag, side, content);
    }

    private String headingHtml() {
      String small = "<br><small style=\"font-weight:normal\">%s</small>";
      String type = heading.size() == 1 ? "" : small.formatted(Html.escaped(heading.get(1)));
      return html("th", Html.escaped(heading.get(0)) + type);
    }

    private List<String> lines() {
      List<String> lines = Stream.concat(heading.stream(), cells.stream()).toList();
      int width = lines.stream().mapToInt(String::length).max().orElse(0);
      String format = "%" + (numeric ? "" : "-") + Math.max(1, width) + "s";
      return lines.stream().map(format::formatted).toList();
    }
  }

  static HtmlTable of(String note, Column... columns) {
    return new HtmlTable(note, List.of(columns));
  }

  /** The begin of a table, with the types of its columns if they are not known by their names. */
  static HtmlTable of(Table table, boolean typed) {
    List<Integer> rows = IntStream.range(0, Math.min(MOST, table.rowCount())).boxed().toList();
    List<Column> columns = new ArrayList<>();
    for (var each : table.columns().subList(0, Math.min(MOST, table.columnCount()))) {
      String type = each.type().name().toLowerCase(ROOT).replace('_', ' ');
      List<String> heading = typed ? List.of(each.name(), type) : List.of(each.name());
      List<String> cells = rows.stream().map(row -> cell(each, row)).toList();
      columns.add(new Column(heading, cells, each instanceof NumericColumn));
    }
    String cut = Math.max(table.rowCount(), table.columnCount()) > MOST ? "… " : "";
    String size = whole(table.rowCount()) + " rows × " + whole(table.columnCount()) + " columns";
    return new HtmlTable(cut + size, columns);
  }

  private static String cell(tech.tablesaw.columns.Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    if (column instanceof DoubleColumn || column instanceof FloatColumn) {
      return new SignificantDigits(6).format(((NumericColumn<?>) column).getDouble(row));
    }
    // A column itself writes numbers in the digits of the machine's language.
    return column instanceof NumericColumn
        ? String.valueOf(column.get(row))
        : column.getString(row);
  }

  View view() {
    return View.html(html(), text());
  }

  /** Without colors, so that it follows the theme of the page. */
  String html() {
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
            row(Column::headingHtml),
            Html.lines(
                rows(), i -> row(column -> column.html("td", Html.escaped(column.cells.get(i))))),
            note.isEmpty() ? "" : "\n<p>" + Html.escaped(note) + "</p>");
  }

  private String row(Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).cells.size();
  }

  private String text() {
    List<List<String>> lines = columns.stream().map(Column::lines).toList();
    int height = lines.isEmpty() ? 1 : lines.get(0).size();
    String table =
        Html.lines(
            height,
            i ->
                lines.stream()
                    .map(column -> column.get(i))
                    .collect(Collectors.joining("  "))
                    .stripTrailing());
    return note.isEmpty() ? table : table + "\n" + note;
  }
}
