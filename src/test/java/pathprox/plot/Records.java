package pathprox.plot;

import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Small tables of training records, and the parts of charts made of them. */
public final class Records {
  private Records() {}

  /** Makes a table with two records for each of the runs, every column filled. */
  public static Table of(String... runs) {
    Table table = Table.create("records");
    table.addColumns(StringColumn.create("run"), IntColumn.create("iteration"));
    List.of(
            "objective",
            "path_norm",
            "half_squared_norm",
            "optimality",
            "learning_rate",
            "train_accuracy",
            "test_accuracy")
        .forEach(name -> table.addColumns(DoubleColumn.create(name)));
    List.of("active_units", "active_1", "active_2")
        .forEach(name -> table.addColumns(IntColumn.create(name)));
    for (String run : runs) {
      append(table, run, 0, 0.5);
      append(table, run, 100, 0.25);
    }
    return table;
  }

  private static void append(Table table, String run, int iteration, double value) {
    table.stringColumn("run").append(run);
    table.intColumn("iteration").append(iteration);
    for (Column<?> column : table.columns()) {
      if (column instanceof DoubleColumn numbers) {
        numbers.append(column.name().equals("half_squared_norm") ? 2 * value : value);
      } else if (column.name().startsWith("active_")) {
        ((IntColumn) column).append((int) (40 * value));
      }
    }
  }

  public static List<Object> each(Chart chart, String key) {
    return chart.data().stream().map(trace -> trace.get(key)).toList();
  }

  /** Follows a path of keys, such as layout, title, text. */
  public static Object at(Object map, String... path) {
    Object value = map;
    for (String key : path) {
      value = ((Map<?, ?>) value).get(key);
    }
    return value;
  }
}
