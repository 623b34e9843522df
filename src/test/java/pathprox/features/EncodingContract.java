package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What every kind of column keeps: it writes as many numbers as it has names, and no others, what
 * it learns from other rows does not change them, and all of it can be written as JSON.
 */
abstract class EncodingContract {
  static final int ROWS = 24;
  static final int MISSING = 1;
  private static final double UNTOUCHED = 12345;

  /** A column {@code x} of this kind, {@link #ROWS} long, without a value in row 1 alone. */
  abstract Column<?> column();

  abstract String kind();

  private final Cells cells = Cells.of(column());
  private final ColumnPlan plan = ColumnGuess.of(cells, rows());
  private final Encoding encoding = plan.encoding();

  static int[] rows() {
    return IntStream.range(0, ROWS).toArray();
  }

  private int[] present() {
    return IntStream.of(rows()).filter(row -> row != MISSING).toArray();
  }

  /** The columns of a table beside two others, so that a plan has a target and a feature. */
  private Table table() {
    double[] numbers = IntStream.range(0, ROWS).mapToDouble(i -> i * i).toArray();
    return Table.create(
        "rows", column(), DoubleColumn.create("y", numbers), DoubleColumn.create("z", numbers));
  }

  private double[] written(int row) {
    double[] target = new double[encoding.features("x").size() + 4];
    Arrays.fill(target, UNTOUCHED);
    Arrays.fill(target, 2, target.length - 2, 0);
    if (row == MISSING) {
      encoding.fill(target, 2);
    } else {
      encoding.encode(cells, row, target, 2);
    }
    for (int beside : new int[] {0, 1, target.length - 2, target.length - 1}) {
      assertEquals(UNTOUCHED, target[beside], "place " + (beside - 2) + ", row " + row);
    }
    return Arrays.copyOfRange(target, 2, target.length - 2);
  }

  @Test
  void guess_ofItsColumn_isThisKind() {
    assertEquals(kind(), encoding.kind());
    assertEquals(1, plan.missing());
  }

  @Test
  void encode_anyCell_writesItsFeaturesAndNoOthers() {
    List<String> names = encoding.features("x");
    boolean[] isUsed = new boolean[names.size()];
    for (int row : present()) {
      double[] written = written(row);
      for (int k = 0; k < isUsed.length; k++) {
        assertTrue(Double.isFinite(written[k]), names.get(k) + " in row " + row);
        isUsed[k] |= written[k] != 0;
      }
    }
    for (int k = 0; k < isUsed.length; k++) {
      assertTrue(isUsed[k], names.get(k) + " is 0 in all rows");
    }
  }

  @Test
  void fill_writesFiniteNumbersAtItsFeatures() {
    assertTrue(Arrays.stream(written(MISSING)).allMatch(Double::isFinite));
  }

  @Test
  void features_ofAColumn_allDifferAndNameIt() {
    List<String> names = encoding.features("x");
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
    assertTrue(names.stream().allMatch(name -> name.startsWith("x")), names::toString);
  }

  @Test
  void learned_fromSomeRowsOrNone_keepsKindAndFeatures() {
    for (int[] some : new int[][] {{0}, {0, 5, 7}, {MISSING}, {}, rows()}) {
      Encoding learned = encoding.learned(cells, some);
      assertEquals(encoding.features("x"), learned.features("x"), Arrays.toString(some));
      assertEquals(kind(), learned.kind());
      double[] target = new double[learned.features("x").size()];
      learned.fill(target, 0);
      for (int row : present()) {
        learned.encode(cells, row, target, 0);
        assertTrue(Arrays.stream(target).allMatch(Double::isFinite), Arrays.toString(some));
        Arrays.fill(target, 0);
      }
    }
    assertEquals(encoding, encoding.learned(cells, rows()), "from the same rows");
    assertEquals(encoding, encoding.learned(cells, new int[] {MISSING}), "without a value");
    assertEquals(encoding, encoding.learned(cells, new int[0]), "from no row");
  }

  @Test
  void unusual_cellsOfTheTraining_isNothing() {
    for (int row : present()) {
      assertEquals("", encoding.unusual(cells, row), "row " + row);
    }
  }

  @Test
  void texts_sayWhatHappens() {
    assertTrue(!encoding.toString().isBlank());
    assertEquals(plan.isUsed(), !encoding.filler().isBlank());
  }

  @Test
  void json_andBack_isEqualAndGivesTheSameBits() {
    TableEncoder encoder = FeaturePlan.of(table(), "y").encoder();
    TableEncoder again = TableEncoder.ofJson(encoder.json());

    assertEquals(encoder, again);
    assertEquals(encoder.hashCode(), again.hashCode());
    assertEquals(encoder.toString(), again.toString());
    assertArrayEquals(
        encoder.features(table(), rows()).toFloatMatrix(),
        again.features(table(), rows()).toFloatMatrix());
  }

  @ParameterizedTest
  @EnumSource
  void missingValue_eachChoice_isKeptToInTrainingAndPrediction(MissingValues choice) {
    FeaturePlan plan = FeaturePlan.of(table(), "y").withMissingValues(choice, "x");
    boolean isUsed = !encoding.features("x").isEmpty();
    if (isUsed && choice == MissingValues.REFUSE) {
      String message = assertThrows(IllegalArgumentException.class, plan::encoder).getMessage();
      assertTrue(message.startsWith("column 'x', row 2: there is no value"), message);
      assertTrue(plan.toString().contains("missing: refused"), plan::toString);
      return;
    }
    List<Integer> expected = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    if (isUsed && choice == MissingValues.DROP_ROW) {
      expected.remove(MISSING);
    }
    assertEquals(expected, IntStream.of(plan.rows()).boxed().toList());
    TableEncoder encoder = plan.encoder();
    assertEquals(expected, IntStream.of(encoder.predictableRows(table())).boxed().toList());
    List<String> features = encoder.features();
    boolean isMarked = isUsed && choice == MissingValues.FILL;
    assertEquals(isMarked, features.contains("x is missing"), features::toString);
    if (isMarked) {
      int place = features.indexOf("x is missing");
      double[] marks = encoder.features(table(), rows()).getColumn(place).toDoubleVector();
      double[] ones = new double[ROWS];
      ones[MISSING] = 1;
      assertEquals(Arrays.toString(ones), Arrays.toString(marks));
    }
  }

  @Test
  void encode_leavesTheColumnAsItWas() {
    Table before = table();
    Table table = table();
    FeaturePlan plan = FeaturePlan.of(table, "y");
    plan.dataset();
    plan.folds(3, 0);
    plan.encoder().notes(table);

    assertEquals(before.print(), table.print());
    assertNotEquals(0, plan.encoder().features().size());
  }
}
