package pathprox.tutorial;

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
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where do the parts of a step move the norms of each unit, by one method and by another? */
public final class NormPlane {
  private static final LineStyle LEVEL = new LineStyle("#D0D0D0", "solid", "circle");
  private static final int LEVELS = 6;
  private static final int POINTS = 30;
  private static final double ROOM = 1.25;
  private static final double ROOM_BELOW = -0.05;

  private NormPlane() {}

  /**
   * Draws the way of each unit in the plane of ‖w‖ and ‖v‖, with arrows, one panel for each of two
   * methods, over gray lines of equal path norm ‖w‖‖v‖. A part that rescales a unit follows them.
   *
   * @param table one row per method, unit and part of the step, in order, with {@code method},
   *     {@code run} (the unit), {@code part} (a word for the label, may be empty), {@code w_norm}
   *     and {@code v_norm}; the first row of a unit is where it starts. Not modified.
   * @return a chart with two panels, in each the gray lines and one line per unit
   * @throws IllegalArgumentException if a column is missing or of another type, or the table has
   *     not two methods
   */
  public static Chart of(Table table) {
    List<Run> units = Run.in(table, "w_norm", "v_norm");
    StringColumn methods = strings(table, "method");
    strings(table, "part");
    List<String> names = methods.asList().stream().distinct().toList();
    if (names.size() != 2) {
      throw new IllegalArgumentException("norms are compared between two methods, found " + names);
    }
    double width = ROOM * largest(units, "w_norm");
    double height = ROOM * largest(units, "v_norm");
    Table first = table.where(methods.isEqualTo(names.get(0)));
    Table second = table.where(methods.isEqualTo(names.get(1)));
    return Panels.beside(
        "One step in the plane of norms",
        panel(first, names.get(0), width, height),
        panel(second, names.get(1), width, height));
  }

  private static StringColumn strings(Table table, String name) {
    if (table.columnNames().contains(name) && table.column(name) instanceof StringColumn strings) {
      return strings;
    }
    throw new IllegalArgumentException(
        "the table has no column '%s' of texts, its columns are %s"
            .formatted(name, table.columnNames()));
  }

  private static double largest(List<Run> units, String column) {
    return units.stream()
        .flatMapToDouble(unit -> Arrays.stream(unit.numbers(column)))
        .max()
        .orElse(1);
  }

  private static Chart panel(Table table, String title, double width, double height) {
    List<UnitWay> ways = Run.in(table, "w_norm", "v_norm").stream().map(UnitWay::new).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(levels(width, height));
    ways.forEach(way -> lines.add(way.line()));
    Chart chart =
        Lines.chart(title, "‖w‖, weights into the unit", "‖v‖, weights out of it", lines)
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

  /** Hyperbolas, with a gap behind each; evenly spaced along the diagonal. */
  private static Line levels(double width, double height) {
    DoubleStream.Builder w = DoubleStream.builder();
    DoubleStream.Builder v = DoubleStream.builder();
    for (int level = 1; level <= LEVELS; level++) {
      double share = Math.pow((double) level / (LEVELS + 1), 2);
      for (int i = 0; i <= POINTS; i++) {
        double place = Math.pow(share, 1 - (double) i / POINTS);
        w.add(width * place);
        v.add(height * share / place);
      }
      w.add(Double.NaN);
      v.add(Double.NaN);
    }
    return new Line("equal path norm", w.build().toArray(), v.build().toArray(), LEVEL);
  }
}
