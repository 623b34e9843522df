package pathprox.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.model.Fitted.CARS;
import static pathprox.model.Fitted.PENGUINS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.Tolerance;
import pathprox.features.FeaturePlan;
import pathprox.features.MissingValues;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** What a model says about tables and rows. */
class ModelTest {
  private static final Model SPECIES = Fitted.species().fit();
  private static final Model CONSUMPTION = Fitted.consumption().fit();
  private static final List<String> CLASSES = List.of("Adelie", "Chinstrap", "Gentoo");

  private static double[] probabilities(Table predicted) {
    return predicted.doubleColumn("P(Gentoo)").asDoubleArray();
  }

  @Test
  void predict_theTrainingTable_hasAnAnswerForEachRow() {
    String before = PENGUINS.print(1000);
    Table predicted = SPECIES.predict(PENGUINS);

    assertEquals(
        List.of("species", "predicted species", "P(Adelie)", "P(Chinstrap)", "P(Gentoo)"),
        predicted.columnNames());
    assertEquals("penguins.csv predicted", predicted.name());
    assertEquals(344, predicted.rowCount());
    for (int row = 0; row < 344; row++) {
      double sum = 0;
      double largest = 0;
      for (String name : CLASSES) {
        double share = predicted.doubleColumn("P(" + name + ")").get(row);
        sum += share;
        largest = Math.max(largest, share);
      }
      assertEquals(1, sum, 1e-6);
      String label = predicted.stringColumn("predicted species").get(row);
      assertEquals(largest, predicted.doubleColumn("P(" + label + ")").get(row));
    }
    assertEquals(before, PENGUINS.print(1000), "the table is not modified");
  }

  /** The largest class is 152 of 344, 0.44; the species differ by size and island. */
  @Test
  void classification_penguins_isFarAboveTheLargestClass() {
    assertTrue(SPECIES.classification().accuracy() > 0.9, SPECIES::toString);
    assertEquals(344, SPECIES.classification().size(), "each row once");
    assertEquals(CLASSES, SPECIES.classification().classNames());
    assertTrue(SPECIES.classification(PENGUINS).accuracy() > 0.9);
    assertEquals(
        SPECIES.classification(PENGUINS).accuracy(),
        SPECIES.classification(PENGUINS.sortOn("body_mass_g")).accuracy());
  }

  /** A regression on weight alone explains some 69 % of the variance. */
  @Test
  void regression_cars_isInMilesPerGallon() {
    assertTrue(CONSUMPTION.regression().rSquared() > 0.7, CONSUMPTION::toString);
    assertEquals(CARS.rowCount(), CONSUMPTION.regression().size());
    assertTrue(CONSUMPTION.regression(CARS).rmse() < 5, "mpg deviates by 7.8");
    Table predicted = CONSUMPTION.predict(CARS);
    assertEquals(List.of("mpg", "name", "predicted mpg"), predicted.columnNames());
    double mean = CARS.doubleColumn("mpg").mean();
    assertEquals(mean, predicted.doubleColumn("predicted mpg").mean(), 1);
  }

  @Test
  void predict_columnsInAnotherOrderWithoutTarget_isTheSameToTheBit() {
    List<String> names = SPECIES.plan().usedColumns();
    String[] backwards =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(names.size() - 1 - i))
            .toArray(String[]::new);

    Table predicted = SPECIES.predict(PENGUINS.selectColumns(backwards));
    assertEquals("predicted species", predicted.columnNames().get(0));
    assertArrayEquals(probabilities(SPECIES.predict(PENGUINS)), probabilities(predicted));
  }

  @Test
  void predict_rowsAloneOrTogether_agreeToTheRounding() {
    double[] together = probabilities(SPECIES.predict(PENGUINS));
    for (int row : new int[] {0, 3, 150, 343}) {
      double alone = probabilities(SPECIES.predict(PENGUINS.rows(row)))[0];
      assertEquals(together[row], alone, Tolerance.SINGLE_PRECISION * together[row]);
    }
  }

  @Test
  void predict_unusualRows_haveANote() {
    Table two = PENGUINS.rows(0, 1).copy();
    two.stringColumn("island").set(1, "Atlantis");
    two.intColumn("year").setMissing(1);

    StringColumn notes = SPECIES.predict(two).stringColumn("note");
    assertEquals(List.of("", "island 'Atlantis' is unknown; year is missing"), notes.asList());
  }

  @Test
  void predict_keysAndOtherColumns_areKept() {
    Table rows = PENGUINS.rows(0, 1, 2).copy();
    rows.addColumns(IntColumn.create("number", 7, 8, 9));
    rows.addColumns(StringColumn.create("Predicted Species", "x", "y", "z"));
    rows.addColumns(DoubleColumn.create("p(adelie)", 3));
    FeaturePlan plan = FeaturePlan.of(PENGUINS, "species").without("year");
    Table predicted = Fitted.small(plan).withFolds(0).fit().predict(rows);

    assertEquals(
        List.of(
            "species",
            "year",
            "number",
            "Predicted Species",
            "p(adelie)",
            "predicted species'",
            "P(Adelie)'",
            "P(Chinstrap)",
            "P(Gentoo)"),
        predicted.columnNames());
    assertArrayEquals(new int[] {7, 8, 9}, predicted.intColumn("number").asIntArray());
  }

  @Test
  void predict_rowsThatMayNotMiss_haveNoAnswerButANote() {
    FeaturePlan plan =
        FeaturePlan.of(PENGUINS, "species").withMissingValues(MissingValues.DROP_ROW, "sex");
    Model model = Fitted.small(plan).withFolds(0).fit();
    Table predicted = model.predict(PENGUINS.rows(2, 3));

    assertEquals(
        List.of(
            "11 rows without a target, or without a value that they need, were left out",
            "no folds were asked for, so nothing is known about new rows"),
        model.origin().notes());
    assertEquals(333, model.origin().rows());
    assertTrue(predicted.column("predicted species").isMissing(1));
    assertTrue(predicted.column("P(Adelie)").isMissing(1));
    assertTrue(!predicted.column("P(Adelie)").isMissing(0));
    assertEquals("sex is missing", predicted.stringColumn("note").get(1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> model.predict(row(3))).getMessage();
    assertEquals("there is no prediction for this row: sex is missing", message);
    Table none = model.predict(PENGUINS.rows(3));
    assertEquals(1, none.rowCount());
  }

  @Test
  void predict_noRows_isATableOfTheSameColumns() {
    Table predicted = SPECIES.predict(PENGUINS.emptyCopy());

    assertEquals(0, predicted.rowCount());
    assertEquals(SPECIES.predict(PENGUINS).columnNames(), predicted.columnNames());
  }

  private static Map<String, Object> row(int number) {
    Map<String, Object> row = new HashMap<>();
    for (String name : SPECIES.plan().usedColumns()) {
      boolean isMissing = PENGUINS.column(name).isMissing(number);
      row.put(name, isMissing ? null : PENGUINS.column(name).get(number));
    }
    return row;
  }

  /** Row 3 has neither measures nor sex. */
  @Test
  void predict_oneRow_isAsInATable() {
    Table predicted = SPECIES.predict(PENGUINS);
    for (int number : new int[] {0, 3, 200}) {
      Prediction prediction = SPECIES.predict(row(number));
      assertEquals(predicted.stringColumn("predicted species").get(number), prediction.label());
      assertEquals(CLASSES, List.copyOf(prediction.probabilities().keySet()));
      assertThrows(UnsupportedOperationException.class, prediction.probabilities()::clear);
      double alone = probabilities(SPECIES.predict(PENGUINS.rows(number)))[0];
      assertEquals(alone, prediction.probabilities().get("Gentoo"));
      assertTrue(Double.isNaN(prediction.value()));
      assertEquals("", prediction.note());
      assertTrue(prediction.toString().matches("\\w+ \\(\\d+\\.\\d %\\)"), prediction::toString);
    }
    Map<String, Object> car = new HashMap<>();
    CONSUMPTION.plan().usedColumns().forEach(name -> car.put(name, CARS.column(name).get(0)));
    Prediction mpg = CONSUMPTION.predict(car);
    assertEquals("", mpg.label());
    assertEquals(
        CONSUMPTION.predict(CARS.rows(0)).doubleColumn("predicted mpg").get(0), mpg.value());
    assertTrue(mpg.toString().matches("\\d+\\.\\d+"), mpg::toString);
  }

  /** One column of each kind, with a name that Java and JSON must quote. */
  static Table kinds() {
    int rows = 12;
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    Table table = Table.create();
    table.addColumns(
        DoubleColumn.create("größe in \"cm\"", IntStream.range(0, rows).mapToDouble(Math::sqrt)),
        DoubleColumn.create("float", IntStream.range(0, rows).mapToDouble(i -> i * i)),
        StringColumn.create("yes", IntStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? "y" : "N")),
        StringColumn.create("one of", IntStream.range(0, rows).mapToObj(i -> "v" + i % 4)),
        DateColumn.create("day", IntStream.range(0, rows).mapToObj(LocalDate.EPOCH::plusDays)),
        DateTimeColumn.create(
            "time", IntStream.range(0, rows).mapToObj(LocalDate.EPOCH.atTime(1, 2)::plusWeeks)),
        TimeColumn.create("clock", IntStream.range(0, rows).mapToObj(LocalTime.NOON::plusHours)),
        InstantColumn.create(
            "instant",
            IntStream.range(0, rows).mapToObj(i -> start.plusSeconds(3600L * i)).toList()),
        BooleanColumn.create("truth", IntStream.range(0, rows).mapToObj(i -> i % 2 == 0).toList()),
        StringColumn.create(
            "class", IntStream.range(0, rows).mapToObj(i -> i % 5 == 0 ? "b" : "B")));
    return table;
  }

  /** Tablesaw leaves a table without a name, and takes b and B for the same. */
  @Test
  void predict_rowsOfAllKinds_areAsInATable() {
    Table table = kinds();
    Model model = Fitted.small(FeaturePlan.of(table, "class")).withFolds(0).fit();
    Map<String, Object> row = new HashMap<>();
    model.plan().usedColumns().forEach(name -> row.put(name, table.column(name).get(7)));
    Table predicted = model.predict(table.rows(7));

    assertEquals(9, model.plan().usedColumns().size());
    assertEquals(
        predicted.doubleColumn("P(B)").get(0), model.predict(row).probabilities().get("B"));
    assertEquals(List.of("class", "predicted class", "P(B)", "P(b)'"), predicted.columnNames());
    assertEquals("predicted", predicted.name());
    assertEquals("", model.predict(row).note());
  }

  private record Refusal(String message, String column, Object value) {}

  static List<Refusal> refusals() {
    return List.of(
        new Refusal("there is no column 'Sex', the columns are [island, ", "Sex", "male"),
        new Refusal("column 'year', row 1: expected a number, found 'new'", "year", "new"),
        new Refusal(
            "column 'year', row 1: expected a number, found '2",
            "year",
            LocalDate.MAX.withYear(2020)),
        new Refusal(
            "column 'year' must hold a number, text, truth, date or null, found java.",
            "year",
            List.of()),
        new Refusal(
            "column 'year', row 1: expected a finite number", "year", Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void predict_oneRowThatDoesNotFit_saysWhatIsWrong(Refusal refusal) {
    Map<String, Object> row = row(0);
    row.put(refusal.column, refusal.value);
    String message =
        assertThrows(IllegalArgumentException.class, () -> SPECIES.predict(row)).getMessage();
    assertTrue(message.startsWith(refusal.message), message);
  }

  @Test
  void predict_aMissingColumn_isNamed() {
    Map<String, Object> row = row(0);
    row.remove("island");
    for (String message :
        List.of(
            assertThrows(IllegalArgumentException.class, () -> SPECIES.predict(row)).getMessage(),
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SPECIES.predict(PENGUINS.rejectColumns("island")))
                .getMessage())) {
      assertTrue(message.contains("has no column 'island'; it has ["), message);
    }
    assertThrows(IllegalArgumentException.class, () -> SPECIES.predict(Map.of()));
  }

  @Test
  void measures_ofTheOtherKindOrWithoutFolds_areRefused() {
    assertEquals(
        "'species' is a class: ask for classification, not for regression",
        assertThrows(IllegalStateException.class, SPECIES::regression).getMessage());
    assertEquals(
        "'mpg' is a number: ask for regression, not for classification",
        assertThrows(IllegalStateException.class, () -> CONSUMPTION.classification(CARS))
            .getMessage());
    Model without = Fitted.species().withFolds(0).fit();
    assertThrows(IllegalStateException.class, without::classification);
    assertTrue(without.validation().isEmpty());
    assertTrue(without.classification(PENGUINS).accuracy() > 0.9);
  }

  @Test
  void texts_ofAModel_sayWhatItIs() {
    String text = SPECIES.toString();

    assertTrue(text.startsWith("model of species: one of 3 classes"), text);
    assertTrue(
        text.contains("each row by a network that was trained without it, in 2 folds:"), text);
    assertTrue(text.contains("344 rows, data "), text);
    assertTrue(text.contains("active units ["), text);
    assertEquals(SPECIES.plan().usedColumns().size(), SPECIES.influence().groups().size());
  }
}
