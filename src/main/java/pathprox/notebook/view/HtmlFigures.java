package pathprox.notebook.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import pathprox.plot.Chart;

/**
 * Figures as HTML that draws itself, for viewers that do not know Plotly's type of output.
 *
 * <p>The first figure brings the script along, and those after it on the same page use that. A
 * figure that stands alone, as in a viewer that gives each output a frame of its own, loads the
 * script from the network.
 */
final class HtmlFigures {
  /** Of the version that environment/requirements.txt installs. */
  static final String ADDRESS = "https://cdn.plot.ly/plotly-4.1.1.min.js";

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

  private final Optional<Path> script;
  private final AtomicBoolean delivered = new AtomicBoolean();

  /** Takes Plotly's script, if this machine has it. */
  HtmlFigures(Optional<Path> script) {
    this.script = script;
  }

  /** With the script that the kernel was told of, by the system property pathprox.plotly. */
  static HtmlFigures installed() {
    String file = System.getProperty("pathprox.plotly");
    return new HtmlFigures(Optional.ofNullable(file).map(Path::of).filter(Files::isReadable));
  }

  /** The figure; its text stands in its place until it is drawn. */
  View view(Chart chart) {
    String note = "\n(to be drawn, it needs the network: " + ADDRESS + ")";
    String text = chart + (script.isPresent() ? "" : note);
    String id = "pathprox-" + UUID.randomUUID();
    // Within a script, "<" could only end it too early.
    String json = chart.json().replace("<", "\\u003c");
    String html =
        "<div id=\"%s\"><pre>%s</pre></div>\n<script>\n%s%s</script>"
            .formatted(id, Html.escaped(text), scriptOnce(), DRAW.formatted(json, id, ADDRESS));
    return View.html(html, text);
  }

  private String scriptOnce() {
    return script.isPresent() && delivered.compareAndSet(false, true)
        ? UNPACK.formatted(packed(script.get()))
        : "";
  }

  /** By gzip it has 2 MB instead of 5, of which Jupyter passes on 3 MB in three seconds. */
  private static String packed(Path file) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(file, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
