package pathprox.tutorial.practice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import tech.tablesaw.api.Table;

/** Rows of a table as points: do two measurements tell its groups apart? */
public final class Scatter {
  private static final Map<String, Object> POINTS =
      PlotlyWords.of("{mode: 'markers', marker: {size: 7, maxdisplayed: 0, opacity: 0.75}}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of("{hovermode: 'closest', xaxis: {hoverformat: '.4~g'}}");

  private Scatter() {}

  /**
   * {@return a point for each row of {@code table}, not modified, that has both numbers, {@code x}
   * and {@code y}; each value of the text {@code group} has its color and its marker}
   *
   * @throws IllegalStateException if a column is missing
   */
  public static Chart of(Table table, String x, String y, String group) {
    Table complete = table.selectColumns(x, y, group).dropRowsWithMissingValues();
    List<String> names = List.copyOf(new LinkedHashSet<>(complete.stringColumn(group).asList()));
    List<LineStyle> styles = LineStyle.forNames(names);
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      Table rows = complete.where(complete.stringColumn(group).isEqualTo(name));
      double[] across = rows.numberColumn(x).asDoubleArray();
      double[] up = rows.numberColumn(y).asDoubleArray();
      lines.add(new Line(name, across, up, styles.get(lines.size())));
    }
    String what = table.name().substring(0, 1).toUpperCase(Locale.ROOT) + table.name().substring(1);
    String title = "%s: %s and %s".formatted(what, withoutUnit(x), withoutUnit(y));
    return Lines.chart(title, words(x), words(y), lines).withTraces(POINTS).withLayout(LAYOUT);
  }

  private static String withoutUnit(String column) {
    return words(column).replaceFirst(" \\(.*", "");
  }

  /** A name of a column as words: {@code bill_length_mm} is bill length (mm). */
  static String words(String column) {
    return column.replaceFirst("_(mm|g)$", " ($1)").replace('_', ' ');
  }
}
