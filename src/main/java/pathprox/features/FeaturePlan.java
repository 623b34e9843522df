package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pathprox.csv.CsvFile;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.data.StratifiedParts;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * What becomes of each column of a table, guessed at first, to be read and changed: numbers are
 * standardized, categories and yes or no become columns of 0 and 1, dates their parts; a column
 * with one value, or whose values tell rows apart, is left out. An immutable value; the table is
 * not modified, and must not be while the plan is used. A column that there is not is an
 * IllegalArgumentException.
 */
public final class FeaturePlan {
  /** As many different whole numbers are still classes; more are numbers to predict. */
  private static final int MOST_CLASSES = 10;

  private static final int ROWS_PER_CLASS = 5;

  private final Table table;
  private final TableEncoder encoder;
  private final List<String> notes;

  private FeaturePlan(Table table, TableEncoder encoder, List<String> notes) {
    this.table = table;
    this.encoder = encoder;
    this.notes = List.copyOf(notes);
  }

  /**
   * {@return as {@link #of(Table, String)} a plan to predict {@code target} in {@code file}, with
   * the notes of its reading}
   */
  public static FeaturePlan of(CsvFile file, String target) {
    FeaturePlan plan = of(file.table(), target);
    return new FeaturePlan(plan.table, plan.encoder, file.notes());
  }

  /**
   * {@return a plan for all columns of {@code table} but {@code target}, which is to be predicted}
   * Texts, truths and whole numbers, at most 10 different ones with 5 rows each on average, are
   * classes; other numbers are numbers. Rows without a target are left out.
   *
   * @throws IllegalArgumentException if there is no such column or no row, or the target is neither
   *     a number nor a class
   */
  public static FeaturePlan of(Table table, String target) {
    require(table != null, "the table must not be null");
    requireColumn(table, target);
    Cells cells = Cells.of(table.column(target));
    int[] rows = present(cells);
    require(rows.length > 0, "column '%s' of table '%s' has no value", target, table.name());
    List<ColumnPlan> columns =
        table.columns().stream()
            .filter(column -> !column.name().equals(target))
            .map(column -> ColumnGuess.of(Cells.of(column), rows))
            .toList();
    Target guess = isClass(cells, rows) ? ClassTarget.of(cells, rows) : ValueTarget.of(cells, rows);
    return new FeaturePlan(table, new TableEncoder(guess, columns), List.of());
  }

  private static void requireColumn(Table table, String name) {
    String message = "table '%s' has no column '%s', its columns are %s";
    require(Cells.has(table, name), message, table.name(), name, table.columnNames());
  }

  private static int[] present(Cells cells) {
    return IntStream.range(0, cells.size()).filter(row -> !cells.isMissing(row)).toArray();
  }

  private static boolean isClass(Cells cells, int[] rows) {
    require(
        !cells.isTime(), "target '%s' is a date, which is not predicted", cells.column().name());
    if (!(cells.column() instanceof NumericColumn<?>)) {
      return true;
    }
    double[] different = Arrays.stream(rows).mapToDouble(cells::number).distinct().toArray();
    return different.length <= MOST_CLASSES
        && different.length * ROWS_PER_CLASS <= rows.length
        && Arrays.stream(different).allMatch(value -> value == Math.rint(value));
  }

  /** {@return this plan with {@code columns} as categories, one feature a value} */
  public FeaturePlan withCategories(String... columns) {
    return with(Categories::of, columns);
  }

  /**
   * {@return this plan with {@code columns} as numbers, dates as days, also where they were left
   * out}
   */
  public FeaturePlan withNumbers(String... columns) {
    return with(
        (cells, rows) -> cells.isTime() ? Times.days(cells, rows) : Numbers.of(cells, rows),
        columns);
  }

  /** {@return this plan without {@code columns} as features; they stay beside predictions} */
  public FeaturePlan without(String... columns) {
    return with((cells, rows) -> new LeftOut("as you wish"), columns);
  }

  /** {@return this plan with {@code choice} where {@code columns}, all if none, have no value} */
  public FeaturePlan withMissingValues(MissingValues choice, String... columns) {
    String[] all = encoder.columns().stream().map(ColumnPlan::name).toArray(String[]::new);
    return changed(column -> column.with(choice), columns.length == 0 ? all : columns);
  }

  private FeaturePlan with(BiFunction<Cells, int[], Encoding> encoding, String... columns) {
    int[] rows = present(encoder.targetCells(table));
    return changed(
        column -> {
          Cells cells = column.cells(table.column(column.name()));
          return ColumnPlan.of(cells, rows, encoding.apply(cells, rows))
              .with(column.missingValues());
        },
        columns);
  }

  private FeaturePlan changed(UnaryOperator<ColumnPlan> change, String... names) {
    List<String> changed = List.of(names);
    for (String name : changed) {
      requireColumn(table, name);
      boolean isTarget = name.equals(target().column());
      require(!isTarget, "'%s' is what is to be predicted, and no feature", name);
    }
    return with(
        new TableEncoder(
            target(),
            encoder.columns().stream()
                .map(column -> changed.contains(column.name()) ? change.apply(column) : column)
                .toList()));
  }

  private FeaturePlan with(TableEncoder changed) {
    return new FeaturePlan(table, changed, notes);
  }

  /** {@return this plan with the target as classes, whatever its numbers} */
  public FeaturePlan withClasses() {
    Cells cells = encoder.targetCells(table);
    return with(new TableEncoder(ClassTarget.of(cells, present(cells)), encoder.columns()));
  }

  /** {@return this plan with the target as a number to predict} */
  public FeaturePlan withValues() {
    Cells cells = encoder.targetCells(table);
    return with(new TableEncoder(ValueTarget.of(cells, present(cells)), encoder.columns()));
  }

  /** {@return what is to be predicted} */
  public Target target() {
    return encoder.target();
  }

  /** {@return how the file was read that the table comes from; none for a table} */
  public List<String> notes() {
    return notes;
  }

  /** {@return the table that this is a plan for} */
  public Table source() {
    return table;
  }

  /** {@return the rows of the table that a training takes, from 0} */
  public int[] rows() {
    require(
        !encoder.features().isEmpty(),
        "no column is left to learn from; withNumbers or withCategories of the plan take one in:\n%s",
        encoder);
    return encoder.trainableRows(table);
  }

  /** {@return what makes samples of rows, learned from all rows that a training takes} */
  public TableEncoder encoder() {
    return encoder.learned(table, rows());
  }

  /** {@return all rows that a training takes as samples, see {@link TableEncoder#dataset}} */
  public Dataset dataset() {
    return encoder().dataset(table, rows());
  }

  /**
   * {@return the training rows divided {@code count} times, 2 to their number, into a part of
   * {@link StratifiedParts#equal} by {@code seed} and all others, from which averages and the like
   * are learned}
   */
  public List<Fold> folds(int count, long seed) {
    int[] rows = rows();
    StratifiedParts parts = StratifiedParts.equal(targets(rows), count, seed);
    return IntStream.range(0, count)
        .mapToObj(part -> fold(at(rows, parts.allBut(part)), at(rows, parts.rows().get(part))))
        .toList();
  }

  private static int[] at(int[] rows, int[] places) {
    return Arrays.stream(places).map(place -> rows[place]).sorted().toArray();
  }

  private double[] targets(int[] rows) {
    Cells cells = encoder.targetCells(table);
    return target() instanceof ClassTarget classes
        ? Arrays.stream(classes.numbers(cells, rows)).asDoubleStream().toArray()
        : Arrays.stream(rows).mapToDouble(cells::number).toArray();
  }

  /** Class numbers or targets of all rows, −1 or −∞ for those without one. */
  double[] strata() {
    Cells cells = encoder.targetCells(table);
    int[] rows = present(cells);
    double[] targets = targets(rows);
    double[] strata = new double[cells.size()];
    Arrays.fill(strata, target() instanceof ClassTarget ? -1 : Double.NEGATIVE_INFINITY);
    IntStream.range(0, rows.length).forEach(i -> strata[rows[i]] = targets[i]);
    return strata;
  }

  private Fold fold(int[] others, int[] held) {
    TableEncoder learned = encoder.learned(table, others);
    Split split = new Split(learned.dataset(table, others), learned.dataset(table, held));
    return new Fold(learned, split, held);
  }

  /**
   * {@return the plan as a table: column, kind, what happens, features, and how many are missing}
   */
  public Table table() {
    return encoder.table();
  }

  @Override
  public String toString() {
    boolean isRefused = encoder.columns().stream().anyMatch(ColumnPlan::refusesTraining);
    int left = isRefused ? 0 : table.rowCount() - encoder.trainableRows(table).length;
    String without = left == 0 ? "" : ", " + left + " of them left out";
    return "plan for %s rows of '%s'%s%n%s"
        .formatted(table.rowCount(), table.name(), without, encoder);
  }
}
