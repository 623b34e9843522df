package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TableColumnsTest {
  private static Table houses() {
    return Table.create(
        "houses",
        DoubleColumn.create("area", 80.5, 120, 60),
        BooleanColumn.create("garden", true, false, true),
        IntColumn.create("rooms", 3, 5, 2),
        StringColumn.create("town", "Ulm", "Bonn", "Ulm"));
  }

  @Test
  void fromTable_mixedColumns_makesFloatFeaturesInTableOrder() {
    Dataset data = Dataset.fromTable(houses(), "town");

    assertEquals("houses", data.name());
    assertEquals(List.of("Bonn", "Ulm"), data.classNames());
    assertArrayEquals(new int[] {1, 2}, data.countPerClass());
    assertEquals(1, data.classOf(0));
    float[][] expected = {{80.5f, 1, 3}, {120, 0, 5}, {60, 1, 2}};
    assertEquals(Nd4j.createFromArray(expected), data.features());
    assertEquals(DataType.FLOAT, data.features().dataType());
    assertEquals(List.of("town", "area", "garden", "rooms"), data.table().columnNames());
  }

  record Labels(Column<?> column, List<String> classNames, int firstClass) {}

  static Stream<Labels> labelColumns() {
    return Stream.of(
        new Labels(IntColumn.create("label", 10, 9, -1), List.of("-1", "9", "10"), 2),
        new Labels(LongColumn.create("label", 10, 9, 9), List.of("9", "10"), 1),
        new Labels(DoubleColumn.create("label", 1.0, 0.0, 1.0), List.of("0", "1"), 1),
        new Labels(
            ShortColumn.create("label", (short) 10, (short) 9, (short) 9), List.of("9", "10"), 1),
        new Labels(StringColumn.create("label", "10", "9", "9"), List.of("10", "9"), 0),
        new Labels(BooleanColumn.create("label", true, false, true), List.of("false", "true"), 1));
  }

  @ParameterizedTest
  @MethodSource("labelColumns")
  void fromTable_labelColumn_sortsItsClasses(Labels labels) {
    Table table = Table.create("table", labels.column(), DoubleColumn.create("x", 1, 2, 3));

    Dataset data = Dataset.fromTable(table, "label");

    assertEquals(labels.classNames(), data.classNames());
    assertEquals(labels.firstClass(), data.classOf(0));
    assertEquals(List.of(1), data.sampleShape());
  }

  @Test
  void regressionFromTable_targets_areKeptInTheOrderAskedFor() {
    Table table = houses().removeColumns("town");

    Dataset data = Dataset.regressionFromTable(table, "rooms", "area");

    float[][] expected = {{3, 80.5f}, {5, 120}, {2, 60}};
    assertEquals(Nd4j.createFromArray(expected), data.targets());
    assertEquals(1, data.inputs());
    assertEquals(List.of("rooms", "area", "garden"), data.table().columnNames());
  }

  @Test
  void table_ofClasses_comesBackTheSame() {
    Dataset data = Dataset.fromTable(houses(), "town");

    Dataset back = Dataset.fromTable(data.table(), "town");

    assertEquals(data.features(), back.features());
    assertEquals(data.targets(), back.targets());
    assertEquals(data.classNames(), back.classNames());
  }

  @Test
  void table_ofMatrices_numbersItsColumns() {
    Dataset classes =
        Dataset.classification("c", Nd4j.ones(DataType.DOUBLE, 1, 2), new int[1], List.of("a"));
    Dataset one = Dataset.regression("r", Nd4j.ones(1, 1), Nd4j.ones(1, 1));
    Dataset two = Dataset.regression("r", Nd4j.ones(1, 1), Nd4j.ones(1, 2));

    assertEquals(List.of("label", "x0", "x1"), classes.table().columnNames());
    assertEquals("a", classes.table().stringColumn("label").get(0));
    assertEquals(List.of("y", "x0"), one.table().columnNames());
    assertEquals(List.of("y0", "y1", "x0"), two.table().columnNames());
    assertEquals(1.0, two.table().doubleColumn("y1").get(0));
  }

  record Bad(String name, Executable call, String... messages) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad badFeature(String name, Column<?> column, String... messages) {
    Table table = Table.create("t", StringColumn.create("label", "a", "b"), column);
    return new Bad(name, () -> Dataset.fromTable(table, "label"), messages);
  }

  private static Bad badLabel(String name, Column<?> column, String... messages) {
    Table table = Table.create("t", column, DoubleColumn.create("x", 1, 2));
    return new Bad(name, () -> Dataset.fromTable(table, column.name()), messages);
  }

  static Stream<Bad> badTables() {
    Table unlabelled = Table.create("t", StringColumn.create("label", "a"));
    Table empty = Table.create("t", StringColumn.create("label"), DoubleColumn.create("x"));
    return Stream.of(
        badFeature(
            "text",
            StringColumn.create("city", "1.5", "Rome"),
            "column 'city' holds 'Rome' at row 2",
            "remove the column",
            "0 and 1"),
        badFeature(
            "decimal comma",
            StringColumn.create("x", "1.5", "1,5"),
            "column 'x' holds '1,5' at row 2, which is no number: write decimals with a point"),
        badFeature(
            "date",
            DateColumn.create("day", LocalDate.EPOCH, LocalDate.EPOCH),
            "column 'day' holds '1970-01-01' at row 1"),
        badFeature(
            "missing double",
            DoubleColumn.create("x", 1, Double.NaN),
            "column 'x' has no value at row 2"),
        badFeature(
            "missing integer",
            IntColumn.create("x", 2).set(0, 1),
            "column 'x' has no value at row 2"),
        badFeature(
            "missing Boolean",
            BooleanColumn.create("x", new Boolean[] {true, null}),
            "column 'x' has no value at row 2"),
        badFeature(
            "infinite",
            DoubleColumn.create("x", 1, Double.POSITIVE_INFINITY),
            "column 'x' holds Infinity at row 2"),
        badFeature(
            "too large for float",
            DoubleColumn.create("x", 1, 1e300),
            "column 'x' holds 1.0E300 at row 2, which is beyond float32"),
        badFeature(
            "too small for float",
            DoubleColumn.create("x", 1, 1e-50),
            "column 'x' holds 1.0E-50 at row 2, which is beyond float32"),
        badFeature(
            "identifiers that float32 makes one",
            LongColumn.create("x", 100_100_037, 100_100_038),
            "column 'x' holds numbers of which float32 cannot tell apart 1"),
        badLabel(
            "real label",
            DoubleColumn.create("price", 1.5, 2),
            "label column 'price' holds real numbers",
            "regressionFromTable"),
        badLabel(
            "float label", FloatColumn.create("price", 1.5f, 2), "label column 'price' holds real"),
        badLabel(
            "date label",
            DateColumn.create("day", LocalDate.EPOCH, LocalDate.EPOCH),
            "label column 'day' must hold whole numbers, strings or Booleans, holds LOCAL_DATE"),
        badLabel(
            "missing label",
            StringColumn.create("label", "a", ""),
            "column 'label' has no value at row 2"),
        new Bad(
            "no such column",
            () -> Dataset.fromTable(houses(), "city"),
            "table 'houses' has no column 'city', its columns are [area, garden, rooms, town]"),
        new Bad(
            "no such target",
            () -> Dataset.regressionFromTable(houses(), "area", "price"),
            "table 'houses' has no column 'price'"),
        new Bad(
            "no target",
            () -> Dataset.regressionFromTable(houses()),
            "targetColumns must hold at least one name"),
        new Bad(
            "target twice",
            () -> Dataset.regressionFromTable(houses(), "area", "area"),
            "targetColumns must all be different, were [area, area]"),
        new Bad(
            "text target",
            () -> Dataset.regressionFromTable(houses(), "town"),
            "column 'town' holds 'Ulm' at row 1"),
        new Bad(
            "no features",
            () -> Dataset.fromTable(unlabelled, "label"),
            "table 't' has no feature columns beside [label]"),
        new Bad("no rows", () -> Dataset.fromTable(empty, "label"), "table 't' has no rows"),
        new Bad(
            "null label", () -> Dataset.fromTable(houses(), null), "labelColumn must not be null"),
        new Bad(
            "null target",
            () -> Dataset.regressionFromTable(houses(), "area", null),
            "targetColumns must not hold null, were [area, null]"),
        new Bad("null table", () -> Dataset.fromTable(null, "label"), "table must not be null"));
  }

  @ParameterizedTest
  @MethodSource("badTables")
  void fromTable_badTable_isRefusedWithColumnAndRow(Bad bad) {
    var thrown = assertThrows(IllegalArgumentException.class, bad.call());

    for (String message : bad.messages()) {
      assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    }
  }

  @Test
  void fromTable_manyRows_readsThemAll() {
    int[] labels = IntStream.range(0, 1_000).map(i -> i % 7).toArray();
    double[] x = IntStream.range(0, 1_000).asDoubleStream().toArray();

    Dataset data =
        Dataset.fromTable(
            Table.create("t", IntColumn.create("label", labels), DoubleColumn.create("x", x)),
            "label");

    assertEquals(7, data.outputs());
    assertEquals(999, data.features().getDouble(999, 0));
  }
}
