package pathprox.notebook.view;

import java.util.List;
import pathprox.plot.Chart;

/**
 * What a notebook shows of a value: one rich form, as a viewer that is given two may show the
 * poorer one, and a plain text that says the same, in place of a toString that may have failed.
 *
 * @param mime the type of the rich form, one of {@link #TYPES}
 * @param rich a string, or a map that JSON can write; the text itself if there is nothing richer
 * @param text the plain text
 */
public record View(String mime, Object rich, String text) {
  /** All types, the rich ones first. */
  public static final List<String> TYPES =
      List.of("text/html", "image/svg+xml", "application/vnd.plotly.v1+json", "text/plain");

  static View html(String html, String text) {
    return new View(TYPES.get(0), html, text);
  }

  static View svg(String svg, String text) {
    return new View(TYPES.get(1), svg, text);
  }

  static View plotly(Chart chart) {
    ShownChart shown = ShownChart.of(chart);
    return new View(TYPES.get(2), shown.figure(), shown.text());
  }

  /** {@return a view of nothing but {@code text}} */
  public static View text(String text) {
    return new View(TYPES.get(3), text, text);
  }

  @Override
  public String toString() {
    return text;
  }
}
