package pathprox.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/** Lines in one figure, in the look that all figures of this library have. */
public final class Lines {
  private static final Map<String, Object> AXIS =
      PlotlyWords.of(
          """
          {automargin: true, title: {standoff: 10, font: {size: 14}},
           showline: true, linecolor: '#222222', gridcolor: '#E3E3E3', zeroline: false,
           ticks: 'outside'}
          """);
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {width: 800, paper_bgcolor: 'white', plot_bgcolor: 'white',
           font: {size: 13, color: '#222222'},
           title: {x: 0, xref: 'paper', xanchor: 'left', font: {size: 16},
                   y: 1, yref: 'container', yanchor: 'top', pad: {t: 14}},
           hovermode: 'x unified', hoverlabel: {font: {size: 12}, namelength: -1},
           xaxis: {hoverformat: ',d'}, yaxis: {hoverformat: '.4~g'}}
          """);

  /** A legend in one row, which has room for two names. */
  public static final Map<String, Object> LEGEND_ABOVE =
      PlotlyWords.of(
          """
          {margin: {l: 70, r: 25, t: 85, b: 60},
           legend: {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom'}}
          """);

  private static final Map<String, Object> LEGEND_BESIDE =
      PlotlyWords.of("{margin: {l: 70, r: 25, t: 60, b: 60}, legend: {x: 1.02, y: 1}}");
  private static final Map<String, Object> LEGEND_BELOW =
      PlotlyWords.of(
          """
          {margin: {l: 70, r: 25, t: 60, b: 60},
           legend: {orientation: 'h', x: 0, y: -0.2, yanchor: 'top'}}
          """);
  private static final int HEIGHT = 440;
  private static final int LONG_NAME = 28; // letters; beside longer ones the plot would be narrow
  private static final int ROW = 22; // pixels, of a legend

  /**
   * A logarithmic vertical axis: numbers, not powers, at its ticks, and faint lines between them;
   * with more ticks, Plotly marks 1, 2, 3, … 9 of each decade, which run into each other.
   */
  public static final Map<String, Object> LOG_Y =
      PlotlyWords.of(
          """
          {yaxis: {type: 'log', tickformat: '~g', nticks: 4,
                   minor: {showgrid: true, gridcolor: '#F2F2F2'}}}
          """);

  private static final double WIDE = 1e3;

  private Lines() {}

  /**
   * {@return a logarithmic horizontal axis for {@code lambdas}, above 0 and not modified: 1, 2 and
   * 5 of each decade have a label, but over more than three decades, where these would run into
   * each other, only 1}
   */
  public static Map<String, Object> logLambda(double[] lambdas) {
    DoubleSummaryStatistics range = Arrays.stream(lambdas).summaryStatistics();
    Object step = range.getMax() > WIDE * range.getMin() ? 1 : "D2";
    String format = ".3~g";
    return Map.of(
        "xaxis", Map.of("type", "log", "tickformat", "~g", "dtick", step, "hoverformat", format));
  }

  /**
   * {@return a chart with a trace for each of {@code lines}, the last one on top, and a legend for
   * several; {@code title} and the titles {@code x} and {@code y} of the axes, whose layout is for
   * iterations, are shown as they are written}
   */
  public static Chart chart(String title, String x, String y, List<Line> lines) {
    // The width of the page is not known: two names fit into one row, more might need two.
    boolean above = lines.size() <= 2;
    boolean below = !above && lines.stream().anyMatch(line -> line.name().length() > LONG_NAME);
    Map<String, Object> legend = above ? LEGEND_ABOVE : below ? LEGEND_BELOW : LEGEND_BESIDE;
    int height = below ? HEIGHT + ROW * lines.size() : HEIGHT;
    return new Chart(lines.stream().map(Line::trace).toList(), LAYOUT)
        .withLayout(legend)
        .withLayout(Map.of("height", height, "xaxis", AXIS, "yaxis", AXIS))
        .withLayout(Map.of("showlegend", lines.size() > 1))
        .withLayout(Map.of("title", text(title), "xaxis", titled(x), "yaxis", titled(y)));
  }

  static Map<String, Object> titled(String title) {
    return Map.of("title", text(title));
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", PlotlyMarkup.literal(text));
  }
}
