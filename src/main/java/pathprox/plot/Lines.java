package pathprox.plot;

import java.util.List;
import java.util.Map;

/** Lines in one figure, in the look that all figures of this library have. */
public final class Lines {
  private static final Map<String, Object> AXIS =
      PlotlyWords.of(
          """
          {automargin: true, title: {standoff: 10, font: {size: 14}},
           showline: true, linecolor: '#222222', gridcolor: '#E3E3E3', zeroline: false,
           ticks: 'outside', minor: {ticks: 'outside', ticklen: 3}}
          """);
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {width: 800, height: 440, paper_bgcolor: 'white', plot_bgcolor: 'white',
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

  private Lines() {}

  /**
   * {@return a chart with a trace for each of {@code lines}, the last one on top, and a legend for
   * several; {@code title} and the titles {@code x} and {@code y} of the axes, whose layout is for
   * iterations, are shown as they are written}
   */
  public static Chart chart(String title, String x, String y, List<Line> lines) {
    // The width of the page is not known: two names fit into one row, more might need two.
    Map<String, Object> legend = lines.size() > 2 ? LEGEND_BESIDE : LEGEND_ABOVE;
    return new Chart(lines.stream().map(Line::trace).toList(), LAYOUT)
        .withLayout(legend)
        .withLayout(Map.of("xaxis", AXIS, "yaxis", AXIS, "showlegend", lines.size() > 1))
        .withLayout(Map.of("title", text(title), "xaxis", titled(x), "yaxis", titled(y)));
  }

  static Map<String, Object> titled(String title) {
    return Map.of("title", text(title));
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", PlotlyMarkup.literal(text));
  }
}
