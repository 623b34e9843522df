package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;
import static pathprox.plot.Records.each;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What all charts over iterations have in common, and what each one adds. */
class CurvesTest {
  record Question(String name, Function<Table, Chart> chart, String column, int linesPerRun) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Question> questions() {
    return Stream.of(
        new Question("objective", Curves::objective, "objective", 1),
        new Question("path norm", Curves::pathNorm, "path_norm", 1),
        new Question("active units", Curves::activeUnits, "active_units", 1),
        new Question("optimality", Curves::optimality, "optimality", 1),
        new Question("learning rate", Curves::learningRate, "learning_rate", 1),
        new Question("accuracy", Curves::accuracy, "test_accuracy", 2));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_twoRuns_hasAPointPerRecord(Question question) {
    Chart chart = question.chart().apply(Records.of("PathProx", "weight decay"));
    assertEquals(2 * question.linesPerRun(), chart.data().size());
    each(chart, "x").forEach(x -> assertEquals(List.of(0L, 100L), x));
    each(chart, "y").forEach(y -> assertEquals(2, ((List<?>) y).size()));
    assertEquals("iteration", at(chart.layout(), "xaxis", "title", "text"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_table_leavesItAlone(Question question) {
    Table table = Records.of("a", "b");
    String before = table.printAll();
    question.chart().apply(table);
    assertEquals(before, table.printAll());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_missingColumn_namesItAndTheOthers(Question question) {
    Table table = Records.of("a").rejectColumns(question.column());
    Exception e = assertThrows(IllegalArgumentException.class, () -> question.chart().apply(table));
    String expected = "the table has no column '%s', its columns are [run, iteration, ";
    assertTrue(e.getMessage().startsWith(expected.formatted(question.column())), e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_columnOfText_isRefused(Question question) {
    Table table = Records.of("a");
    table.replaceColumn(question.column(), StringColumn.create(question.column(), "x", "y"));
    Exception e = assertThrows(IllegalArgumentException.class, () -> question.chart().apply(table));
    assertEquals(
        "column '%s' must be numeric, is STRING".formatted(question.column()), e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_noRecords_hasNoLines(Question question) {
    Chart chart = question.chart().apply(Records.of());
    assertEquals(List.of(), chart.data());
    assertTrue(chart.toString().contains("x: iteration"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_tableWithoutRunNames_isOneRun(Question question) {
    Chart chart = question.chart().apply(Records.of("a").rejectColumns("run", "active_2"));
    assertEquals(question.linesPerRun(), chart.data().size());
    each(chart, "name").forEach(name -> assertTrue(!name.toString().isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_missingValues_becomeNull(Question question) {
    Table table = Records.of("a", "b");
    table.column(question.column()).setMissing(1);
    Chart chart = question.chart().apply(table);
    List<?> y = (List<?>) chart.data().get(question.linesPerRun() - 1).get("y");
    assertEquals(null, y.get(1));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_oddRunNames_showThemLiterally(Question question) {
    String odd = "C:\\new\tline\n'q' \"Q\" <b>λ</b> & a<b &lt;\\";
    Chart chart = question.chart().apply(Records.of(odd, "other"));
    String text = PlotlyMarkup.plainText(chart.data().get(0).get("name").toString());
    assertTrue(text.startsWith(odd), text);
  }

  static Stream<Function<Table, Chart>> chartsOverSeconds() {
    return Stream.of(Curves::objectiveOverSeconds, Curves::activeUnitsOverSeconds);
  }

  @ParameterizedTest
  @MethodSource("chartsOverSeconds")
  void overSeconds_twoRuns_placesPointsAtSeconds(Function<Table, Chart> question) {
    Table table = Records.of("a", "b").rejectColumns("iteration");
    table.addColumns(DoubleColumn.create("seconds", 0, 1.5, 0, 2.5));
    Chart chart = question.apply(table);
    assertEquals(List.of(List.of(0L, 1.5), List.of(0L, 2.5)), each(chart, "x"));
    assertEquals("seconds of training", at(chart.layout(), "xaxis", "title", "text"));
  }

  @Test
  void objective_axis_isLogarithmic() {
    Chart chart = Curves.objective(Records.of("a"));
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals(List.of(List.of(0.5, 0.25)), each(chart, "y"));
  }

  @Test
  void learningRate_axis_isLogarithmicAndNamed() {
    Chart chart = Curves.learningRate(Records.of("a"));
    assertEquals("log", at(chart.layout(), "yaxis", "type"));
    assertEquals("learning rate γ", at(chart.layout(), "yaxis", "title", "text"));
    assertEquals(List.of(List.of(0.5, 0.25)), each(chart, "y"));
  }

  @Test
  void activeUnits_oneRun_showsTotalAndPairs() {
    Chart chart = Curves.activeUnits(Records.of("PathProx"));
    assertEquals(List.of("PathProx, total", "pair 1", "pair 2"), each(chart, "name"));
  }

  @Test
  void activeUnits_someAreWeak_addsAThinLineOfTheStrongOnes() {
    Table table = Records.of("a", "b").addColumns(IntColumn.create("strong_units", 20, 10, 20, 4));
    Chart chart = Curves.activeUnits(table);
    assertEquals(List.of("a", "b", "b, strong"), each(chart, "name"));
    assertEquals(List.of(20L, 4L), chart.data().get(2).get("y"));
    assertEquals(color(chart, 1), color(chart, 2));
    assertEquals(1, at(chart.data().get(2), "line", "width"));
    assertEquals(false, chart.data().get(2).get("showlegend"));
    assertEquals("Active units; thin: strong ones", at(chart.layout(), "title", "text"));
  }

  @Test
  void activeUnits_pairThatTheRunHasNot_isLeftOut() {
    Table table = Records.of("a").addColumns(IntColumn.create("active_3", 2));
    table.intColumn("active_3").setMissing(0).setMissing(1);
    assertEquals(3, Curves.activeUnits(table).data().size());
  }

  @Test
  void accuracy_lines_areInPercentTrainDashedTestSolid() {
    Chart chart = Curves.accuracy(Records.of("a"));
    assertEquals(List.of(50L, 25L), chart.data().get(0).get("y"));
    assertEquals("dot", at(chart.data().get(0), "line", "dash"));
    assertEquals("solid", at(chart.data().get(1), "line", "dash"));
  }

  @Test
  void accuracy_noTestSet_leavesItsLineOut() {
    Table table = Records.of("a");
    table.replaceColumn(
        "test_accuracy",
        DoubleColumn.create("test_accuracy", new double[] {Double.NaN, Double.NaN}));
    assertEquals(List.of("a, train"), each(Curves.accuracy(table), "name"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void of_methodInOtherCompany_keepsItsColor(Question question) {
    Chart two = question.chart().apply(Records.of("weight decay λ=0.1", "PathProx"));
    Chart three = question.chart().apply(Records.of("SGD", "PathProx λ=1", "Weight decay"));
    int lines = question.linesPerRun();
    assertEquals(color(two, lines), color(three, lines));
    assertEquals(color(two, 0), color(three, 2 * lines));
    assertEquals(
        three.data().size() / lines,
        Stream.of(0, 1, 2).map(run -> color(three, run * lines)).distinct().count());
  }

  private static Object color(Chart chart, int trace) {
    return at(chart.data().get(trace), "line", "color");
  }

  @Test
  void styles_recommendedPathProx_isTheSameInAnyCompany() {
    LineStyle alone = LineStyle.forNames(List.of("PathProx recommended λ=1")).get(0);
    List<LineStyle> styles =
        LineStyle.forNames(List.of("SGD", "PathProx λ=1", "PathProx recommended"));
    assertEquals(alone, styles.get(2));
    assertEquals(3, styles.stream().distinct().count());
  }

  @Test
  void styles_sameMethodTwice_differ() {
    List<LineStyle> styles = LineStyle.forNames(List.of("PathProx a", "PathProx b", "c"));
    assertEquals(3, styles.stream().distinct().count());
  }
}
