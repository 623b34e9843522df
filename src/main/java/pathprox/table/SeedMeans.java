package pathprox.table;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Results of trainings that differ in their seed alone, put together. */
public final class SeedMeans {
  private static final String FIRST_RESULT = "iterations";

  /** What names of runs hold beside their settings, or have a column for. */
  private static final String COUNTED = "\\s*λ=[^, ]*|, seed -?\\d+| \\(\\d+\\)$";

  private static final Set<String> NO_SETTING = Set.of("run", "seed");
  private static final List<String> MEASURED =
      List.of("objective", "active_units", "strong_units", "test_loss", "test_accuracy");

  private SeedMeans() {}

  /**
   * {@return a row for all rows of {@code table}, such as of {@link ResultTable#ofRuns(String,
   * List)}, that are equal in all columns before {@code iterations} but {@code seed}, and but for
   * seeds and numbers in {@code run}: these columns, {@code seeds}, how many rows they are, and the
   * arithmetic mean, {@code _lowest} and {@code _highest} of {@code objective}, {@code
   * active_units}, {@code strong_units}, {@code test_loss} and {@code test_accuracy}; missing where
   * one of them is; {@code run} comes first where no other column tells two rows apart}
   *
   * @throws IllegalArgumentException if two of these rows have the same seed, as those of two data
   *     sets, which no column tells apart
   */
  public static Table of(Table table) {
    List<String> names = table.columnNames();
    List<String> settings =
        names.subList(0, names.indexOf(FIRST_RESULT)).stream()
            .filter(name -> !NO_SETTING.contains(name))
            .toList();
    Map<List<String>, Selection> groups = new LinkedHashMap<>();
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> setting = setting(table, settings, row);
      groups.computeIfAbsent(setting, key -> Selection.with()).add(row);
      requireNew(seen, setting, String.valueOf(table.column("seed").get(row)));
    }
    int[] first = groups.values().stream().mapToInt(rows -> rows.get(0)).toArray();
    Table means = Table.create(table.name());
    long told =
        groups.keySet().stream().map(key -> key.subList(0, settings.size())).distinct().count();
    if (told < groups.size()) {
      Stream<String> runs = groups.keySet().stream().map(key -> key.get(settings.size()));
      means.addColumns(StringColumn.create("run", runs));
    }
    for (String name : settings) {
      Column<?> column = table.column(name).where(Selection.with(first));
      means.addColumns(column);
    }
    int[] counts = groups.values().stream().mapToInt(Selection::size).toArray();
    means.addColumns(IntColumn.create("seeds", counts));
    for (String name : MEASURED) {
      means.addColumns(measured(table, name, List.copyOf(groups.values())));
    }
    return means;
  }

  private static List<String> setting(Table table, List<String> columns, int row) {
    List<String> setting = new ArrayList<>();
    columns.forEach(name -> setting.add(String.valueOf(table.column(name).get(row))));
    boolean isNamed = table.containsColumn("run");
    setting.add(
        isNamed ? table.column("run").getString(row).replaceAll(COUNTED, "") : "these runs");
    return setting;
  }

  private static void requireNew(Set<List<String>> seen, List<String> setting, String seed) {
    List<String> member = new ArrayList<>(setting);
    member.add(seed);
    String message =
        "seed %s of %s stands in two rows, so they differ in what no column tells, such as the"
            + " data: add a column before '%s' that does, or leave one of them out";
    require(seen.add(member), message, seed, setting.get(setting.size() - 1), FIRST_RESULT);
  }

  private static Column<?>[] measured(Table table, String name, List<Selection> groups) {
    double[] values = ((NumericColumn<?>) table.column(name)).asDoubleArray();
    DoubleColumn mean = DoubleColumn.create(name);
    DoubleColumn lowest = DoubleColumn.create(name + "_lowest");
    DoubleColumn highest = DoubleColumn.create(name + "_highest");
    for (Selection group : groups) {
      double[] some = IntStream.of(group.toArray()).mapToDouble(row -> values[row]).toArray();
      DoubleSummaryStatistics all = DoubleStream.of(some).summaryStatistics();
      boolean isWhole = !Double.isNaN(all.getSum());
      mean.append(all.getAverage());
      lowest.append(isWhole ? all.getMin() : Double.NaN);
      highest.append(isWhole ? all.getMax() : Double.NaN);
    }
    return new Column<?>[] {mean, lowest, highest};
  }
}
