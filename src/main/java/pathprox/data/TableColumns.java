package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The way from the columns of a table to a dataset, and back. */
final class TableColumns {
  private TableColumns() {}

  static Dataset classification(Table table, String label) {
    require(label != null, "labelColumn must not be null");
    Table features = featuresBeside(table, List.of(label));
    Column<?> labels = table.column(label);
    requireClassType(labels);
    requirePresent(labels);
    // Values of one column compare with each other: numbers by size, strings by character.
    Object[] values = labels.asList().stream().distinct().sorted().toArray();
    int[] classes =
        labels.asList().stream().mapToInt(each -> Arrays.binarySearch(values, each)).toArray();
    List<String> names = Arrays.stream(values).map(Object::toString).toList();
    Schema schema = Schema.of(features.columnNames(), List.of(label), names);
    return Dataset.ofClasses(table.name(), matrix(features), classes, schema);
  }

  static Dataset regression(Table table, List<String> targets) {
    Checks.names("targetColumns", targets);
    Table features = featuresBeside(table, targets);
    Table values = table.selectColumns(targets.toArray(String[]::new));
    Schema schema = Schema.of(features.columnNames(), targets, List.of());
    return Dataset.ofValues(table.name(), matrix(features), matrix(values), schema);
  }

  static Table table(Dataset data, Schema names) {
    Table table = Table.create(data.name());
    if (data.isClassification()) {
      StringColumn labels = StringColumn.create(names.targets().get(0));
      IntStream.range(0, data.size())
          .forEach(row -> labels.append(data.classNames().get(data.classOf(row))));
      table.addColumns(labels);
    } else {
      addColumns(table, data.targets(), names.targets());
    }
    addColumns(table, data.features(), names.features());
    return table;
  }

  private static void addColumns(Table table, INDArray values, List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      double[] cells = values.getColumn(column).toDoubleVector();
      table.addColumns(DoubleColumn.create(unique(table, names.get(column)), cells));
    }
  }

  /** Tablesaw takes names that differ in case alone for the same. */
  private static String unique(Table table, String name) {
    boolean isTaken = table.columnNames().stream().anyMatch(name::equalsIgnoreCase);
    return isTaken ? unique(table, name + "'") : name;
  }

  private static Table featuresBeside(Table table, List<String> wanted) {
    require(table != null, "table must not be null");
    String name = table.name();
    List<String> found = table.columnNames();
    String missing = "table '%s' has no column '%s', its columns are %s";
    wanted.forEach(column -> require(found.contains(column), missing, name, column, found));
    require(table.rowCount() > 0, "table '%s' has no rows", name);
    boolean hasMore = found.size() > wanted.size();
    require(hasMore, "table '%s' has no feature columns beside %s", name, wanted);
    return table.rejectColumns(wanted.toArray(String[]::new));
  }

  private static void requireClassType(Column<?> labels) {
    boolean isReal = labels.type() == ColumnType.DOUBLE || labels.type() == ColumnType.FLOAT;
    String real =
        "label column '%s' holds real numbers, not classes: predict them with"
            + " regressionFromTable or regressionFromCsv, or turn them into whole numbers";
    require(!isReal, real, labels.name());
    boolean fits =
        labels instanceof NumericColumn<?>
            || labels instanceof BooleanColumn
            || labels instanceof StringColumn;
    String other = "label column '%s' must hold whole numbers, strings or Booleans, holds %s";
    require(fits, other, labels.name(), labels.type().name());
  }

  private static INDArray matrix(Table table) {
    int columns = table.columnCount();
    float[] values = new float[Math.multiplyExact(table.rowCount(), columns)];
    for (int i = 0; i < columns; i++) {
      Column<?> column = table.column(i);
      requireNumbers(column);
      requirePresent(column);
      for (int row = 0; row < column.size(); row++) {
        values[row * columns + i] = (float) number(column, row);
      }
    }
    return Nd4j.create(values, new long[] {table.rowCount(), columns}, 'c');
  }

  private static double number(Column<?> column, int row) {
    return column instanceof NumericColumn<?> numbers
        ? numbers.getDouble(row)
        : ((BooleanColumn) column).getDouble(row);
  }

  private static void requireNumbers(Column<?> column) {
    if (column instanceof NumericColumn<?> || column instanceof BooleanColumn) {
      return;
    }
    int row =
        IntStream.range(0, column.size())
            .filter(i -> !CsvFile.isNumber(column.getString(i)))
            .findFirst()
            .orElse(column.size() - 1);
    String cell = column.getString(row);
    String cure =
        CsvFile.isNumber(cell.replace(',', '.'))
            ? "write decimals with a point"
            : "remove the column, or turn it into numbers, for example one column of 0 and 1 for"
                + " each value";
    String message = "column '%s' holds '%s' at row %d, which is no number: %s";
    require(false, message, column.name(), cell, row, cure);
  }

  private static void requirePresent(Column<?> column) {
    String message = "column '%s' has no value at row %d: remove the row, or fill it in";
    for (int row = 0; row < column.size(); row++) {
      require(!column.isMissing(row), message, column.name(), row);
    }
  }
}
