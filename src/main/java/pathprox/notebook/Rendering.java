package pathprox.notebook;

import java.util.List;
import java.util.function.Function;
import pathprox.plot.Chart;

/**
 * How values of one class look in a notebook, whatever its kernel.
 *
 * <p>There is one rich form only, as a viewer that is given two may show the poorer one.
 *
 * @param type the class, or an interface for all classes that implement it
 * @param toView makes both forms; if it throws, the cell shows why
 */
record Rendering<T>(Class<T> type, Function<? super T, View> toView) {
  /**
   * What a notebook shows: one rich form, and a plain text that says the same.
   *
   * @param mime the type of the rich form, which may differ between values of one class
   * @param rich a string, or for JSON types a map without numbers that JSON cannot write; null if
   *     there is nothing but the text
   * @param text the plain text
   */
  record View(String mime, Object rich, String text) {
    static final String HTML = "text/html";
    static final String SVG = "image/svg+xml";
    static final String PLOTLY = "application/vnd.plotly.v1+json";
    static final String TEXT = "text/plain";

    /** All types, the rich ones first. */
    static final List<String> TYPES = List.of(HTML, SVG, PLOTLY, TEXT);

    static View html(String html, String text) {
      return new View(HTML, html, text);
    }

    static View svg(String svg, String text) {
      return new View(SVG, svg, text);
    }

    /** A chart holds finite numbers and null alone. */
    static View plotly(Chart chart) {
      return new View(PLOTLY, chart.figure(), chart.toString());
    }

    static View text(String text) {
      return new View(TEXT, null, text);
    }
  }

  static <T> Rendering<T> html(
      Class<T> type, Function<? super T, String> toHtml, Function<? super T, String> toText) {
    return new Rendering<>(type, value -> View.html(toHtml.apply(value), toText.apply(value)));
  }

  static <T> Rendering<T> svg(
      Class<T> type, Function<? super T, String> toSvg, Function<? super T, String> toText) {
    return new Rendering<>(type, value -> View.svg(toSvg.apply(value), toText.apply(value)));
  }

  static <T> Rendering<T> table(Class<T> type, Function<? super T, HtmlTable> toTable) {
    return new Rendering<>(
        type,
        value -> {
          HtmlTable table = toTable.apply(value);
          return View.html(table.html(), table.text());
        });
  }

  static <T> Rendering<T> plotly(Class<T> type, Function<? super T, Chart> toChart) {
    return new Rendering<>(type, value -> View.plotly(toChart.apply(value)));
  }

  /**
   * Shows a value; never throws.
   *
   * @param value what to show. Not modified.
   * @return its view, or a text that says why there is none
   */
  // Throwable, as a missing class or a stack overflow must not take the result of the cell away.
  View view(T value) {
    try {
      return toView.apply(value);
    } catch (Throwable e) {
      Diagnostics.addFailure("a " + type.getSimpleName() + " cannot be shown", e);
      return View.text("This %s cannot be shown: %s".formatted(type.getSimpleName(), e));
    }
  }
}
