package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;

class ShownChartTest {
  private static Chart line(int points) {
    double[] values = IntStream.range(0, points).asDoubleStream().toArray();
    return Lines.chart(
        "title",
        "x",
        "y",
        List.of(new Line("one", values, values, LineStyle.forNames(List.of("one")).get(0))));
  }

  @Test
  void figure_chartOfTheLibrary_hasNoPaperAndNoBlackInk() {
    String json = ShownChart.of(line(3)).json();

    assertTrue(json.contains("\"paper_bgcolor\":\"rgba(0,0,0,0)\""), json);
    assertFalse(json.contains("#222222") || json.contains("\"white\""), json);
  }

  @Test
  void figure_chartOfOtherOrigin_hasNoPaperEither() {
    Chart bare = new Chart(List.of(Map.of("y", List.of(1, 2))), Map.of());

    Map<String, Object> layout = ShownChart.of(bare).chart().layout();

    assertEquals("rgba(0,0,0,0)", layout.get("paper_bgcolor"));
    assertEquals(Map.of("color", "#767676"), layout.get("font"));
  }

  @Test
  void figure_colorsOfItsOwn_areKept() {
    Chart pink = line(3).withLayout(Map.of("paper_bgcolor", "pink"));

    assertEquals("pink", ShownChart.of(pink).chart().layout().get("paper_bgcolor"));
  }

  @Test
  void figure_config_sendsNothingAway() {
    Map<?, ?> config = (Map<?, ?>) ShownChart.of(line(3)).figure().get("config");

    assertEquals(false, config.get("showSendToCloud"));
  }

  @Test
  void of_fewPoints_drawsAllAndSaysNothing() {
    Chart chart = line(ShownChart.MOST);

    assertEquals(chart.data(), ShownChart.of(chart).chart().data());
    assertEquals(chart.toString(), ShownChart.of(chart).text());
  }

  @Test
  void of_manyPoints_drawsEachThirdAndTheLastAndSaysSo() {
    Chart chart = line(2 * ShownChart.MOST + 1);

    ShownChart shown = ShownChart.of(chart);

    List<?> x = (List<?>) shown.chart().data().get(0).get("x");
    assertEquals("[0, 3, 6]", x.subList(0, 3).toString());
    assertEquals("40000", x.get(x.size() - 1).toString());
    String note =
        "of 40,001 points, 1 of 3 and the peaks are drawn here; chart.save(file) draws all";
    assertTrue(shown.text().endsWith(note), shown.text());
    assertTrue(shown.json().contains(note), "on the figure too");
  }

  @Test
  void of_manyPoints_thinsAllListsOfTheTraceAlike() {
    List<Integer> many = IntStream.range(0, 30_000).boxed().toList();
    Map<String, Object> trace = Map.of("y", many, "text", many, "marker", Map.of("color", many));

    Map<String, Object> shown =
        ShownChart.of(new Chart(List.of(trace), Map.of())).chart().data().get(0);

    assertEquals(shown.get("y"), shown.get("text"));
    assertEquals(Map.of("color", shown.get("y")), shown.get("marker"));
  }

  /** Neither peak is at a multiple of the step, which is 2. */
  @Test
  void of_manyPoints_keepsPeaksAndPassesOverGaps() {
    List<Double> many = new ArrayList<>(Collections.nCopies(30_000, 0.0));
    many.set(0, null);
    many.set(12_345, 9.0);
    many.set(23_457, -9.0);

    Map<String, Object> trace = Map.of("y", Collections.unmodifiableList(many));
    Chart shown = ShownChart.of(new Chart(List.of(trace), Map.of())).chart();

    List<?> y = (List<?>) shown.data().get(0).get("y");
    List<String> drawn = y.stream().filter(Number.class::isInstance).map(Object::toString).toList();
    assertTrue(drawn.containsAll(List.of("9", "-9")), "peaks");
    assertTrue(y.size() < 15_000 + 2 * 100 + 2, y.size() + " points");
  }
}
