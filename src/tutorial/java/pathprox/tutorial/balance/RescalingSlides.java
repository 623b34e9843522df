package pathprox.tutorial.balance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Slides;
import pathprox.tutorial.Drawing;

/** What changes when a unit of one input and one output is rescaled by α, and what does not? */
public final class RescalingSlides {
  private static final int STEPS = 17;
  private static final double WIDEST = 4;
  private static final int POINTS = 49;
  private static final double FROM = -1;
  private static final double TO = 2;

  private static final LineStyle OUTPUT = new LineStyle("#222222", "solid", "circle");
  private static final LineStyle INSIDE = new LineStyle(Drawing.BLUE, "dash", "circle");
  private static final LineStyle CURVE = new LineStyle("#8A8A8A", "solid", "circle");
  private static final LineStyle HERE = new LineStyle("#222222", "solid", "circle");
  private static final LineStyle BALANCED = new LineStyle("#E69F00", "solid", "star");

  private static final Map<String, Object> PANELS =
      PlotlyWords.of(
          """
          {
            showlegend: false, hovermode: 'closest', margin: {l: 55, r: 20, t: 85, b: 60},
            xaxis: {domain: [0, 0.29], range: [-1, 2], hoverformat: '.3~g', nticks: 4,
                    minor: {ticks: ''}},
            yaxis: {range: [-0.25, 4.25], nticks: 5, minor: {ticks: ''}},
            xaxis2: {domain: [0.39, 0.61], anchor: 'y2', showline: true, linecolor: '#222222',
                     tickfont: {size: 14}},
            yaxis2: {anchor: 'x2', range: [0, 9], gridcolor: '#E3E3E3', nticks: 5,
                     hoverformat: '.3~g'},
            xaxis3: {title: {text: 'α'}, domain: [0.72, 1], anchor: 'y3', type: 'log', range: [-0.66, 0.66],
                     tickvals: [0.25, 0.5, 1, 2, 4], ticktext: ['¼', '½', '1', '2', '4'],
                     minor: {ticks: ''}, hoverformat: '.3~g'},
            yaxis3: {anchor: 'x3', type: 'log', range: [-0.2, 1.7], tickvals: [1, 2, 5, 10, 20, 50],
                     minor: {ticks: ''}}
          }
          """);

  private static final Map<String, Object> HEADINGS =
      PlotlyWords.of(
          """
          {annotations: [
            {text: 'function (dashed: before v)', x: 0, y: 1.02, xref: 'paper', yref: 'paper',
             xanchor: 'left', yanchor: 'bottom', showarrow: false, font: {size: 14}},
            {text: 'norms', x: 0.39, y: 1.02, xref: 'paper', yref: 'paper',
             xanchor: 'left', yanchor: 'bottom', showarrow: false, font: {size: 14}},
            {text: '½(‖αw‖² + ‖v/α‖²)', x: 0.72, y: 1.02, xref: 'paper', yref: 'paper',
             xanchor: 'left', yanchor: 'bottom', showarrow: false, font: {size: 14}}
          ]}
          """);

  private static final Map<String, Object> BARS =
      PlotlyWords.of(
          """
          {textposition: 'outside', cliponaxis: false, hoverinfo: 'skip', xaxis: 'x2', yaxis: 'y2',
           marker: {color: ['#0072B2', '#D55E00']}}
          """);

  private RescalingSlides() {}

  /**
   * {@return for 17 α from 1/4 to 4: the function v·max(0, wx + b) and, dashed, what the unit
   * computes before v, max(0, α(wx + b)); bars for |αw| and |v/α|; and where on the curve of
   * ½((αw)² + (v/α)²) the unit is, whose star is the minimum} The axes are made for |w| and |v|
   * around 1.
   *
   * @param w the weight into the unit, not 0
   * @param b its bias
   * @param v the weight out of it, not 0
   * @throws IllegalArgumentException if a weight is 0, or a number not finite
   */
  public static Chart of(double w, double b, double v) {
    if (!Double.isFinite(w * b * v) || w == 0 || v == 0) {
      throw new IllegalArgumentException(
          "weights must be finite and not 0, found w = %s, b = %s, v = %s".formatted(w, b, v));
    }
    Map<String, Chart> steps = new LinkedHashMap<>();
    for (int i = 0; i < STEPS; i++) {
      double alpha = alpha(i, STEPS);
      steps.put(String.format(Locale.ROOT, "%.2f", alpha), step(alpha, w, b, v));
    }
    // In the middle the unit is as it was given.
    List<String> labels = List.copyOf(steps.keySet());
    return Slides.openedAt(labels.get(STEPS / 2), "α", steps);
  }

  private static Chart step(double alpha, double w, double b, double v) {
    double[] alphas = IntStream.range(0, POINTS).mapToDouble(i -> alpha(i, POINTS)).toArray();
    double[] costs = Arrays.stream(alphas).map(each -> cost(each, w, v)).toArray();
    double best = Math.sqrt(Math.abs(v / w));
    List<Map<String, Object>> traces =
        List.of(
            hinge("v·max(0, wx + b)", w, b, v, OUTPUT).trace(),
            hinge("max(0, α(wx + b))", alpha * w, alpha * b, 1, INSIDE).trace(),
            bars(Math.abs(alpha * w), Math.abs(v / alpha)),
            new Line("half the squares", alphas, costs, CURVE).trace(),
            point("balanced", best, cost(best, w, v), BALANCED),
            point("this unit", alpha, cost(alpha, w, v), HERE));
    String title = "One unit, rescaled: the same function, other norms";
    Map<String, Object> layout = Lines.chart(title, "x", "", List.of()).layout();
    Chart chart = new Chart(traces, layout);
    for (int trace : new int[] {0, 1, 3}) {
      chart = chart.withTrace(trace, Map.of("mode", "lines"));
    }
    for (int trace = 3; trace < traces.size(); trace++) {
      chart = chart.withTrace(trace, Map.of("xaxis", "x3", "yaxis", "y3"));
    }
    return chart
        .withTrace(2, BARS)
        .withTrace(4, Map.of("mode", "markers", "marker", Map.of("size", 17)))
        .withTrace(5, Map.of("mode", "markers", "marker", Map.of("size", 11)))
        .withLayout(Map.of("xaxis3", layout.get("xaxis"), "yaxis3", layout.get("yaxis")))
        .withLayout(PANELS)
        .withLayout(HEADINGS);
  }

  /** From 1/4 to 4 by equal factors. */
  private static double alpha(int i, int count) {
    return Math.pow(WIDEST, 2.0 * i / (count - 1) - 1);
  }

  private static double cost(double alpha, double w, double v) {
    return (alpha * alpha * w * w + v * v / (alpha * alpha)) / 2;
  }

  private static Line hinge(String name, double w, double b, double v, LineStyle style) {
    double[] x = {FROM, Math.min(TO, Math.max(FROM, -b / w)), TO};
    return new Line(
        name, x, Arrays.stream(x).map(each -> v * Math.max(0, w * each + b)).toArray(), style);
  }

  private static Map<String, Object> bars(double w, double v) {
    return Map.of(
        "type", "bar",
        "name", "norms",
        "x", List.of("‖αw‖", "‖v/α‖"),
        "y", List.of(w, v),
        "text", List.of(text(w), text(v)));
  }

  private static String text(double norm) {
    return String.format(Locale.ROOT, "%.2f", norm);
  }

  private static Map<String, Object> point(String name, double x, double y, LineStyle style) {
    return new Line(name, new double[] {x}, new double[] {y}, style).trace();
  }
}
