package pathprox.table;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/** Results of trainings that differ in their seed alone, put together. */
public final class SeedMeans {
  private static final String FIRST_RESULT = "iterations";
  private static final Set<String> NO_SETTING = Set.of("run", "seed");
  private static final List<String> MEASURED =
      List.of("objective", "active_units", "strong_units", "test_loss", "test_accuracy");

  private SeedMeans() {}

  /**
   * {@return a row for all rows of {@code table}, such as of {@link ResultTable#ofRuns(String,
   * List)}, that are equal in all columns before {@code iterations} but {@code run} and {@code
   * seed}: these columns, {@code seeds}, how many rows they are, and the arithmetic mean, {@code
   * _lowest} and {@code _highest} of {@code objective}, {@code active_units}, {@code strong_units},
   * {@code test_loss} and {@code test_accuracy}; missing where one of them is}
   */
  public static Table of(Table table) {
    List<String> names = table.columnNames();
    List<String> settings =
        names.subList(0, names.indexOf(FIRST_RESULT)).stream()
            .filter(name -> !NO_SETTING.contains(name))
            .toList();
    Map<List<String>, Selection> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      int place = row;
      List<String> setting =
          settings.stream().map(name -> table.column(name).getString(place)).toList();
      groups.computeIfAbsent(setting, key -> Selection.with()).add(row);
    }
    int[] first = groups.values().stream().mapToInt(rows -> rows.get(0)).toArray();
    Table means = Table.create(table.name());
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
