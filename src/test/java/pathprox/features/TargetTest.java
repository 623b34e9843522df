package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.data.Dataset;
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

class TargetTest {
  private record Case(String name, Column<?> column, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, Column<?> column, String text) {
    return new Case(name, column, text);
  }

  private static IntStream ints(int rows) {
    return IntStream.range(0, rows);
  }

  static List<Case> targets() {
    return List.of(
        of(
            "whole numbers",
            IntColumn.create("y", ints(50).map(i -> 10 - i % 10)),
            "y: one of 10 classes, 1 (5), 2 (5), 3 (5), 4 (5), 5 (5), 6 (5), 7 (5), 8 (5), 9 (5), 10 (5)"),
        of(
            "shorts",
            ShortColumn.create("y", new short[] {3, 3, 3, 3, 3, 3, 3, 5, 5, 5}),
            "y: one of 2 classes, 3 (7), 5 (3)"),
        of(
            "0.0 and 1.0",
            DoubleColumn.create("y", ints(10).mapToDouble(i -> i % 2)),
            "y: one of 2 classes, 0 (5), 1 (5)"),
        of(
            "whole floats",
            FloatColumn.create("y", new float[] {2, 2, 2, 2, 2, -1, -1, -1, -1, -1}),
            "y: one of 2 classes, -1 (5), 2 (5)"),
        of(
            "truths",
            BooleanColumn.create("y", true, false, true),
            "y: one of 2 classes, false (1), true (2)"),
        of(
            "texts",
            StringColumn.create("y", "ä", " b ", "b", "a b"),
            "y: one of 3 classes, a b (1), b (2), ä (1)"),
        of(
            "numbers as texts",
            StringColumn.create("y", "10", "9", "10"),
            "y: one of 2 classes, 9 (1), 10 (2)"),
        of(
            "eleven whole numbers",
            LongColumn.create("y", ints(110).mapToLong(i -> i % 11).toArray()),
            "y: a number, 5 on average, deviation 3.1623"),
        of(
            "whole numbers, four rows each",
            LongColumn.create("y", ints(8).mapToLong(i -> i % 2).toArray()),
            "y: a number, 0.5 on average, deviation 0.5"),
        of(
            "real numbers",
            DoubleColumn.create("y", ints(40).mapToDouble(i -> i % 2 + 0.5)),
            "y: a number, 1 on average, deviation 0.5"));
  }

  private static Table table(Column<?> target) {
    double[] numbers = ints(target.size()).mapToDouble(i -> i * i).toArray();
    return Table.create("rows", target, DoubleColumn.create("x", numbers));
  }

  /** The deviation of 0 to 10 is √((11² − 1)/12) = √10. */
  @ParameterizedTest
  @MethodSource("targets")
  void of_column_isClassOrNumber(Case given) {
    assertEquals(given.text, FeaturePlan.of(table(given.column), "y").target().toString());
  }

  static List<Case> refused() {
    return List.of(
        of(
            "texts that all differ",
            StringColumn.create("y", ints(20).mapToObj(i -> "name " + i)),
            "target 'y' has 20 different values in 20 rows: these are no classes, and no numbers"),
        of(
            "one class",
            StringColumn.create("y", "a", "a", ""),
            "target 'y' has one class only: [a]"),
        of(
            "one whole number",
            IntColumn.create("y", ints(10).map(i -> 3)),
            "target 'y' has one class only: [3]"),
        of(
            "dates",
            DateColumn.create("y", LocalDate.EPOCH, LocalDate.MAX.withYear(2000)),
            "target 'y' is a date, which is not predicted"),
        of(
            "infinite",
            DoubleColumn.create("y", 1, Double.POSITIVE_INFINITY, 2),
            "column 'y', row 2: expected a finite number, found Infinity"),
        of("no value", DoubleColumn.create("y", 3), "column 'y' of table 'rows' has no value"),
        of("no row", DoubleColumn.create("y"), "column 'y' of table 'rows' has no value"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void of_columnThatCannotBePredicted_saysWhy(Case given) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> FeaturePlan.of(table(given.column), "y"))
            .getMessage();
    assertEquals(given.text, message);
  }

  @Test
  void withClassesAndValues_wholeNumbers_areAsWished() {
    FeaturePlan plan = FeaturePlan.of(table(IntColumn.create("y", 3, 1, 2, 1)), "y").withClasses();

    assertEquals(new ClassTarget("y", List.of("1", "2", "3"), List.of(2, 1, 1)), plan.target());
    assertEquals(0.5, ((ClassTarget) plan.target()).majority(), "2 of 4");
    assertEquals(3, plan.target().outputs());
    Target values = plan.withValues().target();
    assertEquals("y: a number, 1.75 on average, deviation 0.82916", values.toString());
    assertEquals(1, values.outputs());
  }

  /** (−1, 1) is what two values become: one deviation to both sides. */
  @Test
  void dataset_ofValues_isStandardizedAndComesBack() {
    FeaturePlan plan = FeaturePlan.of(table(DoubleColumn.create("y", 10, 14.5)), "y");
    Dataset data = plan.dataset();

    assertArrayEquals(new double[] {-1, 1}, data.targets().data().asDouble());
    ValueTarget target = (ValueTarget) plan.encoder().target();
    assertEquals(10, target.restored(-1));
    assertEquals(14.5, target.restored(1));
  }

  @Test
  void dataset_ofClasses_hasTheirNumbers() {
    Dataset data = FeaturePlan.of(table(StringColumn.create("y", "b", "a", "b")), "y").dataset();

    assertEquals(List.of("a", "b"), data.classNames());
    assertArrayEquals(new int[] {1, 0, 1}, data.targets().data().asInt());
  }

  @Test
  void dataset_unknownClassOrNoNumber_isRefusedWithItsRow() {
    TableEncoder classes = FeaturePlan.of(table(StringColumn.create("y", "b", "a")), "y").encoder();
    TableEncoder values = FeaturePlan.of(table(DoubleColumn.create("y", 1.5, 2)), "y").encoder();
    Table later = table(StringColumn.create("y", "b", "c"));
    int[] both = {0, 1};

    assertEquals(
        "column 'y', row 2: the class 'c' is none of those of the training, [a, b]",
        assertThrows(IllegalArgumentException.class, () -> classes.dataset(later, both))
            .getMessage());
    assertEquals(
        "column 'y', row 1: expected a number, found 'b'",
        assertThrows(IllegalArgumentException.class, () -> values.dataset(later, both))
            .getMessage());
  }

  @Test
  void of_wrongComponents_areRefused() {
    List<Integer> two = List.of(1, 1);
    assertThrows(
        IllegalArgumentException.class, () -> new ClassTarget("y", List.of("a", "a"), two));
    assertThrows(
        IllegalArgumentException.class, () -> new ClassTarget("y", List.of("a", "b", "c"), two));
    for (double deviation : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> new ValueTarget("y", 0, deviation))
              .getMessage();
      assertTrue(message.contains("" + deviation), message);
    }
  }
}
