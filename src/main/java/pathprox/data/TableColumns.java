package pathprox.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private static final Set<ColumnType> CLASS_TYPES =
      Set.of(
          ColumnType.STRING,
          ColumnType.SHORT,
          ColumnType.INTEGER,
          ColumnType.LONG,
          ColumnType.BOOLEAN);

  private TableColumns() {}

  static Dataset classification(Table table, String label) {
    Checks.require(label != null, "labelColumn must not be null");
    requireColumns(table, List.of(label));
    Column<?> labels = table.column(label);
    requireClassType(labels);
    requirePresent(labels);
    Map<Object, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    // Values of one column compare with each other: numbers by size, strings by character.
    for (Object value : new TreeSet<Object>(labels.asList())) {
      numbers.put(value, names.size());
      names.add(value.toString());
    }
    int[] classes =
        IntStream.range(0, labels.size()).map(i -> numbers.get(labels.get(i))).toArray();
    List<Column<?>> features = featuresBeside(table, List.of(label));
    return Dataset.ofClasses(
        table.name(), matrix(features), classes, schema(features, List.of(label), names));
  }

  static Dataset regression(Table table, List<String> targets) {
    Checks.names("targetColumns", targets);
    requireColumns(table, targets);
    List<Column<?>> values = table.columns(targets.toArray(String[]::new));
    List<Column<?>> features = featuresBeside(table, targets);
    return Dataset.ofValues(
        table.name(), matrix(features), matrix(values), schema(features, targets, List.of()));
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
      table.addColumns(DoubleColumn.create(names.get(column), cells));
    }
  }

  private static void requireColumns(Table table, List<String> wanted) {
    Checks.require(table != null, "table must not be null");
    String name = table.name();
    List<String> found = table.columnNames();
    String missing = "table '%s' has no column '%s', its columns are %s";
    wanted.forEach(column -> Checks.require(found.contains(column), missing, name, column, found));
    Checks.require(table.rowCount() > 0, "table '%s' has no rows", name);
    boolean hasMore = found.size() > wanted.size();
    Checks.require(hasMore, "table '%s' has no feature columns beside %s", name, wanted);
  }

  private static void requireClassType(Column<?> labels) {
    Checks.require(
        labels.type() != ColumnType.DOUBLE && labels.type() != ColumnType.FLOAT,
        "label column '%s' holds real numbers, not classes: predict them with"
            + " regressionFromTable or regressionFromCsv, or turn them into whole numbers",
        labels.name());
    Checks.require(
        CLASS_TYPES.contains(labels.type()),
        "label column '%s' must hold whole numbers, strings or Booleans, holds %s",
        labels.name(),
        labels.type().name());
  }

  private static List<Column<?>> featuresBeside(Table table, List<String> targets) {
    List<Column<?>> features = new ArrayList<>(table.columns());
    features.removeIf(column -> targets.contains(column.name()));
    return features;
  }

  private static Schema schema(
      List<Column<?>> features, List<String> targets, List<String> classNames) {
    return Schema.of(features.stream().<String>map(Column::name).toList(), targets, classNames);
  }

  private static INDArray matrix(List<Column<?>> columns) {
    columns.forEach(TableColumns::requireNumbers);
    columns.forEach(TableColumns::requirePresent);
    int rows = columns.get(0).size();
    float[] values = new float[Math.multiplyExact(rows, columns.size())];
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < rows; row++) {
        values[row * columns.size() + column] = (float) number(columns.get(column), row);
      }
    }
    return Nd4j.create(values, new long[] {rows, columns.size()}, 'c');
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
    int row = 0;
    while (row < column.size() - 1 && CsvFile.isNumber(column.getString(row))) {
      row++;
    }
    String cell = column.getString(row);
    String cure =
        CsvFile.isNumber(cell.replace(',', '.'))
            ? "write decimals with a point"
            : "remove the column, or turn it into numbers, for example one column of 0 and 1 for each"
                + " value";
    String message = "column '%s' holds '%s' at row %d, which is no number: %s";
    Checks.require(false, message, column.name(), cell, row, cure);
  }

  private static void requirePresent(Column<?> column) {
    String message = "column '%s' has no value at row %d: remove the row, or fill it in";
    for (int row = 0; row < column.size(); row++) {
      Checks.require(!column.isMissing(row), message, column.name(), row);
    }
  }
}
