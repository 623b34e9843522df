package pathprox.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two charts side by side in one figure, with one legend below them. */
public final class Panels {
  private static final List<List<Double>> WIDTHS = List.of(List.of(0.0, 0.44), List.of(0.56, 1.0));

  private static final Map<String, Object> LAYOUT =
      JsplotScript.object(
          """
          {
            margin: {l: 70, r: 25, t: 85, b: 60},
            hovermode: 'closest', showlegend: true,
            legend: {orientation: 'h', x: 0, y: -0.2, yanchor: 'top'}
          }
          """);

  private Panels() {}

  /**
   * Puts two charts into one.
   *
   * @param title the title of the figure
   * @param left its title is put above its axes
   * @param right likewise; its lines share colors and legend entries with those of the same name
   * @return one chart
   */
  public static Chart beside(String title, Chart left, Chart right) {
    List<Object> known = left.data().stream().map(trace -> trace.get("name")).toList();
    List<Map<String, Object>> traces = new ArrayList<>();
    left.data().forEach(trace -> traces.add(with(trace, "legendgroup", trace.get("name"))));
    for (Map<String, Object> trace : right.data()) {
      Object name = trace.get("name");
      Map<String, Object> placed = with(with(trace, "xaxis", "x2"), "yaxis", "y2");
      traces.add(with(with(placed, "legendgroup", name), "showlegend", !known.contains(name)));
    }
    Map<String, Object> axes = new LinkedHashMap<>();
    axes.put("xaxis", axis(left, "xaxis", Map.of("domain", WIDTHS.get(0))));
    axes.put("xaxis2", axis(right, "xaxis", Map.of("domain", WIDTHS.get(1), "anchor", "y2")));
    axes.put("yaxis2", axis(right, "yaxis", Map.of("anchor", "x2")));
    axes.put("annotations", List.of(heading(left, 0), heading(right, 1)));
    return new Chart(traces, left.layout()).withTitle(title).withLayout(LAYOUT).withLayout(axes);
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    return PlainValues.merge(map, Map.of(key, value));
  }

  private static Map<String, Object> axis(Chart chart, String name, Map<String, ?> changes) {
    return PlainValues.merge((Map<?, ?>) chart.layout().get(name), changes);
  }

  private static Map<String, Object> heading(Chart chart, int panel) {
    return Map.of(
        "text",
        ((Map<?, ?>) chart.layout().get("title")).get("text"),
        "x",
        WIDTHS.get(panel).get(0),
        "y",
        1,
        "xref",
        "paper",
        "yref",
        "paper",
        "xanchor",
        "left",
        "yanchor",
        "bottom",
        "showarrow",
        false);
  }
}
