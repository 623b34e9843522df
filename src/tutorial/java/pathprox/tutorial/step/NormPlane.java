package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.Run;
import pathprox.tutorial.Panels;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where do the parts of a step move the norms of a unit, by one method and by another? */
public final class NormPlane {
  private static final LineStyle LEVEL = new LineStyle("#80808066", "solid", "circle");
  private static final double ROOM = 1.25;
  private static final double ROOM_BESIDE = 1.4; // for a label
  private static final double ROOM_BELOW = -0.16;

  private NormPlane() {}

  /**
   * Draws the way of each of two units in the plane of ‖w‖ and ‖v‖, with arrows, a panel with a
   * scale of its own for each, over gray lines of equal path norm ‖w‖‖v‖. A part that rescales a
   * unit follows them.
   *
   * @param table one row per unit, method and part of the step, in order, with {@code unit}, {@code
   *     run} (the method), {@code part} (a word for the label, may be empty), {@code w_norm} and
   *     {@code v_norm}; the first row of a method is where it starts. Not modified.
   * @return a chart with two panels, in each the gray lines and one line per method
   * @throws IllegalArgumentException if a column is missing or of another type, or the table has
   *     not two units
   */
  public static Chart of(Table table) {
    Run.in(table, "w_norm", "v_norm");
    StringColumn units = strings(table, "unit");
    strings(table, "part");
    List<String> names = units.asList().stream().distinct().toList();
    if (names.size() != 2) {
      throw new IllegalArgumentException("a panel each is for two units, found " + names);
    }
    return Panels.beside(
        "One step in the plane of norms",
        panel(table.where(units.isEqualTo(names.get(0))), names.get(0), "‖v‖, weights out"),
        panel(table.where(units.isEqualTo(names.get(1))), names.get(1), ""));
  }

  private static StringColumn strings(Table table, String name) {
    if (table.columnNames().contains(name) && table.column(name) instanceof StringColumn strings) {
      return strings;
    }
    throw new IllegalArgumentException(
        "the table has no column '%s' of texts, its columns are %s"
            .formatted(name, table.columnNames()));
  }

  private static double largest(Table table, String column) {
    return Arrays.stream(table.doubleColumn(column).asDoubleArray()).max().orElse(1);
  }

  private static Chart panel(Table table, String title, String upward) {
    double width = ROOM_BESIDE * largest(table, "w_norm");
    double height = ROOM * largest(table, "v_norm");
    List<UnitWay> ways = Run.in(table, "w_norm", "v_norm").stream().map(UnitWay::new).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(levels(width, height, 6, 30));
    ways.forEach(way -> lines.add(way.line()));
    Chart chart =
        Lines.chart(title, "‖w‖, weights in", upward, lines)
            .withTrace(0, Map.of("mode", "lines", "hoverinfo", "skip", "line", Map.of("width", 1)))
            .withLayout(
                Map.of(
                    "xaxis", Map.of("range", List.of(0, width), "hoverformat", ".3~g"),
                    "yaxis", Map.of("range", List.of(ROOM_BELOW * height, height))));
    for (int i = 0; i < ways.size(); i++) {
      chart = chart.withTrace(i + 1, UnitWay.ARROWS).withTrace(i + 1, ways.get(i).arrows());
    }
    return chart;
  }

  /**
   * {@code levels} hyperbolas of {@code points} pieces in a plane of this {@code width} and {@code
   * height}, with a gap behind each; evenly spaced along the diagonal.
   */
  static Line levels(double width, double height, int levels, int points) {
    DoubleStream.Builder w = DoubleStream.builder();
    DoubleStream.Builder v = DoubleStream.builder();
    for (int level = 1; level <= levels; level++) {
      double share = Math.pow((double) level / (levels + 1), 2);
      for (int i = 0; i <= points; i++) {
        double place = Math.pow(share, 1 - (double) i / points);
        w.add(width * place);
        v.add(height * share / place);
      }
      w.add(Double.NaN);
      v.add(Double.NaN);
    }
    return new Line("equal path norm", w.build().toArray(), v.build().toArray(), LEVEL);
  }
}
