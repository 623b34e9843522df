package pathprox.features;

import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A plan as a person reads it. */
final class PlanTable {
  private PlanTable() {}

  static Table of(TableEncoder encoder) {
    List<ColumnPlan> columns = encoder.columns();
    return Table.create(
        "plan",
        StringColumn.create("column", columns.stream().map(ColumnPlan::name)),
        StringColumn.create("kind", columns.stream().map(each -> each.encoding().kind())),
        StringColumn.create("what happens", columns.stream().map(ColumnPlan::text)),
        IntColumn.create(
            "features", columns.stream().mapToInt(each -> each.features().size()).toArray()),
        IntColumn.create("missing", columns.stream().mapToInt(ColumnPlan::missing).toArray()));
  }

  static String text(TableEncoder encoder) {
    return encoder.columns().stream()
        .map(PlanTable::line)
        .collect(Collectors.joining("\n  ", encoder.target() + "\n  ", ""));
  }

  private static String line(ColumnPlan column) {
    String missing = column.missing() == 0 ? "" : " (" + column.missing() + " missing)";
    return column.name() + missing + ": " + column.encoding().kind() + ", " + column.text();
  }
}
