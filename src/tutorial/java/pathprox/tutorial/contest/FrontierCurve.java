package pathprox.tutorial.contest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import tech.tablesaw.api.Table;

/** How accurate is the network that each way leaves, of those with so many units? */
final class FrontierCurve {
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {height: 880, hovermode: 'closest', showlegend: true,
           margin: {l: 70, r: 25, t: 130, b: 60},
           legend: {orientation: 'h', x: 0, y: 1.03, yanchor: 'bottom', traceorder: 'normal'},
           xaxis: {tickvals: [0, 1, 2, 3], ticktext: ['12 %', '25 %', '50 %', 'all'],
                   range: [-0.5, 3.5], minor: {ticks: ''}, anchor: 'y3', hoverformat: ''}}
          """);
  private static final List<Integer> SHARES = List.of(12, 25, 50, 100);
  private static final List<List<Double>> HEIGHTS =
      List.of(List.of(0.72, 1.0), List.of(0.36, 0.64), List.of(0.0, 0.28));
  private static final double APART = 0.11; // between two ways at the same number of units
  private static final int WAYS = 6;

  private FrontierCurve() {}

  /**
   * Draws a panel for each of three sets of data: the mean accuracy of each way with a bar of one
   * standard deviation to each side, over the share of the units that is kept.
   *
   * @param kept one row per point: {@code data}, {@code method}, {@code share} (12, 25, 50 or 100
   *     percent of the units), {@code accuracy} and {@code deviation}, in percent. Not modified.
   * @return a chart with a trace for each way and panel
   * @throws IllegalArgumentException if there are not three sets of data
   */
  static Chart of(Table kept) {
    List<String> panels = kept.stringColumn("data").asList().stream().distinct().toList();
    if (panels.size() != HEIGHTS.size()) {
      throw new IllegalArgumentException("there must be 3 sets of data, found " + panels);
    }
    List<String> ways = kept.stringColumn("method").asList().stream().distinct().toList();
    List<Map<String, Object>> traces = new ArrayList<>();
    for (String panel : panels) {
      Table rows = kept.where(kept.stringColumn("data").isEqualTo(panel));
      for (String way : ways) {
        Table of = rows.where(rows.stringColumn("method").isEqualTo(way));
        traces.add(trace(way, ways.indexOf(way), of, panels.indexOf(panel)));
      }
    }
    String title = "Test accuracy, five seeds";
    Chart frame = Lines.chart(title, "units kept", "accuracy (%)", List.of());
    Map<String, Object> axes = new LinkedHashMap<>();
    Map<String, Object> domains = new LinkedHashMap<>();
    for (int panel = 0; panel < HEIGHTS.size(); panel++) {
      axes.put("yaxis" + number(panel), frame.layout().get("yaxis"));
      domains.put(
          "yaxis" + number(panel), Map.of("domain", HEIGHTS.get(panel), "hoverformat", ".2f"));
    }
    return new Chart(traces, frame.layout())
        .withLayout(axes)
        .withLayout(domains)
        .withLayout(LAYOUT)
        .withLayout(Map.of("annotations", panels.stream().map(p -> heading(p, panels)).toList()));
  }

  /** As Plotly counts axes: the first has no number. */
  private static String number(int panel) {
    return panel == 0 ? "" : String.valueOf(panel + 1);
  }

  private static Map<String, Object> trace(String way, int place, Table rows, int panel) {
    double[] shares = rows.numberColumn("share").asDoubleArray();
    double[] x = new double[shares.length];
    for (int i = 0; i < x.length; i++) {
      int share = SHARES.indexOf((int) shares[i]);
      x[i] = share == SHARES.size() - 1 ? share : share + APART * (place - (WAYS - 1) / 2.0);
    }
    double[] accuracy = rows.numberColumn("accuracy").asDoubleArray();
    Line line = new Line(way, x, accuracy, WayStyles.of(way));
    Map<String, Object> trace = new LinkedHashMap<>(line.trace());
    List<Double> bars =
        rows.numberColumn("deviation").asList().stream().map(Number::doubleValue).toList();
    trace.put("mode", "markers");
    trace.put("error_y", Map.of("type", "data", "array", bars, "thickness", 2, "width", 4));
    trace.put("yaxis", "y" + number(panel));
    trace.put("legendgroup", way);
    trace.put("showlegend", panel == 0);
    return trace;
  }

  private static Map<String, Object> heading(String panel, List<String> panels) {
    double top = HEIGHTS.get(panels.indexOf(panel)).get(1);
    return Map.of(
        "text",
        "<b>" + panel + "</b>",
        "x",
        0,
        "y",
        top,
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
