package pathprox.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Trainings that differ in their seed alone as one line, with a band from lowest to highest. */
final class SeedCurve {
  /** What names of runs hold beside their settings, or have a column for. */
  private static final String COUNTED = "\\s*λ=[^, ]*|, seed -?\\d+| \\(\\d+\\)$";

  private static final SignificantDigits DIGITS = new SignificantDigits(8);
  private static final Set<String> NO_SETTING = Set.of("run", "seed");

  /** What a setting is where a method has none of its kind. */
  private static final Set<String> NOTHING = Set.of("", "none", "NaN");

  /** For one line too, as it says how many seeds; with areas Plotly would turn the order around. */
  private static final Map<String, Object> LEGEND =
      PlotlyWords.of("{showlegend: true, legend: {traceorder: 'normal'}}");

  private final Table table;
  private final String xName;
  private final double[] x;
  private final double[] y;
  private final List<String> settings; // the columns that tell groups apart

  private SeedCurve(Table table, String x, String y, double factor) {
    this.table = table;
    Run.numericColumn(table, "seed");
    xName = x;
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
    final Set<List<Object>> seen = new HashSet<>();

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
      String shown = PlotlyMarkup.literal(name);
      List<String> edges = List.of(shown + ", lowest", shown + ", highest");
      double[] places = group.points.keySet().stream().mapToDouble(it -> it).toArray();
      double[] low = group.of(DoubleSummaryStatistics::getMin);
      double[] high = group.of(DoubleSummaryStatistics::getMax);
      traces.addAll(Band.traces(places, low, high, style.color(), edges));
      lines.add(new Line(name, places, group.of(DoubleSummaryStatistics::getAverage), style));
    }
    Chart chart = Lines.chart(title + " over seeds, band from lowest to highest", x, axis, lines);
    traces.addAll(chart.data());
    return new Chart(traces, chart.layout()).withLayout(LEGEND);
  }

  private Map<List<String>, Group> groups() {
    Map<List<String>, Group> groups = new LinkedHashMap<>();
    for (int row = 0; row < x.length; row++) {
      if (!Double.isNaN(y[row])) {
        Group group = groups.computeIfAbsent(setting(row), key -> new Group());
        group.points.computeIfAbsent(x[row], key -> new DoubleSummaryStatistics()).accept(y[row]);
        String seed = text("seed", row);
        group.seeds.add(seed);
        if (!group.seen.add(List.of(x[row], seed))) {
          String message =
              "seed %s of %s is there twice at %s %s, so they differ in what no column tells, such"
                  + " as the data: add a column before '%s' that does, or leave one of them out";
          throw new IllegalArgumentException(
              message.formatted(seed, run(setting(row)), xName, x[row], xName));
        }
      }
    }
    return groups;
  }

  /** The settings in a row, and last its run without the seed, which may say more. */
  private List<String> setting(int row) {
    List<String> setting = new ArrayList<>();
    settings.forEach(column -> setting.add(text(column, row)));
    boolean isNamed = table.containsColumn("run");
    setting.add(isNamed ? table.column("run").getString(row).replaceAll(COUNTED, "") : "");
    return setting;
  }

  /** A cell in digits that do not depend on the machine's language. */
  private String text(String name, int row) {
    Column<?> column = table.column(name);
    return column instanceof NumericColumn<?> numbers
        ? DIGITS.format(numbers.getDouble(row))
        : column.getString(row);
  }

  private static String run(List<String> setting) {
    return setting.get(setting.size() - 1);
  }

  /** Method and λ, and in what else two groups of the same method differ. */
  private List<String> names(List<List<String>> groups) {
    List<Integer> differing =
        IntStream.range(0, settings.size())
            .filter(i -> !settings.get(i).equals("method") && !settings.get(i).equals("lambda"))
            .filter(i -> differs(i, groups))
            .boxed()
            .toList();
    List<String> names = groups.stream().map(group -> name(group, differing)).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                Collections.frequency(names, names.get(i)) > 1
                    ? named(groups.get(i))
                    : names.get(i))
        .toList();
  }

  /** By its run, which says in what it differs, where no column does. */
  private String named(List<String> group) {
    return run(group) + value("lambda", " λ=", group);
  }

  private boolean differs(int place, List<List<String>> groups) {
    int method = settings.indexOf("method");
    Map<String, String> values = new HashMap<>();
    return groups.stream()
        .anyMatch(
            group -> {
              String key = method < 0 ? "" : group.get(method);
              String older = values.putIfAbsent(key, group.get(place));
              return older != null && !older.equals(group.get(place));
            });
  }

  private String name(List<String> group, List<Integer> differing) {
    StringBuilder name = new StringBuilder(value("method", "", group));
    name.append(value("lambda", name.isEmpty() ? "λ=" : " λ=", group));
    for (int place : differing) {
      String value = group.get(place);
      if (!NOTHING.contains(value)) {
        String setting = words(settings.get(place));
        name.append(name.isEmpty() ? "" : ", ");
        name.append(value.contains(setting) ? value : setting + " " + value);
      }
    }
    return name.isEmpty() ? "mean" : name.toString();
  }

  /** A learning rate's column has the name of its class, as the rate may change in a training. */
  private static String words(String column) {
    return column.equals("schedule") ? "learning rate" : column.replace('_', ' ');
  }

  private String value(String setting, String label, List<String> group) {
    int place = settings.indexOf(setting);
    return place < 0 ? "" : label + group.get(place);
  }
}
