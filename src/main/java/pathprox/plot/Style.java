package pathprox.plot;

import java.util.Map;

/** The look of all figures of this package, in Plotly's own words, laid over their layouts. */
public final class Style {
  private static final Map<String, Object> PAGE =
      JsplotScript.object(
          """
          {
            paper_bgcolor: 'white',
            plot_bgcolor: 'white',
            font: {size: 13, color: '#222222'},
            title: {
              x: 0, xref: 'paper', xanchor: 'left',
              y: 1, yref: 'container', yanchor: 'top', pad: {t: 14},
              font: {size: 16}
            },
            hoverlabel: {font: {size: 12}, namelength: -1}
          }
          """);

  /** An axis of numbers. */
  static final Map<String, Object> AXIS =
      JsplotScript.object(
          """
          {
            automargin: true,
            title: {standoff: 10, font: {size: 14}},
            showline: true, linecolor: '#222222',
            ticks: 'outside', minor: {ticks: 'outside', ticklen: 3},
            gridcolor: '#E3E3E3', zeroline: false
          }
          """);

  private static final Map<String, Object> LINES =
      PlainValues.merge(
          PAGE,
          Map.of(
              "height",
              440,
              "hovermode",
              "x unified",
              "xaxis",
              PlainValues.merge(AXIS, Map.of("hoverformat", ",d")),
              "yaxis",
              PlainValues.merge(AXIS, Map.of("hoverformat", ".4~g"))));

  private static final Map<String, Object> LEGEND_ABOVE =
      JsplotScript.object(
          """
          {
            margin: {l: 70, r: 25, t: 85, b: 60},
            legend: {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom'}
          }
          """);

  private static final Map<String, Object> LEGEND_BESIDE =
      JsplotScript.object("{margin: {l: 70, r: 25, t: 60, b: 60}, legend: {x: 1.02, y: 1}}");

  private static final int MOST_ENTRIES_ABOVE = 2;

  /**
   * A logarithmic axis: numbers, not powers, at its ticks, and faint lines between them.
   *
   * <p>With more ticks, Plotly marks 1, 2, 3, … 9 of each decade, which run into each other.
   */
  public static final Map<String, Object> LOG_AXIS =
      JsplotScript.object(
          """
          {yaxis: {tickformat: '~g', nticks: 4, minor: {showgrid: true, gridcolor: '#F2F2F2'}}}
          """);

  private static final Map<String, Object> IMAGES =
      JsplotScript.object(
          """
          {
            margin: {l: 20, r: 70, t: 65, b: 20},
            xaxis: {visible: false, constrain: 'domain', constraintoward: 'left'},
            yaxis: {
              visible: false, constrain: 'domain', constraintoward: 'top',
              autorange: 'reversed', scaleanchor: 'x'
            }
          }
          """);

  /** The margins of {@link #IMAGES}, left and right, above and below together. */
  private static final int MARGIN_WIDTH = 90;

  private static final int MARGIN_HEIGHT = 85;

  /** So that a title fits above a single picture. */
  private static final int LEAST_WIDTH = 240;

  /** Black to white. */
  static final Map<String, Object> GRAYSCALE =
      JsplotScript.object(
          """
          {
            colorscale: [[0, '#000000'], [1, '#FFFFFF']], showscale: false,
            hovertemplate: "%{z:.4~g}<extra></extra>", hoverongaps: false
          }
          """);

  /** From dark blue over white to light orange: the two ends differ in gray as well. */
  static final Map<String, Object> DIVERGING =
      JsplotScript.object(
          """
          {
            colorscale: [[0, '#08407A'], [0.5, '#FFFFFF'], [1, '#E08A00']],
            colorbar: {thickness: 12, outlinewidth: 0, tickformat: '.2~g', nticks: 5, x: 1.01},
            hovertemplate: "%{z:.4~g}<extra></extra>", hoverongaps: false
          }
          """);

  /** The text above a picture. */
  static final Map<String, Object> LABEL =
      JsplotScript.object("{yanchor: 'bottom', borderpad: 0, showarrow: false}");

  /** The frame around a picture, which may have the color of the page at its edges. */
  static final Map<String, Object> FRAME =
      JsplotScript.object("{type: 'rect', line: {color: '#9A9A9A', width: 1}}");

  private Style() {}

  /**
   * Gives the layout of lines; the legend covers neither them nor the title.
   *
   * @param entries how many lines the legend names
   * @return what to lay over the layout of a chart
   */
  public static Map<String, Object> lines(int entries) {
    // The width of the page is not known: two names fit into one row, more might need two.
    return PlainValues.merge(LINES, entries > MOST_ENTRIES_ABOVE ? LEGEND_BESIDE : LEGEND_ABOVE);
  }

  /** Pictures: no axes, square pixels, the first row on top, the size of the figure fixed. */
  static Map<String, Object> images(Tiling tiling) {
    double width = Math.max(LEAST_WIDTH, tiling.totalWidth() * tiling.scale());
    double height = tiling.totalHeight() * tiling.scale();
    return PlainValues.merge(
        PlainValues.merge(PAGE, IMAGES),
        Map.of(
            "width", Math.round(width) + MARGIN_WIDTH,
            "height", Math.round(height) + MARGIN_HEIGHT));
  }
}
