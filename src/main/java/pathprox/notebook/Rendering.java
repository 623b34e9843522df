package pathprox.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import pathprox.plot.Chart;

/**
 * How values of one class look in a notebook: one rich form, and a plain text that says the same.
 *
 * <p>There is one rich form only, as a viewer that is given two may show the poorer one.
 *
 * @param type the class, or an interface for all classes that implement it
 * @param mime the type of the rich form
 * @param toView makes both forms; if it throws, the cell shows why
 */
record Rendering<T>(Class<T> type, MIMEType mime, Function<? super T, View> toView) {
  private static final MIMEType PLOTLY = new MIMEType("application", "vnd", "plotly.v1", "json");

  /**
   * The two forms of one value.
   *
   * @param rich HTML as a string, or a JSON object as a map
   * @param text the plain text
   */
  record View(Object rich, String text) {}

  static <T> Rendering<T> html(
      Class<T> type, Function<? super T, String> toHtml, Function<? super T, String> toText) {
    return new Rendering<>(
        type, MIMEType.TEXT_HTML, value -> new View(toHtml.apply(value), toText.apply(value)));
  }

  static <T> Rendering<T> table(Class<T> type, Function<? super T, HtmlTable> toTable) {
    return new Rendering<>(
        type,
        MIMEType.TEXT_HTML,
        value -> {
          HtmlTable table = toTable.apply(value);
          return new View(table.html(), table.text());
        });
  }

  static <T> Rendering<T> plotly(Class<T> type, Function<? super T, Chart> toChart) {
    return new Rendering<>(
        type,
        PLOTLY,
        value -> {
          Chart chart = toChart.apply(value);
          return new View(chart.figure(), chart.toString());
        });
  }

  /**
   * Makes the kernel show values of this class so.
   *
   * @param renderer the renderer of the kernel. Modified.
   */
  void register(Renderer renderer) {
    renderer.createRegistration(type).preferring(mime, MIMEType.TEXT_PLAIN).register(this::render);
  }

  private void render(T value, RenderContext context) {
    View view = viewOrFailure(value);
    if (view.rich() != null) {
      context.renderIfRequested(mime, () -> view.rich());
    }
    // Always, as the kernel would call toString otherwise, and that may be what has failed.
    context.getOutputContainer().putText(view.text());
  }

  // Throwable, as a missing class or a stack overflow must not take the result of the cell away.
  private View viewOrFailure(T value) {
    try {
      return toView.apply(value);
    } catch (Throwable e) {
      Diagnostics.addFailure("a " + type.getSimpleName() + " cannot be shown", e);
      return new View(null, "This %s cannot be shown: %s".formatted(type.getSimpleName(), e));
    }
  }
}
