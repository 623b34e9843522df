package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.data.Dataset;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FeaturePlanTest {
  private static final Table PENGUINS = Table.read().csv("notebooks/data/penguins.csv");
  private static final Table CARS = Table.read().csv("notebooks/data/auto-mpg.csv");
  private static final FeaturePlan PLAN = FeaturePlan.of(PENGUINS, "species");

  private static String kind(FeaturePlan plan, String column) {
    Table table = plan.table();
    return table.where(table.stringColumn("column").isEqualTo(column)).stringColumn("kind").get(0);
  }

  /** Counted by hand in the file: two penguins without measures, eleven without a sex. */
  @Test
  void of_penguins_isReadAsAPersonWould() {
    String[] lines = PLAN.toString().split("\n");

    assertEquals("plan for 344 rows of 'penguins.csv'", lines[0]);
    assertEquals("species: one of 3 classes, Adelie (152), Chinstrap (68), Gentoo (124)", lines[1]);
    assertEquals("  island: category, 3 columns of 0 and 1: Biscoe, Dream, Torgersen", lines[2]);
    assertTrue(lines[3].matches("  bill_length_mm \\(2 missing\\): number, .*"), lines[3]);
    assertTrue(lines[7].startsWith("  sex (11 missing): category, 2 columns of 0 and 1"), lines[7]);
    assertTrue(lines[8].startsWith("  year: number"), lines[8]);
    assertEquals(
        List.of("column", "kind", "what happens", "features", "missing"),
        PLAN.table().columnNames());
    assertArrayEquals(
        new int[] {3, 2, 2, 2, 2, 3, 1}, PLAN.table().intColumn("features").asIntArray());
  }

  @Test
  void of_cars_leavesTheirNamesOut() {
    FeaturePlan plan = FeaturePlan.of(CARS, "mpg");

    assertEquals("left out", kind(plan, "name"));
    assertEquals("category", kind(plan, "origin"));
    assertEquals("number", kind(plan, "horsepower"));
    assertTrue(plan.target() instanceof ValueTarget);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notebooks/data/wine.csv", "src/test/resources/tables/iris.csv"})
  void dataset_ofARealTable_hasARowForEach(String file) {
    Table table = Table.read().csv(file);
    String target = file.contains("wine") ? "cultivar" : table.columnNames().get(4);
    Dataset data = FeaturePlan.of(table, target).dataset();

    assertEquals(table.rowCount(), data.size());
    assertEquals(3, data.classNames().size());
    double mean = data.features().meanNumber().doubleValue();
    assertEquals(0, mean, 1e-6, "all features are standardized numbers");
  }

  private static List<String> features(UnaryOperator<FeaturePlan> change) {
    return change.apply(PLAN).encoder().features();
  }

  @Test
  void with_changes_changeTheirColumnsAlone() {
    List<String> before = PLAN.encoder().features();
    List<String> years = features(plan -> plan.withCategories("year"));
    assertEquals(
        List.of("year=2007", "year=2008", "year=2009"),
        years.subList(years.size() - 3, years.size()));
    assertEquals(before.subList(0, 14), years.subList(0, 14));
    assertEquals(before.subList(0, 14), features(plan -> plan.without("year")).subList(0, 14));
    assertEquals(before, features(plan -> plan.withCategories("year").withNumbers("year")));
    assertEquals(before, PLAN.encoder().features(), "the plan itself is as it was");
    assertEquals("as you wish", PLAN.without("year").encoder().columns().get(6).text());
  }

  @Test
  void withNumbers_aColumnLeftOut_isUsed() {
    double[] counted = IntStream.range(0, 12).asDoubleStream().toArray();
    Table table =
        Table.create(
            "rows",
            DoubleColumn.create("id", counted),
            DoubleColumn.create("y", Arrays.stream(counted).map(Math::sqrt)));
    FeaturePlan plan = FeaturePlan.of(table, "y");

    String nothing = assertThrows(IllegalArgumentException.class, plan::dataset).getMessage();
    assertTrue(nothing.startsWith("no column is left to learn from"), nothing);
    assertTrue(plan.toString().contains("id: left out, all differ"), plan::toString);
    assertEquals(List.of("id"), plan.withNumbers("id").encoder().features());
  }

  @Test
  void withMissingValues_ofNoColumn_isForAll() {
    FeaturePlan complete = PLAN.withMissingValues(MissingValues.DROP_ROW);

    assertEquals(333, complete.rows().length, "344 less the eleven without a sex");
    assertEquals(342, PLAN.withMissingValues(MissingValues.DROP_ROW, "body_mass_g").rows().length);
    assertTrue(
        complete.toString().startsWith("plan for 344 rows of 'penguins.csv', 11 of them left out"),
        complete::toString);
    assertEquals(
        complete.rows().length,
        complete.withCategories("year", "sex").rows().length,
        "a change keeps the choice");
  }

  /** Counted in the file: five of the eleven penguins without a sex are Gentoo, six Adelie. */
  @Test
  void encoder_afterRowsWereLeftOut_countsTheClassesOfTheOthers() {
    ClassTarget target =
        (ClassTarget) PLAN.withMissingValues(MissingValues.DROP_ROW).encoder().target();
    assertEquals(List.of(146, 68, 119), target.counts());
  }

  @Test
  void changes_ofTheTargetOrAnUnknownColumn_areRefused() {
    assertEquals(
        "'species' is what is to be predicted, and no feature",
        assertThrows(IllegalArgumentException.class, () -> PLAN.without("species")).getMessage());
    for (String unknown : new String[] {"Sex", "sex ", ""}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> PLAN.without(unknown)).getMessage();
      assertTrue(
          message.startsWith(
              "table 'penguins.csv' has no column '" + unknown + "', its columns are"),
          message);
    }
    assertThrows(IllegalArgumentException.class, () -> FeaturePlan.of(PENGUINS, "Species"));
    assertThrows(IllegalArgumentException.class, () -> FeaturePlan.of((Table) null, "species"));
  }

  @Test
  void withNumbers_texts_namesTheFirstThatIsNone() {
    assertEquals(
        "column 'island', row 1: expected a number, found 'Torgersen'",
        assertThrows(IllegalArgumentException.class, () -> PLAN.withNumbers("island"))
            .getMessage());
    Table commas =
        Table.create(
            "rows",
            StringColumn.create("x", "1,5", "2,5", "1,5"),
            StringColumn.create("y", "a", "b", "a"));
    assertEquals(
        "column 'x', row 1: expected a number, found '1,5': write decimals with a point",
        assertThrows(
                IllegalArgumentException.class, () -> FeaturePlan.of(commas, "y").withNumbers("x"))
            .getMessage());
  }

  /** The means of a fold are those of its training rows: standardized, these have the mean 0. */
  @Test
  void folds_ofAPlan_learnFromTheOtherRowsAlone() {
    FeaturePlan plan = FeaturePlan.of(CARS, "mpg");
    List<Fold> folds = plan.folds(4, 7);
    boolean[] wasHeld = new boolean[CARS.rowCount()];
    for (Fold fold : folds) {
      for (int row : fold.rows()) {
        assertTrue(!wasHeld[row], "row " + row + " twice");
        wasHeld[row] = true;
      }
      int weight = fold.encoder().features().indexOf("weight");
      Dataset train = fold.split().train();
      assertEquals(0, train.features().getColumn(weight).meanNumber().doubleValue(), 1e-6);
      assertEquals(0, train.targets().meanNumber().doubleValue(), 1e-6);
      assertEquals(plan.encoder().features(), fold.encoder().features());
      assertTrue(
          Math.abs(fold.split().test().features().getColumn(weight).meanNumber().doubleValue())
              > 1e-4,
          "the rows held out have another mean");
      assertEquals(CARS.rowCount(), train.size() + fold.rows().length);
    }
    for (boolean held : wasHeld) {
      assertTrue(held);
    }
    assertEquals(fingerprints(folds), fingerprints(plan.folds(4, 7)), "the same seed");
    assertTrue(!fingerprints(folds).equals(fingerprints(plan.folds(4, 8))), "another seed");
  }

  private static List<String> fingerprints(List<Fold> folds) {
    return folds.stream().map(fold -> fold.split().test().fingerprint()).toList();
  }

  @Test
  void groups_ofTheEncoder_areTheFeaturesOfEachColumn() {
    Map<String, List<Integer>> groups = PLAN.encoder().groups();

    assertEquals(List.of(0, 1, 2), groups.get("island"));
    assertEquals(List.of(3, 4), groups.get("bill_length_mm"));
    assertEquals(List.of(14), groups.get("year"));
    assertEquals(PLAN.encoder().usedColumns(), List.copyOf(groups.keySet()));
  }
}
