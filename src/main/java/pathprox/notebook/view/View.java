package pathprox.notebook.view;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import pathprox.plot.Chart;

/**
 * What a notebook shows of a value: one rich form, as a viewer that is given two may show the
 * poorer one, and a plain text that says the same.
 *
 * @param mime the type of the rich form
 * @param rich a string, or for JSON types a map without numbers that JSON cannot write; null if
 *     there is nothing but the text
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
    return new View(TYPES.get(2), chart.figure(), chart.toString());
  }

  /**
   * {@return a view without a rich form}
   *
   * @param text the plain text
   */
  public static View text(String text) {
    return new View(TYPES.get(3), null, text);
  }

  /**
   * Gives both forms to a kernel.
   *
   * @param toRich takes type and rich form, if there is one
   * @param toText takes the text; always, as a kernel would call toString otherwise, and that may
   *     be what has failed
   */
  public void put(BiConsumer<String, Object> toRich, Consumer<String> toText) {
    if (rich != null) {
      toRich.accept(mime, rich);
    }
    toText.accept(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
