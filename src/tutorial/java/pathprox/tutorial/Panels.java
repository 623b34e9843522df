package pathprox.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;

/** Two charts side by side in one figure, with one legend below them. */
final class Panels {
  private static final List<List<Double>> WIDTHS = List.of(List.of(0.0, 0.44), List.of(0.56, 1.0));

  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
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
   */
  static Chart beside(String title, Chart left, Chart right) {
    List<Object> known = left.data().stream().map(trace -> trace.get("name")).toList();
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Map<String, Object> trace : left.data()) {
      traces.add(with(trace, Map.of("legendgroup", trace.get("name"))));
    }
    for (Map<String, Object> trace : right.data()) {
      Object name = trace.get("name");
      boolean isNew = !known.contains(name);
      traces.add(
          with(
              trace,
              Map.of("xaxis", "x2", "yaxis", "y2", "legendgroup", name, "showlegend", isNew)));
    }
    Map<String, Object> places =
        Map.of(
            "xaxis", Map.of("domain", WIDTHS.get(0)),
            "xaxis2", Map.of("domain", WIDTHS.get(1), "anchor", "y2"),
            "yaxis2", Map.of("anchor", "x2"),
            "annotations", List.of(heading(left, 0), heading(right, 1)));
    Map<String, Object> axes =
        Map.of("xaxis2", right.layout().get("xaxis"), "yaxis2", right.layout().get("yaxis"));
    return new Chart(traces, with(left.layout(), axes))
        .withTitle(title)
        .withLayout(LAYOUT)
        .withLayout(places);
  }

  private static Map<String, Object> with(Map<String, Object> map, Map<String, Object> entries) {
    Map<String, Object> result = new LinkedHashMap<>(map);
    result.putAll(entries);
    return result;
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
