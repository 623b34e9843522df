package pathprox.notebook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for reading, as HTML and as text.
 *
 * @param columns the columns from left to right, all of one length
 * @param note a line below the table, empty for none
 */
record HtmlTable(List<Column> columns, String note) {
  private static final int LONGEST_CELL = 80;

  /**
   * One column.
   *
   * @param name its heading
   * @param cells its cells from top to bottom
   * @param numeric whether its cells are aligned as numbers
   */
  record Column(String name, List<String> cells, boolean numeric) {
    /** Cuts long cells and keeps each on one line. */
    Column {
      name = oneLine(name);
      cells = cells.stream().map(HtmlTable::oneLine).toList();
    }

    private Stream<String> lines() {
      int width =
          Stream.concat(Stream.of(name), cells.stream()).mapToInt(String::length).max().orElse(0);
      String format = "%" + (numeric ? "" : "-") + Math.max(1, width) + "s";
      return Stream.concat(Stream.of(name), cells.stream()).map(format::formatted);
    }
  }

  /** The table as HTML; without colors, so that it follows the theme of the page. */
  String html() {
    String head = row(column -> cell("th", column, column.name()));
    String body =
        IntStream.range(0, rows())
            .mapToObj(i -> row(column -> cell("td", column, column.cells().get(i))))
            .collect(Collectors.joining("\n"));
    String table =
        "<table>\n<thead>\n%s\n</thead>\n<tbody>\n%s\n</tbody>\n</table>".formatted(head, body);
    return note.isEmpty() ? table : table + "\n<p>" + escaped(note) + "</p>";
  }

  /** The same cells in columns of characters. */
  String text() {
    List<List<String>> lines = columns.stream().map(column -> column.lines().toList()).toList();
    String table =
        IntStream.rangeClosed(0, rows())
            .mapToObj(i -> lines.stream().map(column -> column.get(i)))
            .map(cells -> cells.collect(Collectors.joining("  ")).stripTrailing())
            .collect(Collectors.joining("\n"));
    return note.isEmpty() ? table : table + "\n" + note;
  }

  private int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).cells().size();
  }

  private String row(Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cell(String tag, Column column, String text) {
    String side = column.numeric() ? "right" : "left";
    return "<%s style=\"text-align:%s\">%s</%1$s>".formatted(tag, side, escaped(text));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL - 1) + "…" : line;
  }
}
