package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.logging.LoggingStart;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A plan with all that was learned from training rows: it makes the inputs of a network from any
 * table with the same columns, by their names and in any order. An immutable value that any number
 * of threads may use. Rows count from 0 here and from 1 in messages.
 */
public final class TableEncoder {
  static {
    LoggingStart.quietly();
  }

  private final Target target;
  private final List<ColumnPlan> columns;

  TableEncoder(Target target, List<ColumnPlan> columns) {
    this.target = target;
    this.columns = List.copyOf(columns);
  }

  /** {@return all of this as JSON, from which {@link #ofJson} makes the same again} */
  public String json() {
    return EncoderText.of(this);
  }

  /** {@return the encoder of {@code json}; an IllegalArgumentException if there is none in it} */
  public static TableEncoder ofJson(String json) {
    return EncoderText.read(json);
  }

  /** {@return what is predicted} */
  public Target target() {
    return target;
  }

  List<ColumnPlan> columns() {
    return columns;
  }

  /** {@return the names of the features, one for each input of a network} */
  public List<String> features() {
    return columns.stream().flatMap(column -> column.features().stream()).toList();
  }

  /** {@return the names of all columns of the table that this was learned from} */
  public List<String> columnNames() {
    return Stream.concat(Stream.of(target.column()), columns.stream().map(ColumnPlan::name))
        .toList();
  }

  /** {@return the names of the columns that a table must have} */
  public List<String> usedColumns() {
    return used().stream().map(ColumnPlan::name).toList();
  }

  /** {@return for each of the {@link #usedColumns} the numbers of its features, from 0} */
  public Map<String, List<Integer>> groups() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    int from = 0;
    for (ColumnPlan column : columns) {
      int to = from + column.features().size();
      if (to > from) {
        groups.put(column.name(), IntStream.range(from, to).boxed().toList());
      }
      from = to;
    }
    return groups;
  }

  /**
   * {@return what becomes of each of the {@link #usedColumns}, all of which are numbers, or yes or
   * no; the features of one stand before those of the next}
   *
   * @throws IllegalArgumentException if there is another kind of column, with the names of all
   */
  public List<NumericInput> numericColumns() {
    List<String> others =
        used().stream()
            .filter(column -> column.numeric().isEmpty())
            .map(column -> "'%s' (%s)".formatted(column.name(), column.encoding().kind()))
            .toList();
    String message =
        "columns must be numbers, or yes or no, found also %s; leave them out by 'without' of the"
            + " plan, or write them as numbers in the table and take them in by 'withNumbers'";
    require(others.isEmpty(), message, String.join(", ", others));
    return used().stream().map(column -> column.numeric().orElseThrow()).toList();
  }

  /** The same plan with averages and the like from some rows of its table alone. */
  TableEncoder learned(Table table, int[] rows) {
    Cells cells = targetCells(table);
    Target newTarget =
        target instanceof ClassTarget classes
            ? classes.learned(cells, rows)
            : ValueTarget.of(cells, rows);
    Map<String, Column<?>> byName = byName(table);
    return new TableEncoder(
        newTarget,
        columns.stream().map(column -> column.learned(byName.get(column.name()), rows)).toList());
  }

  Cells targetCells(Table table) {
    return Cells.of(table.column(target.column()));
  }

  /**
   * {@return the rows of {@code table} that can be predicted, in order: not those without a value
   * in a column whose rows are to be dropped}
   *
   * @throws IllegalArgumentException if a column is missing, or a value where that is refused
   */
  public int[] predictableRows(Table table) {
    return allowed(table, IntStream.range(0, table.rowCount()));
  }

  /**
   * {@return the {@link #predictableRows} of {@code table} that have a target}
   *
   * @throws IllegalArgumentException as there, or if there is no column of the target
   */
  public int[] trainableRows(Table table) {
    requireColumns(table, List.of(target.column()));
    Cells cells = targetCells(table);
    return allowed(table, IntStream.range(0, cells.size()).filter(row -> !cells.isMissing(row)));
  }

  private int[] allowed(Table table, IntStream rows) {
    List<ColumnPlan> used = used();
    List<Cells> cells = cells(table, used);
    return rows.filter(
            row ->
                IntStream.range(0, used.size())
                    .allMatch(i -> used.get(i).allows(cells.get(i), row)))
        .toArray();
  }

  private List<ColumnPlan> used() {
    return columns.stream().filter(ColumnPlan::isUsed).toList();
  }

  /** Of those columns, which the table must have. */
  private static List<Cells> cells(Table table, List<ColumnPlan> used) {
    requireColumns(table, used.stream().map(ColumnPlan::name).toList());
    Map<String, Column<?>> byName = byName(table);
    return used.stream().map(column -> column.cells(byName.get(column.name()))).toList();
  }

  /** Tablesaw itself looks at all names for each. */
  private static Map<String, Column<?>> byName(Table table) {
    Map<String, Column<?>> byName = new HashMap<>();
    table.columns().forEach(column -> byName.put(column.name(), column));
    return byName;
  }

  private static void requireColumns(Table table, List<String> wanted) {
    Set<String> found = Set.copyOf(table.columnNames());
    List<String> missing = wanted.stream().filter(name -> !found.contains(name)).toList();
    if (!missing.isEmpty()) {
      String message = "table '%s' has no column '%s'; it has %s, and %s are needed";
      String names = String.join("', '", missing);
      require(false, message, table.name(), names, table.columnNames(), wanted);
    }
  }

  /**
   * {@return the features of {@code rows} of {@code table}, [rows, features], float32}
   *
   * @throws IllegalArgumentException if a column is missing, or a cell is no number where numbers
   *     were learned
   */
  public INDArray features(Table table, int[] rows) {
    List<ColumnPlan> used = used();
    List<Cells> cells = cells(table, used);
    require(rows.length > 0, "table '%s' has no row that can be used", table.name());
    int width = features().size();
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    int from = 0;
    for (int i = 0; i < used.size(); i++) {
      encode(used.get(i), cells.get(i), rows, values, from, width);
      from += used.get(i).features().size();
    }
    return Nd4j.create(values, new long[] {rows.length, width}, 'c');
  }

  private static void encode(
      ColumnPlan column, Cells cells, int[] rows, float[] values, int from, int width) {
    double[] features = new double[column.features().size()];
    for (int i = 0; i < rows.length; i++) {
      Arrays.fill(features, 0);
      column.encode(cells, rows[i], features);
      for (int k = 0; k < features.length; k++) {
        float value = (float) features[k];
        String message = "column '%s', row %d: %s is too far from all numbers of the training";
        boolean fits = Float.isFinite(value);
        require(fits, message, column.name(), rows[i] + 1, fits ? "" : cells.text(rows[i]));
        values[i * width + from + k] = value;
      }
    }
  }

  /**
   * {@return the {@code rows} of {@code table} as samples; numbers to predict are standardized}
   *
   * @throws IllegalArgumentException as {@link #features}, or if a target is none of the classes or
   *     no number
   */
  public Dataset dataset(Table table, int[] rows) {
    INDArray features = features(table, rows);
    requireColumns(table, List.of(target.column()));
    Cells cells = targetCells(table);
    String name = Objects.requireNonNullElse(table.name(), "table");
    Dataset data =
        target instanceof ClassTarget classes
            ? Dataset.classification(
                name, features, classes.numbers(cells, rows), classes.classes())
            : Dataset.regression(name, features, standardized(cells, rows));
    return data.withColumnNames(features(), List.of(target.column()));
  }

  private INDArray standardized(Cells cells, int[] rows) {
    double[] values = ((ValueTarget) target).standardized(cells, rows);
    return Nd4j.createFromArray(values).reshape(rows.length, 1);
  }

  /**
   * {@return what is unusual about each row of {@code table}, such as a value that there was not in
   * training; empty for a row where nothing is}
   */
  public List<String> notes(Table table) {
    StringJoiner[] notes = new StringJoiner[table.rowCount()];
    Arrays.setAll(notes, row -> new StringJoiner("; "));
    List<ColumnPlan> used = used();
    List<Cells> cells = cells(table, used);
    for (int i = 0; i < used.size(); i++) {
      for (int row = 0; row < notes.length; row++) {
        String note = used.get(i).note(cells.get(i), row);
        if (!note.isEmpty()) {
          notes[row].add(note);
        }
      }
    }
    return Arrays.stream(notes).map(StringJoiner::toString).toList();
  }

  /** {@return the plan as a table: column, kind, what happens, and how many are missing} */
  public Table table() {
    return PlanTable.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableEncoder that
        && target.equals(that.target)
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return 31 * target.hashCode() + columns.hashCode();
  }

  @Override
  public String toString() {
    return PlanTable.text(this);
  }
}
