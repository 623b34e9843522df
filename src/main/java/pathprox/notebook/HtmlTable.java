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
   * @param type what it holds, a small line below the heading; empty in all columns for none
   * @param cells its cells from top to bottom
   * @param numeric whether its cells are aligned as numbers
   */
  record Column(String name, String type, List<String> cells, boolean numeric) {
    /** Cuts long cells and keeps each on one line. */
    Column {
      name = oneLine(name, LONGEST_CELL);
      cells = cells.stream().map(cell -> oneLine(cell, LONGEST_CELL)).toList();
    }

    Column(String name, List<String> cells, boolean numeric) {
      this(name, "", cells, numeric);
    }

    private List<String> lines(boolean typed) {
      Stream<String> heading = typed ? Stream.of(name, type) : Stream.of(name);
      List<String> lines = Stream.concat(heading, cells.stream()).toList();
      int width = lines.stream().mapToInt(String::length).max().orElse(0);
      String format = "%" + (numeric ? "" : "-") + Math.max(1, width) + "s";
      return lines.stream().map(format::formatted).toList();
    }
  }

  /** The table as HTML; without colors, so that it follows the theme of the page. */
  String html() {
    String head = row(HtmlTable::heading);
    String body =
        IntStream.range(0, rows())
            .mapToObj(i -> row(column -> cell("td", column, escaped(column.cells().get(i)))))
            .collect(Collectors.joining("\n"));
    String table =
        "<table>\n<thead>\n%s\n</thead>\n<tbody>\n%s\n</tbody>\n</table>".formatted(head, body);
    return note.isEmpty() ? table : table + "\n<p>" + escaped(note) + "</p>";
  }

  /** The same cells in columns of characters. */
  String text() {
    boolean typed = columns.stream().anyMatch(column -> !column.type().isEmpty());
    List<List<String>> lines = columns.stream().map(column -> column.lines(typed)).toList();
    String table =
        IntStream.rangeClosed(0, typed ? rows() + 1 : rows())
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

  private static String heading(Column column) {
    String type = column.type();
    String below =
        type.isEmpty()
            ? ""
            : "<br><small style=\"font-weight:normal\">%s</small>".formatted(escaped(type));
    return cell("th", column, escaped(column.name()) + below);
  }

  private static String cell(String tag, Column column, String html) {
    String side = column.numeric() ? "right" : "left";
    return "<%s style=\"text-align:%s\">%s</%1$s>".formatted(tag, side, html);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The text without control characters, cut where it is longer. */
  static String oneLine(String text, int longest) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }
}
