package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class ColumnGuessTest {
  private static final long FIRST_MERGED = 1L << 53; // here double leaves out every second number

  private record Case(String name, Column<?> column, String kind, String what) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static LongColumn longs(String name, int rows, IntToLongFunction value) {
    return LongColumn.create(name, IntStream.range(0, rows).mapToLong(value).toArray());
  }

  private static LongColumn longs(int rows, IntToLongFunction value) {
    return longs("x", rows, value);
  }

  private static DoubleColumn doubles(int rows, IntToDoubleFunction value) {
    return DoubleColumn.create("x", IntStream.range(0, rows).mapToDouble(value).toArray());
  }

  private static StringColumn texts(int rows, IntFunction<String> value) {
    return StringColumn.create("x", IntStream.range(0, rows).mapToObj(value));
  }

  private static Case used(String name, Column<?> column, String kind, String what) {
    return new Case(name, column, kind, what);
  }

  private static Case leftOut(String name, Column<?> column, String reason) {
    return new Case(name, column, "left out", reason);
  }

  static List<Case> used() {
    return List.of(
        used("measured", doubles(40, i -> 0.1 * i), "number", "standardized, mean 1.95, deviation"),
        used(
            "two numbers",
            doubles(40, i -> 3 + i % 2),
            "number",
            "standardized, mean 3.5, deviation 0.5"),
        used(
            "whole, all different",
            longs(40, i -> 7L * i),
            "number",
            "standardized, mean 136.5, deviation"),
        used(
            "counted, fewer than ten",
            longs(9, i -> i),
            "number",
            "standardized, mean 4, deviation"),
        used("seconds of unix, by minutes", longs(400, i -> 1_700_000_000L + 60 * i), "number", ""),
        used(
            "tiny",
            doubles(40, i -> 1e-50 * i),
            "number",
            "standardized, mean 1.95e-49, deviation"),
        used("0 and 1", doubles(40, i -> i % 2), "yes or no", "1 for '1', 0 for '0'"),
        used("0 and 1 as texts", texts(40, i -> "" + i % 2), "yes or no", "1 for '1'"),
        used(
            "truths",
            BooleanColumn.create("x", true, false, true),
            "yes or no",
            "1 for 'true', 0 for 'false'"),
        used("yes and no", texts(40, i -> i % 3 == 0 ? "Y" : "N"), "yes or no", "1 for 'y'"),
        used("two texts", texts(40, i -> i % 3 == 0 ? "male" : "female"), "category", "2 columns"),
        used(
            "95 % numbers",
            texts(100, i -> i % 20 == 0 ? "?" : "" + 3 * i), "number", "'?' is missing"),
        used(
            "numbers as texts",
            texts(40, i -> " " + i / 4.0),
            "number",
            "standardized, mean 4.875, deviation"),
        used(
            "80 % numbers",
            texts(40, i -> i % 5 == 0 ? "?" : "" + i % 9), "category", "10 columns"),
        used("codes", texts(40, i -> "00" + i % 7), "category", "7 columns of 0 and 1: 000, 001"),
        used(
            "60 texts", texts(300, i -> "v" + i % 60), "category", "50 columns of 0 and 1 and one"),
        used("fewer than ten names", texts(9, i -> "name " + i), "category", "9 columns"),
        used("dates", DateColumn.create("x", dates(40)), "date", "by day, weekday"));
  }

  private static List<LocalDate> dates(int count) {
    return IntStream.range(0, count).mapToObj(LocalDate.of(2020, 1, 1)::plusDays).toList();
  }

  static List<Case> leftOut() {
    String one = "it has one value or none";
    String close = "float32 cannot tell apart";
    return List.of(
        leftOut("one number", doubles(40, i -> 0.1), one),
        leftOut("one text", texts(40, i -> "a"), one),
        leftOut("one truth", BooleanColumn.create("x", true, true), one),
        leftOut("one date", DateColumn.create("x", dates(1)), one),
        leftOut("one number and '?'", texts(40, i -> i == 7 ? "?" : "5"), one),
        leftOut("no number", DoubleColumn.create("x", 40), one),
        leftOut("no text", StringColumn.create("x", 40), one),
        leftOut("no truth", BooleanColumn.create("x", 40), one),
        leftOut("no date", DateColumn.create("x", 40), one),
        leftOut("counted from 0", longs(400, i -> i), "it counts the rows"),
        leftOut("counted seconds", longs(400, i -> 1_700_000_000L + i), "it counts the rows"),
        leftOut("counted as doubles", doubles(40, i -> i + 1), "it counts the rows"),
        leftOut("names", texts(40, i -> "name " + i), "40 different texts in 40 rows"),
        leftOut(
            "nearly all differ", texts(40, i -> "name " + i * 2 / 3), "27 different texts in 40"),
        leftOut("codes that differ", texts(40, i -> "0" + i), "40 different texts in 40 rows"),
        leftOut("too small for squares", doubles(40, i -> 1e-200 * i), close + " 39"),
        leftOut("beyond double", longs(40, i -> FIRST_MERGED + i % 20), close),
        leftOut("two beyond double", longs(40, i -> FIRST_MERGED + i % 2), close + " 1"),
        leftOut("one far away", doubles(40, i -> i == 0 ? 1e12 : i), close));
  }

  @ParameterizedTest
  @MethodSource({"used", "leftOut"})
  void of_column_isKindAndReason(Case given) {
    int[] rows = IntStream.range(0, given.column.size()).toArray();
    ColumnPlan plan = ColumnGuess.of(Cells.of(given.column), rows);

    assertEquals(given.kind, plan.encoding().kind(), plan::toString);
    assertTrue(plan.text().contains(given.what), plan::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "ID",
        "Id",
        "PassengerId",
        "customerID",
        "customer_id",
        "sample id",
        "row.id",
        "uuid",
        "rownames",
        "row names",
        "Unnamed: 0",
        "index",
        "key",
        "row_no",
        "nr",
        "#",
        "S.No",
        "ID_",
        "patientid",
        "PatientNumber",
        "customer no"
      })
  void of_differentWholeNumbersUnderSuchAName_areAnIdentifier(String name) {
    for (Column<?> column :
        List.of(
            longs(name, 40, i -> 7L * i),
            longs(name, 40, i -> FIRST_MERGED + 2 * (i * 7 % 40)),
            longs(name, 40, i -> FIRST_MERGED + i * 7 % 40),
            DoubleColumn.create(name, IntStream.range(0, 40).mapToDouble(i -> 40 - i).toArray()))) {
      Encoding found = guess(column);
      assertEquals("all differ, and its name is that of an identifier", found.toString());
    }
    assertEquals("number", guess(longs(name, 40, i -> i % 9)).kind(), "not all differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"humid", "grid", "paid", "android", "weight", "monkey", "identity"})
  void of_differentWholeNumbersUnderAnotherName_areNumbers(String name) {
    assertEquals("number", guess(longs(name, 40, i -> 7L * i)).kind());
  }

  /** As after rows were taken out, or in another order; twenty different ones are no chance. */
  @Test
  void of_differentWholeNumbersSideBySide_countRows() {
    for (Column<?> column :
        List.of(
            longs("x", 60, i -> i + i / 3),
            longs("x", 60, i -> 60 - i),
            longs("x", 61, i -> i * 7 % 61))) {
      assertTrue(guess(column).toString().startsWith("it counts the rows"), column::print);
    }
    assertEquals("number", guess(longs("x", 19, i -> i * 7 % 19)).kind(), "fewer than twenty");
    assertEquals("number", guess(longs("x", 60, i -> i * 7 % 60 * 3)).kind(), "farther apart");
  }

  private static Encoding guess(Column<?> column) {
    return ColumnGuess.of(Cells.of(column), IntStream.range(0, column.size()).toArray()).encoding();
  }

  static List<LongColumn> closeNumbers() {
    return List.of(
        longs(400, i -> 1_700_000_000L + i),
        longs(400, i -> 1_700_000_000L + i * 7 % 400),
        longs(4, i -> 100_100_037L + i),
        longs(40, i -> 100_100_037L + i % 4),
        longs(40, i -> i == 9 ? 0 : 100_100_037L + i % 4),
        longs(40, i -> i == 9 ? 1L << 60 : 100_100_037L + i % 4),
        longs(40, i -> FIRST_MERGED + i * 7 % 40),
        longs(40, i -> (1L << 62) + 1000L * (i * 7 % 40)),
        longs(40, i -> Long.MAX_VALUE - i * 7 % 40));
  }

  /** As many different float32 as different numbers came in. */
  @ParameterizedTest
  @MethodSource("closeNumbers")
  void features_numbersCloseTogether_stayApartOrAreLeftOut(LongColumn column) {
    int rows = column.size();
    double[] target = IntStream.range(0, rows).mapToDouble(i -> 0.5 * i).toArray();
    Table table = Table.create("close", DoubleColumn.create("y", target), column);
    TableEncoder encoder =
        FeaturePlan.of(table.addColumns(doubles(rows, i -> i / 3.0).setName("other")), "y")
            .encoder();
    int place = encoder.features().indexOf("x");
    if (place < 0) {
      Encoding encoding = encoder.columns().get(0).encoding();
      assertEquals("left out", encoding.kind());
      assertTrue(
          encoding.toString().matches(".*(too close|counts the rows.*)"), encoding::toString);
    } else {
      INDArray features = encoder.features(table, IntStream.range(0, rows).toArray());
      long different = LongStream.of(column.asLongArray()).distinct().count();
      double[] seen = features.getColumn(place).toDoubleVector();
      assertEquals(different, Arrays.stream(seen).distinct().count());
    }
  }

  @Test
  void of_infiniteNumber_isRefusedWithItsRow() {
    DoubleColumn column = DoubleColumn.create("x", 1, 2, Double.NEGATIVE_INFINITY);
    String message = assertThrows(IllegalArgumentException.class, () -> guess(column)).getMessage();
    assertEquals("column 'x', row 3: expected a finite number, found -Infinity", message);
  }

  /** A double column of Tablesaw takes NaN for missing. */
  @Test
  void of_missingValues_areCountedAmongTheRowsGiven() {
    DoubleColumn column = DoubleColumn.create("x", 1, Double.NaN, 3, Double.NaN, 5);
    ColumnPlan plan = ColumnGuess.of(Cells.of(column), new int[] {0, 1, 2});

    assertEquals(1, plan.missing());
    assertEquals(new Numbers(2, 1, 2), plan.encoding(), "of 1 and 3");
    assertEquals(List.of("x", "x is missing"), plan.features());
  }

  @Test
  void of_ints_areAsLongs() {
    int[] values = IntStream.range(0, 40).map(i -> 7 * i).toArray();
    assertEquals(guess(longs(40, i -> 7L * i)), guess(IntColumn.create("x", values)));
  }
}
