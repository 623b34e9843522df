package pathprox.plot;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/**
 * The records of one training.
 *
 * @param name the name of the run, empty if the table has no column {@code run}
 * @param records its rows, in the order of the table
 * @param style how its lines are drawn, the same in every figure
 */
public record Run(String name, Table records, LineStyle style) {
  /**
   * {@return the runs of {@code table} by its column {@code run}, in the order of their first rows}
   * A column {@code needed} that is missing or not numeric is an {@code IllegalArgumentException}.
   */
  public static List<Run> in(Table table, String... needed) {
    for (String column : needed) {
      numericColumn(table, column);
    }
    Map<String, Selection> rows = new LinkedHashMap<>();
    boolean named = table.columnNames().contains("run");
    for (int row = 0; row < table.rowCount(); row++) {
      String name = named ? table.column("run").getString(row) : "";
      rows.computeIfAbsent(name, key -> new BitmapBackedSelection()).add(row);
    }
    Iterator<LineStyle> styles = LineStyle.forNames(List.copyOf(rows.keySet())).iterator();
    List<Run> runs = new ArrayList<>();
    rows.forEach(
        (name, selection) -> runs.add(new Run(name, table.where(selection), styles.next())));
    return runs;
  }

  /** {@return the name of the run, or {@code quantity}, what is drawn of it, if it has none} */
  public String nameOr(String quantity) {
    return name.isEmpty() ? quantity : name;
  }

  /** {@return the name of the run, if it has one, and {@code quantity}, one of several drawn} */
  public String label(String quantity) {
    return name.isEmpty() ? quantity : name + ", " + quantity;
  }

  /** {@return a line of the columns {@code x} and {@code y}, called {@code label} in a legend} */
  public Line line(String x, String y, String label) {
    return new Line(label, numbers(x), numbers(y), style);
  }

  /**
   * {@return one number per record from {@code column}, NaN where the value is missing; it is an
   * {@code IllegalArgumentException} if the column is missing or not numeric}
   */
  public double[] numbers(String column) {
    return numericColumn(records, column).asDoubleArray();
  }

  static NumericColumn<?> numericColumn(Table table, String name) {
    // Tablesaw itself would find a column whose name differs in case.
    if (!table.columnNames().contains(name)) {
      throw new IllegalArgumentException(
          "the table has no column '%s', its columns are %s".formatted(name, table.columnNames()));
    }
    if (table.column(name) instanceof NumericColumn<?> numeric) {
      return numeric;
    }
    throw new IllegalArgumentException(
        "column '%s' must be numeric, is %s".formatted(name, table.column(name).type().name()));
  }

  @Override
  public String toString() {
    return nameOr("run") + ": " + records.rowCount() + " records";
  }
}
