package pathprox.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.csv.CsvFile;
import pathprox.features.FeaturePlan;
import pathprox.features.MissingValues;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.RandomNumbers;
import pathprox.method.PathProx;
import pathprox.model.Fitting;
import pathprox.model.Model;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class OnnxModelTest {
  private static final double MOST = 1e-5;
  private static final double START = 1.7e9; // a time in seconds since 1970; float32 rounds to 128
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withIterations(150);

  @TempDir static Path folder;

  private static Model numbers;

  /**
   * y depends on seconds that float32 does not tell apart, on a switch, on a number that is missing
   * now and then, and on one that never is.
   */
  @BeforeAll
  static void fitNumbers() {
    RandomNumbers random = RandomNumbers.of(1, "table", 0);
    Table table = Table.create("machine");
    double[] seconds = IntStream.range(0, 120).mapToDouble(i -> START + 0.7 * i).toArray();
    double[] noise = IntStream.range(0, 120).mapToDouble(i -> random.nextGaussian()).toArray();
    table.addColumns(
        DoubleColumn.create("seconds", seconds),
        StringColumn.create("switch", IntStream.range(0, 120).mapToObj(i -> on(i % 3 == 0))),
        DoubleColumn.create(
            "sometimes", IntStream.range(0, 120).mapToDouble(i -> i % 7 == 0 ? Double.NaN : i % 5)),
        DoubleColumn.create("noise", noise),
        DoubleColumn.create(
            "y",
            IntStream.range(0, 120)
                .mapToDouble(i -> 1000 + 0.7 * i + (i % 3 == 0 ? 40 : 0) + 3 * noise[i])));
    numbers = fit(FeaturePlan.of(table, "y").withNumbers("seconds"), true);
  }

  private static String on(boolean isOn) {
    return isOn ? "on" : "off";
  }

  private static Model fit(FeaturePlan plan, boolean isNumber) {
    TrainingOptions options = isNumber ? OPTIONS.withLoss(new MeanSquaredError()) : OPTIONS;
    return Fitting.of(plan)
        .withMethod(PathProx.recommended(1e-4))
        .withOptions(options)
        .withHidden(12)
        .withFolds(0)
        .fit();
  }

  private static Path save(Model model) {
    Path file = folder.resolve("model.onnx");
    Onnx.save(model, file);
    return file;
  }

  /** Rows as numbers, in the order of the columns, and the same as a table. */
  private static final double[][] ROWS = {
    {START + 3, 1, 2, 0.5},
    {START + 70, 0, 4, -0.5},
    {START + 30.5, 1, Double.NaN, 0.1}, // missing, with an indicator
    {Double.NaN, 1, 1, Double.NaN}, // missing, without one
    {START + 20, Double.NaN, 1, 0},
    {START + 1e9, 0, 1e6, -1e30}, // far outside
    {START - 1e9, 0, -1e6, 1e300}
  };

  private static Table table(double[][] rows) {
    String[] switches =
        IntStream.range(0, rows.length)
            .mapToObj(i -> Double.isNaN(rows[i][1]) ? "" : on(rows[i][1] == 1))
            .toArray(String[]::new);
    return Table.create(
        "rows",
        column("seconds", rows, 0),
        StringColumn.create("switch", switches),
        column("sometimes", rows, 2),
        column("noise", rows, 3));
  }

  private static DoubleColumn column(String name, double[][] rows, int place) {
    return DoubleColumn.create(
        name, IntStream.range(0, rows.length).mapToDouble(i -> rows[i][place]));
  }

  private static double[] run(Path file, double[][] rows) {
    try (RuntimeSession runtime = new RuntimeSession(file)) {
      return runtime.run("output", Nd4j.createFromArray(rows)).data().asDouble();
    }
  }

  @Test
  void save_numbersYesNoAndMissing_predictsAsTheModel() {
    double[] found = run(save(numbers), ROWS);

    double[] expected = numbers.predict(table(ROWS)).doubleColumn("predicted y").asDoubleArray();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], MOST * Math.abs(expected[i]), "row " + (i + 1));
    }
  }

  /** As float32 both would be the same number, 1.7·10⁹, and so would be the predictions. */
  @Test
  void save_largeNumbersCloseTogether_areToldApart() {
    double[][] rows = {{START + 1, 0, 2, 0}, {START + 60, 0, 2, 0}};
    assertEquals((float) rows[0][0], (float) rows[1][0]);

    double[] found = run(save(numbers), rows);

    double[] expected = numbers.predict(table(rows)).doubleColumn("predicted y").asDoubleArray();
    double rise = expected[1] - expected[0];
    assertTrue(rise > 10, () -> "the model learned nothing: " + rise);
    assertEquals(rise, found[1] - found[0], 1e-4 * rise);
  }

  /** A word that is neither of the two is as a missing one, without an indicator. */
  @Test
  void save_yesNoThatIsNeither_isTheMoreFrequentOne() {
    double[][] rows = {
      {START, 2, 1, 0},
      {START, Double.POSITIVE_INFINITY, 1, 0},
      {START, 0, 1, 0}, // two thirds are off
      {START, 1, 1, 0}
    };

    double[] found = run(save(numbers), rows);

    assertEquals(found[2], found[0]);
    assertEquals(found[2], found[1]);
    assertTrue(Math.abs(found[3] - found[2]) > 1, () -> "the switch has no influence: " + found[3]);
  }

  @Test
  void save_infiniteNumberOrRefusedMissingOne_givesNoPrediction() {
    Table source = Table.read().csv("notebooks/data/auto-mpg.csv").selectColumns("weight", "mpg");
    for (MissingValues choice : List.of(MissingValues.DROP_ROW, MissingValues.REFUSE)) {
      FeaturePlan plan = FeaturePlan.of(source, "mpg").withMissingValues(choice);
      Path file = save(fit(plan, true));
      double[] found = run(file, new double[][] {{3000}, {Double.NaN}});
      assertTrue(found[0] > 0 && Double.isNaN(found[1]), choice + ": " + found[1]);
    }
    double[][] infinite = {{Double.NEGATIVE_INFINITY, 0, 1, 0}, {START, 0, 1, 0}};
    double[] found = run(save(numbers), infinite);
    assertTrue(Double.isNaN(found[0]) && found[1] > 0, () -> found[0] + " " + found[1]);
  }

  @Test
  void save_classes_givesTheirProbabilities() {
    CsvFile wine = CsvFile.read("notebooks/data/wine.csv");
    Model model = fit(FeaturePlan.of(wine, "cultivar"), false);
    List<String> columns = model.plan().usedColumns();
    Table table = wine.table();
    double[][] rows = new double[table.rowCount()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = table.numberColumn(columns.get(k)).getDouble(i);
      }
    }

    try (RuntimeSession runtime = new RuntimeSession(save(model))) {
      INDArray inputs = Nd4j.createFromArray(rows);
      INDArray found = runtime.run("probabilities", inputs);
      Table expected = model.predict(table);
      for (int i = 0; i < rows.length; i++) {
        for (int k = 0; k < 3; k++) {
          double probability = expected.doubleColumn("P(" + (k + 1) + ")").get(i);
          assertEquals(probability, found.getDouble(i, k), MOST);
        }
      }
      INDArray outputs = runtime.run("output", inputs);
      INDArray own = model.network().outputs(model.plan().features(table, all(rows.length)));
      assertTrue(Difference.relative(own, outputs) <= MOST);
      assertEquals("[\"1\",\"2\",\"3\"]", runtime.texts().get("classes"));
    }
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  @Test
  void save_anyModel_saysInItsMetadataWhatItIs() {
    try (RuntimeSession runtime = new RuntimeSession(save(numbers))) {
      Map<String, String> texts = runtime.texts();
      assertEquals("[\"seconds\",\"switch\",\"sometimes\",\"noise\"]", texts.get("columns"));
      assertEquals("y", texts.get("target"));
      assertTrue(texts.get("plan").contains("1 for 'on', 0 for 'off'"), texts.get("plan"));
      assertEquals("1.0E-4", texts.get("lambda"));
      assertEquals(numbers.origin().method(), texts.get("method"));
      assertFalse(texts.containsKey("classes"));
      assertEquals("5", texts.get("input")); // of the network: the indicator is one more
      assertTrue(runtime.input().contains("DOUBLE"), runtime.input());
      assertTrue(runtime.input().contains("shape=[-1, 4]"), runtime.input());
    }
  }

  @Test
  void save_modelFromItsFile_isTheSame() throws IOException {
    Path file = folder.resolve("model.safetensors");
    numbers.save(file);

    byte[] expected = Files.readAllBytes(save(numbers));
    assertArrayEquals(expected, Files.readAllBytes(save(Model.load(file))));
  }

  @Test
  void save_columnsThatAreNoNumbers_areNamedWithACure() {
    Model model =
        fit(FeaturePlan.of(CsvFile.read("notebooks/data/penguins.csv"), "species"), false);

    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Onnx.save(model, folder + "/penguins.onnx"));

    assertEquals(
        "the model cannot be saved: columns must be numbers, or yes or no, found also 'island'"
            + " (category), 'sex' (category); leave them out by 'without' of the plan, or write them"
            + " as numbers in the table and take them in by 'withNumbers'; the network alone, whose"
            + " inputs are features, is Onnx.save(model.network(), file)",
        e.getMessage());
    assertFalse(Files.exists(folder.resolve("penguins.onnx")));
  }
}
