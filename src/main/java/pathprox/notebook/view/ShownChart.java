package pathprox.notebook.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;

/**
 * A chart as a notebook shows it: legible on white and on black, as the page's theme is not known;
 * with some {@value #MOST} points at most, as more make a page slow, some 100,000 stop it; and
 * without a button that sends data away.
 */
record ShownChart(Chart chart, String text) {
  static final int MOST = 20_000;
  private static final int PARTS = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The ink, paper and grid of the library's charts, and what both themes bear. */
  private static final Map<String, String> COLORS =
      Map.of(
          "#222222", "#767676",
          "white", "rgba(0,0,0,0)",
          "#E3E3E3", "rgba(128,128,128,0.3)",
          "#F2F2F2", "rgba(128,128,128,0.15)");

  /** For charts of other origin, which say nothing of it. */
  private static final Map<String, Object> PAGE =
      PlotlyWords.of(
          """
          {paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', font: {color: '#767676'}}
          """);

  private static final Map<String, Object> CONFIG =
      PlotlyWords.of("{displaylogo: false, showSendToCloud: false}");

  static ShownChart of(Chart chart) {
    Chart page = new Chart(List.of(), PAGE).withLayout(themed(chart.layout()));
    List<Map<String, Object>> data = chart.data().stream().map(ShownChart::themed).toList();
    int points = chart.data().stream().mapToInt(ShownChart::points).sum();
    if (points <= MOST
        || !chart.frames().isEmpty()) { // whose lists must stay as long as the data's
      List<Map<String, Object>> frames = chart.frames().stream().map(ShownChart::themed).toList();
      return new ShownChart(new Chart(data, page.layout(), frames), chart.toString());
    }
    int step = (points - 1) / MOST + 1;
    String note =
        String.format(
            Locale.ROOT,
            "of %,d points, 1 of %,d and the peaks are drawn here; chart.save(file) draws all",
            points,
            step);
    Chart thinned = new Chart(data.stream().map(it -> thinned(it, step)).toList(), page.layout());
    return new ShownChart(thinned.withLayout(noted(chart, note)), chart + "\n" + note);
  }

  private static Map<String, Object> themed(Map<String, Object> words) {
    Map<String, Object> themed = new LinkedHashMap<>();
    words.forEach((name, value) -> themed.put(name, themed(value)));
    return themed;
  }

  private static Object themed(Object value) {
    if (value instanceof Map<?, ?> words) {
      Map<String, Object> themed = new LinkedHashMap<>();
      words.forEach((name, inner) -> themed.put(name.toString(), themed(inner)));
      return themed;
    }
    if (value instanceof List<?> list) {
      List<Object> themed = new ArrayList<>();
      list.forEach(each -> themed.add(themed(each)));
      return themed;
    }
    return value instanceof String word ? COLORS.getOrDefault(word, word) : value;
  }

  /** How many places a trace marks; matrices are pictures, which take no time. */
  private static int points(Map<String, Object> trace) {
    return places(trace).size();
  }

  private static List<?> places(Map<String, Object> trace) {
    return trace.getOrDefault("y", trace.get("x")) instanceof List<?> list ? list : List.of();
  }

  /** Each list of a trace that has a value for each point, with those that are kept. */
  private static Map<String, Object> thinned(Map<String, Object> trace, int step) {
    List<?> places = places(trace);
    return places.size() <= step || trace.get("z") instanceof List<?>
        ? trace
        : thinned(trace, places.size(), kept(places, step));
  }

  /** One of {@code step}, the last, and the least and the greatest of each hundredth. */
  private static BitSet kept(List<?> places, int step) {
    BitSet kept = new BitSet();
    IntStream.range(0, places.size()).filter(i -> i % step == 0).forEach(kept::set);
    kept.set(places.size() - 1);
    int length = places.size() / PARTS + 1;
    Comparator<Integer> byValue = Comparator.comparing(i -> ((Number) places.get(i)).doubleValue());
    for (int start = 0; start < places.size(); start += length) {
      List<Integer> part =
          IntStream.range(start, Math.min(start + length, places.size()))
              .filter(i -> places.get(i) instanceof Number)
              .boxed()
              .toList();
      part.stream().min(byValue).ifPresent(kept::set);
      part.stream().max(byValue).ifPresent(kept::set);
    }
    return kept;
  }

  private static Map<String, Object> thinned(Map<?, ?> words, int points, BitSet kept) {
    Map<String, Object> thinned = new LinkedHashMap<>();
    words.forEach(
        (name, value) -> {
          Object some = value;
          if (value instanceof Map<?, ?> inner) {
            some = thinned(inner, points, kept);
          } else if (value instanceof List<?> list && list.size() == points) {
            some = kept.stream().mapToObj(list::get).toList();
          }
          thinned.put(name.toString(), some);
        });
    return thinned;
  }

  private static Map<String, Object> noted(Chart chart, String note) {
    List<Object> notes = new ArrayList<>();
    if (chart.layout().get("annotations") instanceof List<?> others) {
      notes.addAll(others);
    }
    Map<String, Object> place =
        PlotlyWords.of(
            """
            {xref: 'paper', yref: 'paper', x: 1, y: 0, xanchor: 'right', yanchor: 'bottom',
             showarrow: false, font: {size: 11}}
            """);
    Map<String, Object> text = new LinkedHashMap<>(place);
    text.put("text", note);
    notes.add(text);
    return Map.of("annotations", notes);
  }

  /** The content of application/vnd.plotly.v1+json. */
  Map<String, Object> figure() {
    Map<String, Object> figure = new TreeMap<>(chart.figure());
    figure.put("config", CONFIG);
    return figure;
  }

  String json() {
    try {
      return JSON.writeValueAsString(figure());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the chart cannot be written as JSON", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
