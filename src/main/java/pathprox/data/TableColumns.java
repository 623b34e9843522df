package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.csv.CsvFile;
import pathprox.logging.LoggingStart;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The way from the columns of a table to a dataset, and back. Messages count rows from 1. */
final class TableColumns {
  static {
    LoggingStart.quietly();
  }

  private static final Predicate<String> NUMBER =
      Pattern.compile("[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d+)?").asMatchPredicate();

  private static final double MERGED = 0.01; // part of measured numbers that may become the same

  private final Table table;

  /** Says where a row is, from 0, in the words of a message. */
  private final IntFunction<String> place;

  private TableColumns(Table table, IntFunction<String> place) {
    require(table != null, "table must not be null");
    this.table = table;
    this.place = place;
  }

  static TableColumns of(Table table) {
    return new TableColumns(table, row -> "row " + (row + 1));
  }

  static TableColumns of(CsvFile file) {
    IntFunction<String> place =
        row -> "row %s, line %s of the file".formatted(row + 1, file.lineOf(row + 1));
    return new TableColumns(file.table(), place);
  }

  Dataset classification(String label) {
    require(label != null, "labelColumn must not be null");
    Table features = featuresBeside(List.of(label));
    Column<?> labels = table.column(label);
    requireClassType(labels);
    requirePresent(labels);
    List<Object> cells = labels.asList().stream().map(TableColumns::wholeWhereReal).toList();
    // Values of one column compare with each other: numbers by size, strings by character.
    Object[] values = cells.stream().distinct().sorted().toArray();
    int[] classes = cells.stream().mapToInt(each -> Arrays.binarySearch(values, each)).toArray();
    List<String> names = Arrays.stream(values).map(Object::toString).toList();
    Schema schema = Schema.of(features.columnNames(), List.of(label), names);
    return Dataset.ofClasses(table.name(), matrix(features), classes, schema);
  }

  Dataset regression(List<String> targets) {
    Checks.names("targetColumns", targets);
    Table features = featuresBeside(targets);
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

  private Table featuresBeside(List<String> wanted) {
    String name = table.name();
    List<String> found = table.columnNames();
    boolean isData = found.stream().anyMatch(NUMBER);
    String missing =
        "table '%s' has no column '%s', its columns are %s"
            + (isData
                ? "; if the first line of the file holds data, read it with"
                    + " CsvFile.read(file, CsvOptions.guess().withNames(…))"
                : "");
    wanted.forEach(column -> require(found.contains(column), missing, name, column, found));
    require(table.rowCount() > 0, "table '%s' has no rows", name);
    Table features = Table.create(name);
    // By index, as Tablesaw compares the names of all columns with those of all others.
    IntStream.range(0, found.size())
        .filter(i -> !wanted.contains(found.get(i)))
        .forEach(i -> features.internalAddWithoutValidation(table.column(i)));
    boolean hasMore = features.columnCount() > 0;
    require(hasMore, "table '%s' has no feature columns beside %s", name, wanted);
    return features;
  }

  /** Classes 1.0 and 2.0 are 1 and 2. */
  private static Object wholeWhereReal(Object value) {
    return value instanceof Double || value instanceof Float
        ? (Object) ((Number) value).longValue()
        : value;
  }

  private static void requireClassType(Column<?> labels) {
    boolean isReal =
        (labels instanceof DoubleColumn || labels instanceof FloatColumn)
            && !DoubleStream.of(((NumericColumn<?>) labels).asDoubleArray())
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
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

  private INDArray matrix(Table chosen) {
    int columns = chosen.columnCount();
    float[] values = new float[Math.multiplyExact(chosen.rowCount(), columns)];
    for (int i = 0; i < columns; i++) {
      Column<?> column = chosen.column(i);
      requireNumbers(column);
      requirePresent(column);
      for (int row = 0; row < column.size(); row++) {
        values[row * columns + i] = number(column, row);
      }
      requireDifferent(column);
    }
    return Nd4j.create(values, new long[] {chosen.rowCount(), columns}, 'c');
  }

  /** Times and identifiers would become one number. */
  private static void requireDifferent(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      double[] values = numbers.asDoubleArray();
      double[] rounded = DoubleStream.of(values).map(value -> (float) value).toArray();
      boolean areWhole = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
      long lost = different(values) - different(rounded);
      String message =
          "column '%s' holds numbers of which float32 cannot tell apart %d: leave it out, or"
              + " standardize it before it is rounded, as FeaturePlan.of(table, …).dataset() does";
      require(lost <= (areWhole ? 0 : MERGED * values.length), message, column.name(), lost);
    }
  }

  private static long different(double[] values) {
    return DoubleStream.of(values).distinct().count();
  }

  private float number(Column<?> column, int row) {
    double value =
        column instanceof NumericColumn<?> numbers
            ? numbers.getDouble(row)
            : ((BooleanColumn) column).getDouble(row);
    if (!Float.isFinite((float) value) || (float) value == 0 && value != 0) {
      String message = "column '%s' holds %s at %s, which is beyond float32: remove it or scale it";
      require(false, message, column.name(), value, place.apply(row));
    }
    return (float) value;
  }

  private void requireNumbers(Column<?> column) {
    if (column instanceof NumericColumn<?> || column instanceof BooleanColumn) {
      return;
    }
    int row =
        IntStream.range(0, column.size())
            .filter(i -> !column.isMissing(i) && !NUMBER.test(column.getString(i).strip()))
            .findFirst()
            .orElseGet(() -> firstWithComma(column));
    String cell = column.getString(row);
    String cure =
        NUMBER.test(cell.strip())
            ? "write decimals with a point, or read the file with"
                + " CsvOptions.guess().withDecimalComma()"
            : "remove the column, or turn it into numbers, for example one column of 0 and 1 for"
                + " each value";
    String message = "column '%s' holds '%s' at %s, which is no number: %s";
    require(false, message, column.name(), cell, place.apply(row), cure);
  }

  private static int firstWithComma(Column<?> column) {
    return IntStream.range(0, column.size())
        .filter(i -> column.getString(i).indexOf(',') >= 0)
        .findFirst()
        .orElse(0);
  }

  private void requirePresent(Column<?> column) {
    String message = "column '%s' has no value at %s: remove the row, or fill it in";
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        require(false, message, column.name(), place.apply(row));
      }
    }
  }
}
