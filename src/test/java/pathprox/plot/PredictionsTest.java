package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PredictionsTest {
  private static Table confusion(String second) {
    return Table.create(
        "confusion matrix",
        StringColumn.create("true class", "1", second),
        IntColumn.create("1", 3, 0),
        IntColumn.create("run", 1, 0));
  }

  @Test
  void confusion_counts_areWrittenAndColoredByTheShareOfTheirRow() {
    Chart chart = Predictions.confusion(confusion("two"));

    assertEquals("Confusion matrix, 3 of 4 right", at(chart.layout(), "title", "text"));
    assertEquals(List.of("3", "1"), ((List<?>) chart.data().get(0).get("text")).get(0));
    assertEquals(List.of(0.75, 0.25), ((List<?>) chart.data().get(0).get("z")).get(0));
    List<?> empty = (List<?>) ((List<?>) chart.data().get(0).get("z")).get(1);
    assertEquals(Arrays.asList(null, null), empty, "a class without samples has no shares");
    assertEquals(List.of("1", "two"), at(chart.layout(), "xaxis", "ticktext"));
    assertEquals("predicted class", at(chart.layout(), "xaxis", "title", "text"));
    assertEquals("reversed", at(chart.layout(), "yaxis", "autorange"));
  }

  @Test
  void confusion_longNameOrMarkup_isCutInItsTickAndWholeInItsHint() {
    String name = "<b>a class with quite a long name</b>";
    Chart chart = Predictions.confusion(confusion(name));

    assertEquals(
        List.of("1", "&lt;b>a class with quite a…"), at(chart.layout(), "yaxis", "ticktext"));
    assertTrue(
        chart.json().contains("true class &lt;b>a class with quite a long name&lt;/b><br>said"));
    assertEquals(-45L, ((Number) at(chart.layout(), "xaxis", "tickangle")).longValue());
  }

  @Test
  void confusion_manyClasses_leavesCountsToTheHints() {
    List<String> names = IntStream.range(0, 31).mapToObj(i -> "c" + i).toList();
    Table table = Table.create("confusion matrix", StringColumn.create("true class", names));
    names.forEach(name -> table.addColumns(IntColumn.create(name, new int[31])));

    assertEquals("", Predictions.confusion(table).data().get(0).get("texttemplate"));
    assertEquals(
        "%{text}", Predictions.confusion(confusion("b")).data().get(0).get("texttemplate"));
  }

  @Test
  void roc_severalClasses_areLinesOverTheDiagonal() {
    Table table =
        Table.create(
            "ROC curves",
            StringColumn.create("run", "a, AUC 1", "a, AUC 1", "b, AUC .5", "b, AUC .5"),
            DoubleColumn.create("false_positive_rate", 0, 1, 0, 1),
            DoubleColumn.create("true_positive_rate", 1, 1, 0, 1));
    Chart chart = Predictions.roc(table);

    assertEquals(
        List.of("guessing, AUC 0.500", "a, AUC 1", "b, AUC .5"),
        chart.data().stream().map(trace -> trace.get("name")).toList());
    assertEquals(List.of(1L, 1L), chart.data().get(1).get("y"));
    assertEquals("ROC curves", at(chart.layout(), "title", "text"));
  }

  @Test
  void calibration_emptyBins_areLeftOut() {
    Table table =
        Table.create(
            "probability of 'yes'",
            IntColumn.create("count", 2, 0, 4),
            DoubleColumn.create("mean_probability", 0.1, Double.NaN, 0.9),
            DoubleColumn.create("observed_share", 0, Double.NaN, 1));
    Chart chart = Predictions.calibration(table);

    assertEquals(List.of(0.1, 0.9), chart.data().get(1).get("x"));
    assertEquals(List.of("2", "4"), chart.data().get(1).get("text"));
    assertEquals("mean probability of 'yes'", at(chart.layout(), "xaxis", "title", "text"));
  }

  private static Table values(int rows) {
    double[] truth = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
    double[] predicted = Arrays.stream(truth).map(y -> y + 2).toArray();
    return Table.create(
        "y", DoubleColumn.create("truth", truth), DoubleColumn.create("predicted", predicted));
  }

  @Test
  void predicted_fewRows_areAllDrawnWithTheDiagonal() {
    Chart chart = Predictions.predicted(values(3));

    assertEquals(List.of(0L, 4L), chart.data().get(0).get("x"));
    assertEquals(List.of(2L, 3L, 4L), chart.data().get(1).get("y"));
    assertEquals("Predicted y", at(chart.layout(), "title", "text"));
  }

  @Test
  void residuals_fewRows_arePredictedMinusTrueWithAHistogram() {
    Chart chart = Predictions.residuals(values(3));

    assertEquals(List.of(2L, 3L, 4L), chart.data().get(0).get("x"));
    assertEquals(List.of(2L, 2L, 2L), chart.data().get(0).get("y"));
    assertEquals("histogram", chart.data().get(1).get("type"));
    assertEquals(List.of(2L, 2L, 2L), chart.data().get(1).get("y"));
  }

  static Stream<Function<Table, Chart>> scatters() {
    return Stream.of(Predictions::predicted, Predictions::residuals);
  }

  @ParameterizedTest
  @MethodSource("scatters")
  void scatter_manyRows_everyKthIsDrawnAndTheTitleSaysSo(Function<Table, Chart> scatter) {
    Chart chart = scatter.apply(values(12000));
    List<?> x = (List<?>) chart.data().get(chart.data().size() - 1).get("y");

    assertEquals(4000, x.size());
    String title = at(chart.layout(), "title", "text").toString();
    assertTrue(title.endsWith("y, 4,000 of 12,000 samples, the worst among them"), title);
  }

  @Test
  void anyFigure_missingOrTextualColumn_isRefused() {
    Table table = values(2).rejectColumns("predicted");
    Exception e = assertThrows(IllegalArgumentException.class, () -> Predictions.predicted(table));
    assertEquals("the table has no column 'predicted', its columns are [truth]", e.getMessage());
    table.addColumns(StringColumn.create("predicted", "a", "b"));
    assertThrows(IllegalArgumentException.class, () -> Predictions.residuals(table));
  }
}
