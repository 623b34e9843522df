package pathprox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Chart CHART =
      new Chart(
          List.of(Map.of("name", "a"), Map.of("name", "b")),
          Map.of("xaxis", Map.of("title", Map.of("text", "x"), "type", "log"), "height", 1));

  @Test
  void chart_whatItWasMadeOf_mayChangeLater() {
    Map<String, Object> trace = new HashMap<>(Map.of("y", new ArrayList<>(List.of(1))));
    Chart chart = new Chart(List.of(trace), Map.of());
    ((List<?>) trace.get("y")).clear();
    trace.clear();
    assertEquals(List.of(Map.of("y", List.of(1))), chart.data());
  }

  @Test
  void chart_partOfIt_cannotChange() {
    Map<?, ?> axis = (Map<?, ?>) CHART.layout().get("xaxis");
    assertThrows(UnsupportedOperationException.class, axis::clear);
    assertThrows(UnsupportedOperationException.class, CHART.data()::clear);
  }

  @Test
  void chart_numbersThatJsonHasNot_becomeNull() {
    List<Object> numbers = Arrays.asList(Double.NaN, Float.POSITIVE_INFINITY, null, 1);
    Chart chart = new Chart(List.of(Map.of("y", numbers)), Map.of());
    assertEquals("{\"data\":[{\"y\":[null,null,null,1]}],\"layout\":{}}", chart.json());
  }

  @Test
  void json_sameEntriesInOtherOrder_isTheSame() {
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("height", 1);
    other.put("xaxis", Map.of("type", "log", "title", Map.of("text", "x")));
    assertEquals(CHART.json(), new Chart(CHART.data(), other).json());
  }

  @Test
  void chart_valueThatIsNotPlain_isRefusedWithItsPlace() {
    Map<String, Object> layout = Map.of("xaxis", Map.of("range", List.of(LocalDate.EPOCH)));
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Chart(List.of(), layout));
    String expected =
        "layout.xaxis.range[] must be a map, list, array, number, string, boolean or null, was a "
            + "java.time.LocalDate";
    assertEquals(expected, e.getMessage());
  }

  @Test
  void chart_arraysOfJava_areLists() {
    Map<String, Object> trace =
        Map.of("y", new double[] {0.5, Double.NaN}, "z", new int[][] {{1}, {2}});
    assertEquals(
        "{\"data\":[{\"y\":[0.5,null],\"z\":[[1],[2]]}],\"layout\":{}}",
        new Chart(List.of(trace), Map.of()).json());
  }

  @Test
  void chart_keyThatIsNoString_isRefused() {
    Map<String, Object> layout = Map.of("xaxis", Map.of(1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Chart(List.of(), layout));
  }

  @Test
  void withLayout_innerMap_isMerged() {
    Chart changed = CHART.withLayout(Map.of("xaxis", Map.of("type", "linear"), "width", 2));
    Map<String, Object> axis = Map.of("title", Map.of("text", "x"), "type", "linear");
    assertEquals(Map.of("xaxis", axis, "height", 1, "width", 2), changed.layout());
    assertEquals(CHART.data(), changed.data());
  }

  @Test
  void withTitle_chart_changesTheTextOnly() {
    Chart titled = CHART.withLayout(Map.of("title", Map.of("x", 0))).withTitle("new");
    assertEquals(Map.of("x", 0, "text", "new"), titled.layout().get("title"));
  }

  @Test
  void withTrace_index_changesThatOneOnly() {
    Chart changed = CHART.withTrace(1, Map.of("opacity", 0.5));
    assertEquals(List.of(Map.of("name", "a"), Map.of("name", "b", "opacity", 0.5)), changed.data());
  }

  @Test
  void withTraces_changes_reachAll() {
    Chart changed = CHART.withTraces(Map.of("name", "c"));
    assertEquals(List.of(Map.of("name", "c"), Map.of("name", "c")), changed.data());
  }

  @Test
  void withTrace_noSuchTrace_isRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> CHART.withTrace(2, Map.of()));
    assertEquals("there is no trace 2, the chart has 2", e.getMessage());
  }

  record Described(List<Object> values, String text) {}

  static Stream<Described> described() {
    return Stream.of(
        new Described(List.of(), "0 points"),
        new Described(List.of(0.125), "1 point  0.125"),
        new Described(Arrays.asList(null, null), "2 points, all missing"),
        new Described(Arrays.asList(1, null, 3), "3 points  1 → 3  min 1  max 3  ▁ █"),
        new Described(List.of(2, 2), "2 points  2 → 2  min 2  max 2  ▄▄"),
        new Described(
            List.of(-1e308, 0, 1e308), "3 points  -1e308 → 1e308  min -1e308  max 1e308  ▁▅█"),
        new Described(List.of("a", "b"), "0 points"));
  }

  @ParameterizedTest
  @MethodSource("described")
  void toString_trace_tellsItsSizeAndRange(Described described) {
    Chart chart = new Chart(List.of(Map.of("name", "a", "y", described.values())), Map.of());
    assertEquals("chart\n  a  " + described.text(), chart.toString());
  }

  @Test
  void toString_fullChart_readsAsWritten() {
    Map<String, Object> axis = Map.of("title", Map.of("text", "loss"), "type", "log");
    Chart chart =
        new Chart(
            List.of(
                Map.of("name", "first &lt;b>", "y", List.of(1, 10, 100)),
                Map.of("type", "heatmap", "z", List.of(List.of(1, 2, 3), List.of(4, 5, 6)))),
            Map.of(
                "title", Map.of("text", "<b>Title</b>"),
                "yaxis", axis,
                "annotations", List.of(Map.of("text", "7"), Map.of("text", "2"))));
    String expected =
        """
        Title
        y: loss, log scale
          first <b>  3 points  1 → 100  min 1  max 100  ▁▅█
          heatmap 2  2 × 3 values  min 1  max 6
        labels: 7, 2""";
    assertEquals(expected, chart.toString());
  }

  @Test
  void toString_hundredThousandPoints_staysShort() {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      values.add(Math.sin(i * 1e-4));
    }
    String text = new Chart(List.of(Map.of("y", values)), Map.of()).toString();
    assertTrue(text.startsWith("chart\n  trace 1  100000 points"), text);
    assertTrue(text.length() < 120, text);
  }
}
