package pathprox.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;

/** Charts side by side in one figure, with one legend below them. */
public final class Panels {
  private static final double SPACE_BETWEEN_TWO = 0.12;
  private static final double SPACE = 0.09;

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
   * Puts charts into one.
   *
   * @param title the title of the figure
   * @param charts two or more; the title of each is put above its axes, and lines of the same name
   *     share an entry in the legend
   * @return the figure
   */
  public static Chart beside(String title, Chart... charts) {
    List<Object> known = new ArrayList<>();
    List<Map<String, Object>> traces = new ArrayList<>();
    List<Object> headings = new ArrayList<>();
    Map<String, Object> axes = new LinkedHashMap<>();
    for (int panel = 0; panel < charts.length; panel++) {
      List<Double> domain = domain(panel, charts.length);
      String number = panel == 0 ? "" : String.valueOf(panel + 1);
      for (Map<String, Object> trace : charts[panel].data()) {
        traces.add(in(number, trace, known));
      }
      known.addAll(charts[panel].data().stream().map(trace -> trace.get("name")).toList());
      Map<String, Object> layout = charts[panel].layout();
      axes.put("xaxis" + number, axis(layout, "xaxis", Map.of("domain", domain), "y" + number));
      axes.put("yaxis" + number, axis(layout, "yaxis", Map.of(), "x" + number));
      headings.add(heading(charts[panel], domain.get(0)));
    }
    return new Chart(traces, with(charts[0].layout(), axes))
        .withTitle(title)
        .withLayout(LAYOUT)
        .withLayout(Map.of("annotations", headings));
  }

  private static List<Double> domain(int panel, int panels) {
    double space = panels == 2 ? SPACE_BETWEEN_TWO : SPACE;
    double width = (1 - (panels - 1) * space) / panels;
    double start = panel * (width + space);
    return List.of(start, panel == panels - 1 ? 1.0 : start + width);
  }

  private static Map<String, Object> in(
      String number, Map<String, Object> trace, List<Object> known) {
    Map<String, Object> changes = new LinkedHashMap<>();
    Object name = trace.get("name");
    changes.put("legendgroup", name);
    if (!number.isEmpty()) {
      changes.put("xaxis", "x" + number);
      changes.put("yaxis", "y" + number);
      changes.put("showlegend", !known.contains(name));
    }
    return with(trace, changes);
  }

  private static Map<String, Object> axis(
      Map<String, Object> layout, String name, Map<String, Object> place, String anchor) {
    Map<String, Object> axis = new LinkedHashMap<>();
    if (layout.get(name) instanceof Map<?, ?> own) {
      own.forEach((key, value) -> axis.put((String) key, value));
    }
    axis.putAll(place);
    axis.put("anchor", anchor);
    return axis;
  }

  private static Map<String, Object> with(Map<String, Object> map, Map<String, Object> entries) {
    Map<String, Object> result = new LinkedHashMap<>(map);
    result.putAll(entries);
    return result;
  }

  private static Map<String, Object> heading(Chart chart, double x) {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put("text", ((Map<?, ?>) chart.layout().get("title")).get("text"));
    heading.putAll(Map.of("x", x, "y", 1, "xref", "paper", "yref", "paper"));
    heading.putAll(Map.of("xanchor", "left", "yanchor", "bottom", "showarrow", false));
    return heading;
  }
}
