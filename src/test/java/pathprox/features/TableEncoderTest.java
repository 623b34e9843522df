package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What an encoder makes of tables that differ from the one it was learned from. */
class TableEncoderTest {
  private static final int[] ROWS = {0, 1, 2, 3};

  private static Table table() {
    return Table.create(
        "rows",
        DoubleColumn.create("größe in cm", 1, 2, 3, 6),
        StringColumn.create("Farbe", "rot", "grün", "rot", "blau"),
        StringColumn.create("name", "a", "a", "a", "a"),
        BooleanColumn.create("neu?", true, false, false, true),
        DoubleColumn.create("y", 1.5, 2, 2.5, 3));
  }

  private static final TableEncoder ENCODER = FeaturePlan.of(table(), "y").encoder();

  private static Table with(Column<?> column) {
    Table table = table();
    return table.replaceColumn(column.name(), column);
  }

  private record Change(String name, UnaryOperator<Table> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Change> harmless() {
    return List.of(
        new Change("no target", table -> table.rejectColumns("y")),
        new Change("no column that was left out", table -> table.rejectColumns("name")),
        new Change("another order", table -> table.selectColumns("neu?", "Farbe", "größe in cm")),
        new Change("one more column", table -> table.addColumns(IntColumn.create("id", ROWS))),
        new Change("ints", table -> with(IntColumn.create("größe in cm", 1, 2, 3, 6))),
        new Change(
            "texts of numbers",
            table -> with(StringColumn.create("größe in cm", "1", " 2.0", "3e0", "+6"))),
        new Change(
            "texts of truths",
            table -> with(StringColumn.create("neu?", "TRUE", "false", "False", "true"))),
        new Change("another name", table -> table.setName("later")));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void features_sameCellsInAnotherTable_areTheSame(Change change) {
    Table changed = change.of.apply(table());
    String before = changed.print();
    assertArrayEquals(
        ENCODER.features(table(), ROWS).toFloatMatrix(),
        ENCODER.features(changed, ROWS).toFloatMatrix());
    assertEquals(List.of("", "", "", ""), ENCODER.notes(changed));
    assertEquals(before, changed.print(), "nothing is modified");
  }

  /** √((4 + 1 + 0 + 9)/4) is the deviation of 1, 2, 3, 6 around 3. */
  @Test
  void features_ofATable_areNumbersInTheOrderOfTheirNames() {
    assertEquals(
        List.of("größe in cm", "Farbe=blau", "Farbe=grün", "Farbe=rot", "neu?=true"),
        ENCODER.features());
    float one = (float) (1 / Math.sqrt(3.5));
    float[][] expected = {
      {-2 * one, 0, 0, 1, 1}, {-one, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {3 * one, 1, 0, 0, 1}
    };
    float[][] found = ENCODER.features(table(), ROWS).toFloatMatrix();
    for (int row : ROWS) {
      assertArrayEquals(expected[row], found[row], 1e-6f);
    }
    assertArrayEquals(
        found[0],
        ENCODER.features(table(), new int[] {2, 0}).toFloatMatrix()[1],
        "rows in the order that was asked for");
  }

  private record Refusal(String name, Table table, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refusal> refused() {
    return List.of(
        new Refusal(
            "two columns are missing",
            table().rejectColumns("Farbe", "neu?"),
            "table 'rows' has no column 'Farbe', 'neu?'; it has [größe in cm, name, y], and"
                + " [größe in cm, Farbe, neu?] are needed"),
        new Refusal(
            "a name in small letters",
            table().rejectColumns("Farbe").addColumns(StringColumn.create("farbe", 4)),
            "table 'rows' has no column 'Farbe'; it has [größe in cm, name, neu?, y, farbe], and"
                + " [größe in cm, Farbe, neu?] are needed"),
        new Refusal(
            "a decimal comma",
            with(StringColumn.create("größe in cm", "1", "2,5", "3", "4")),
            "column 'größe in cm', row 2: expected a number, found '2,5': write decimals with a"
                + " point"),
        new Refusal(
            "an infinite number",
            with(DoubleColumn.create("größe in cm", 1, 2, 3, Double.POSITIVE_INFINITY)),
            "column 'größe in cm', row 4: expected a finite number, found Infinity"),
        new Refusal(
            "a text beyond double",
            with(StringColumn.create("größe in cm", "1", "2", "1e999", "4")),
            "column 'größe in cm', row 3: expected a finite number, found Infinity"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void features_ofATableThatDoesNotFit_sayWhatAndWhere(Refusal given) {
    assertEquals(
        given.message,
        assertThrows(IllegalArgumentException.class, () -> ENCODER.features(given.table, ROWS))
            .getMessage());
  }

  @Test
  void notes_ofUnusualCells_nameThem() {
    Table later =
        Table.create(
            "later",
            DoubleColumn.create("größe in cm", Double.NaN, 1e6),
            StringColumn.create("Farbe", "lila", "rot"),
            StringColumn.create("neu?", "", "vielleicht"));

    assertEquals(
        List.of(
            "größe in cm is missing; Farbe 'lila' is unknown; neu? is missing",
            "größe in cm 1000000 is 534521 deviations from the mean; neu? 'vielleicht' is unknown"),
        ENCODER.notes(later));
    INDArray features = ENCODER.features(later, new int[] {0});
    // The median of 1, 2, 3, 6 is 2.5, half a cm below the mean; as many are new as are not.
    float median = (float) (-0.5 / Math.sqrt(3.5));
    assertArrayEquals(new float[] {median, 0, 0, 0, 0}, features.toFloatVector(), 1e-6f);
  }

  /** 1, 2, 6 have the mean 3, the median 2, and the deviation √(14/3). */
  @Test
  void numericColumns_numbersAndYesNo_areAsEncoded() {
    Table table =
        Table.create(
            "rows",
            DoubleColumn.create("x", 1, Double.NaN, 2, 6),
            StringColumn.create("new", "yes", "no", "yes", ""),
            DoubleColumn.create("y", 1.5, 2.5, 3.5, 4.5));
    FeaturePlan plan = FeaturePlan.of(table, "y");

    double deviation = Math.sqrt(14.0 / 3);
    assertEquals(
        List.of(
            new NumericInput("x", false, 3, deviation, 2, true, true),
            new NumericInput("new", true, 0, 1, 1, true, true)),
        plan.encoder().numericColumns());
  }

  @Test
  void numericColumns_categories_areRefusedByName() {
    String message =
        assertThrows(IllegalArgumentException.class, ENCODER::numericColumns).getMessage();
    assertTrue(message.contains("found also 'Farbe' (category); leave them out"), message);
  }

  @Test
  void predictableRows_ofAnEmptyTable_areNone() {
    Table empty = table().emptyCopy();

    assertEquals(0, ENCODER.predictableRows(empty).length);
    assertEquals(0, ENCODER.trainableRows(empty).length);
    assertEquals(List.of(), ENCODER.notes(empty));
    String message =
        assertThrows(IllegalArgumentException.class, () -> ENCODER.features(empty, new int[0]))
            .getMessage();
    assertEquals("table 'rows' has no row that can be used", message);
  }

  /** Tablesaw takes names that differ in case alone for the same, an encoder does not. */
  @Test
  void dataset_categoriesThatDifferInCase_areColumnsOfItsTable() {
    Table table =
        Table.create(
            "rows",
            StringColumn.create("x", "b", "B", "c"),
            StringColumn.create("y", "u", "v", "u"));
    Dataset data = FeaturePlan.of(table, "y").dataset();

    assertEquals(List.of("y", "x=B", "x=b", "x=c"), data.columnNames());
    assertEquals(4, data.table().columnCount());
  }

  @Test
  void ofTwoPlans_thatDiffer_areNotEqual() {
    FeaturePlan plan = FeaturePlan.of(table(), "y");
    assertEquals(ENCODER, plan.encoder());
    assertEquals(false, ENCODER.equals(plan.without("neu?").encoder()));
    assertEquals(false, ENCODER.equals(new Object()));
  }
}
