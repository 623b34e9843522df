package pathprox.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pathprox.plot.Chart;
import tech.tablesaw.plotly.components.Figure;

/**
 * Charts of this library, and figures that a user makes with jsplot.
 *
 * <p>They are Plotly's own type of output, unless the system property {@code pathprox.renderer} or
 * the environment variable {@code PATHPROX_RENDERER} is {@code html}.
 */
final class ChartRendering {
  private static final String VARIABLE = "PATHPROX_RENDERER";

  private static final boolean AS_HTML =
      asHtml(System.getProperty("pathprox.renderer"), System.getenv());
  private static final HtmlFigures HTML_FIGURES = new HtmlFigures(PlotlyScript.installed());

  private ChartRendering() {}

  static Rendering<Chart> chart() {
    return of(Chart.class, chart -> chart);
  }

  static Rendering<Figure> figure() {
    return of(Figure.class, Chart::of);
  }

  static <T> Rendering<T> of(Class<T> type, Function<? super T, Chart> toChart) {
    if (!AS_HTML) {
      return Rendering.plotly(type, toChart);
    }
    return Rendering.html(
        type,
        value -> HTML_FIGURES.html(toChart.apply(value)),
        value -> HTML_FIGURES.text(toChart.apply(value)));
  }

  /** A word that is none of the two must not take all figures away: it is noted and passed over. */
  static boolean asHtml(String property, Map<String, String> environment) {
    String word =
        Optional.ofNullable(property).orElseGet(() -> environment.getOrDefault(VARIABLE, ""));
    if (!word.isEmpty() && !word.equals("plotly") && !word.equals("html")) {
      Diagnostics.addFailure(
          "figures are made for Plotly",
          new IllegalArgumentException(
              "%s or pathprox.renderer must be html or plotly, was %s".formatted(VARIABLE, word)));
    }
    return word.equals("html");
  }
}
