package pathprox.notebook;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import pathprox.plot.Chart;

/**
 * Figures as HTML that draws itself, for viewers that do not know Plotly's type of output.
 *
 * <p>The first figure brings the script along, and those after it on the same page use that. A
 * figure that stands alone, as in a viewer that gives each output a frame of its own, loads the
 * script from the network.
 */
final class HtmlFigures {
  private static final String DRAW =
      """
      (() => {
        const figure = %s;
        const place = document.getElementById("%s");
        const load = address => new Promise((done, failed) => {
          const script = document.createElement("script");
          script.onload = () => done(window.Plotly);
          script.onerror = () => failed(new Error("cannot load " + address));
          script.src = address;
          document.head.append(script);
        });
        window.pathproxPlotly = window.pathproxPlotly || load("%s");
        window.pathproxPlotly.then(plotly => {
          place.textContent = "";
          return plotly.newPlot(place, figure.data, figure.layout, {responsive: true});
        }).catch(problem => place.append("The figure is not drawn: " + problem.message));
      })();
      """;

  private static final String UNPACK =
      """
      window.pathproxPlotly = (async () => {
        const bytes = Uint8Array.from(atob("%s"), letter => letter.charCodeAt(0));
        const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
        const script = document.createElement("script");
        script.text = await new Response(unpacked).text();
        document.head.append(script);
        return window.Plotly;
      })();
      """;

  private final PlotlyScript script;
  private final AtomicBoolean delivered = new AtomicBoolean();

  HtmlFigures(PlotlyScript script) {
    this.script = script;
  }

  /** The figure; its text stands in its place until it is drawn. */
  String html(Chart chart) {
    String id = "pathprox-" + UUID.randomUUID();
    // Within a script, "<" could only end it too early.
    String json = chart.json().replace("<", "\\u003c");
    return "<div id=\"%s\"><pre>%s</pre></div>\n<script>\n%s%s</script>"
        .formatted(
            id,
            HtmlTable.escaped(text(chart)),
            scriptOnce(),
            DRAW.formatted(json, id, PlotlyScript.ADDRESS));
  }

  String text(Chart chart) {
    return script.file().isPresent()
        ? chart.toString()
        : chart + "\n(to be drawn, it needs the network: " + PlotlyScript.ADDRESS + ")";
  }

  private String scriptOnce() {
    if (script.file().isEmpty() || !delivered.compareAndSet(false, true)) {
      return "";
    }
    return UNPACK.formatted(script.packed().orElseThrow());
  }
}
