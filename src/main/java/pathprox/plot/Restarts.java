package pathprox.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Trainings of the same name in one table, as where tables of two days are put together. */
final class Restarts {
  private final Map<String, Double> first = new HashMap<>();
  private final Map<String, Double> before = new HashMap<>();
  private final Map<String, Integer> number = new HashMap<>();

  private Restarts() {}

  /**
   * {@return {@code table}, or one with other names of runs: where the first iteration of a run
   * comes again after others, another training of the same name begins, {@code name (2)}}
   */
  static Table numbered(Table table) {
    List<String> names = table.columnNames();
    if (!names.contains("run")
        || !names.contains("iteration")
        || !(table.column("iteration") instanceof NumericColumn<?> iterations)) {
      return table;
    }
    Restarts restarts = new Restarts();
    StringColumn runs = StringColumn.create("run");
    for (int row = 0; row < table.rowCount(); row++) {
      runs.append(restarts.name(table.column("run").getString(row), iterations.getDouble(row)));
    }
    Column<?>[] columns =
        table.columns().stream()
            .map(it -> it.name().equals("run") ? runs : it)
            .toArray(Column[]::new);
    return Table.create(table.name(), columns);
  }

  private String name(String run, double iteration) {
    boolean isFirst = first.computeIfAbsent(run, key -> iteration) == iteration;
    if (isFirst && before.getOrDefault(run, iteration) != iteration) {
      number.merge(run, 2, (old, two) -> old + 1);
    }
    before.put(run, iteration);
    return number.containsKey(run) ? run + " (" + number.get(run) + ")" : run;
  }
}
