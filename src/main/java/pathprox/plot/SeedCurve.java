package pathprox.plot;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/** Trainings that differ in their seed alone as one line, with a band from lowest to highest. */
final class SeedCurve {
  private static final Set<String> NO_SETTING = Set.of("run", "seed");
  private static final List<String> EDGES = List.of("lowest", "highest");

  private final Table table;
  private final double[] x;
  private final double[] y;
  private final List<String> settings; // the columns that tell groups apart

  private SeedCurve(Table table, String x, String y, double factor) {
    this.table = table;
    Run.numericColumn(table, "seed");
    this.x = Run.numericColumn(table, x).asDoubleArray();
    this.y =
        DoubleStream.of(Run.numericColumn(table, y).asDoubleArray())
            .map(it -> it * factor)
            .toArray();
    List<String> before = table.columnNames().subList(0, table.columnNames().indexOf(x));
    settings = before.stream().filter(name -> !NO_SETTING.contains(name)).toList();
  }

  /** The rows of one group: what was measured at each x, and the seeds that it is of. */
  private static final class Group {
    final Map<Double, DoubleSummaryStatistics> points = new TreeMap<>();
    final Set<String> seeds = new LinkedHashSet<>();

    double[] of(ToDoubleFunction<DoubleSummaryStatistics> value) {
      return points.values().stream().mapToDouble(value).toArray();
    }
  }

  /** Column {@code y}, times {@code factor}, over {@code x}. */
  static Chart of(Table table, String x, String y, double factor, String title, String axis) {
    SeedCurve curve = new SeedCurve(table, x, y, factor);
    Map<List<String>, Group> groups = curve.groups();
    List<String> names = curve.names(List.copyOf(groups.keySet()));
    List<LineStyle> styles = LineStyle.forNames(names);
    List<Line> lines = new ArrayList<>();
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Group group : groups.values()) {
      String seeds = group.seeds.size() == 1 ? "1 seed" : group.seeds.size() + " seeds";
      String name = names.get(lines.size()) + ", " + seeds;
      LineStyle style = styles.get(lines.size());
      double[] places = group.points.keySet().stream().mapToDouble(it -> it).toArray();
      double[] low = group.of(DoubleSummaryStatistics::getMin);
      double[] high = group.of(DoubleSummaryStatistics::getMax);
      traces.addAll(Band.traces(places, low, high, style.color(), EDGES));
      lines.add(new Line(name, places, group.of(DoubleSummaryStatistics::getAverage), style));
    }
    Chart chart = Lines.chart(title + " over seeds, band from lowest to highest", x, axis, lines);
    traces.addAll(chart.data());
    return new Chart(traces, chart.layout()).withLayout(Map.of("showlegend", true));
  }

  private Map<List<String>, Group> groups() {
    Map<List<String>, Group> groups = new LinkedHashMap<>();
    for (int row = 0; row < x.length; row++) {
      int place = row;
      List<String> setting =
          settings.stream().map(column -> table.column(column).getString(place)).toList();
      if (!Double.isNaN(y[row])) {
        Group group = groups.computeIfAbsent(setting, key -> new Group());
        group.points.computeIfAbsent(x[row], key -> new DoubleSummaryStatistics()).accept(y[row]);
        group.seeds.add(table.column("seed").getString(row));
      }
    }
    return groups;
  }

  /** The settings in which groups differ, the method always: PathProx λ=0.1, momentum 0.9. */
  private List<String> names(List<List<String>> groups) {
    return groups.stream().map(group -> name(group, groups)).toList();
  }

  private String name(List<String> group, List<List<String>> groups) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < settings.size(); i++) {
      int place = i;
      String setting = settings.get(i);
      String value = group.get(i);
      boolean differs = groups.stream().map(it -> it.get(place)).distinct().count() > 1;
      if (setting.equals("method")) {
        name.append(value);
      } else if (setting.equals("lambda")) {
        name.append(" λ=").append(value);
      } else if (differs) {
        name.append(", ").append(setting).append(' ').append(value);
      }
    }
    return name.isEmpty() ? "mean" : name.toString();
  }
}
