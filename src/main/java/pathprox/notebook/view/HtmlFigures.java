package pathprox.notebook.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import pathprox.plot.Chart;

/**
 * Figures as HTML that draws itself: the first one brings the script along for all on the page; one
 * that stands alone, as in a frame of its own, loads it from the network.
 */
final class HtmlFigures {
  private static final String DRAW = resource("figure.js");

  private final Optional<Path> script;
  private final AtomicBoolean delivered = new AtomicBoolean();

  HtmlFigures(Optional<Path> script) {
    this.script = script;
  }

  /** With Plotly's script, if this machine has it; start.py tells the kernel where. */
  static HtmlFigures installed() {
    String file = System.getProperty("pathprox.plotly");
    return new HtmlFigures(Optional.ofNullable(file).map(Path::of).filter(Files::isReadable));
  }

  View view(Chart chart) {
    ShownChart shown = ShownChart.of(chart);
    String note = "\n(to be drawn, it needs the network: " + Chart.SCRIPT + ")";
    String text = shown.text() + (script.isPresent() ? "" : note);
    String id = "pathprox-" + UUID.randomUUID();
    // Within a script, "<" could only end it too early.
    String json = shown.json().replace("<", "\\u003c");
    Optional<Path> first = script.filter(file -> delivered.compareAndSet(false, true));
    String packed = first.map(HtmlFigures::packed).orElse("");
    String html =
        """
        <div id="%s"><pre>%s</pre></div>
        <script>
        (%s)(%s, "%1$s", "%s", "%s");
        </script>"""
            .formatted(id, Html.escaped(text), DRAW, json, Chart.SCRIPT, packed);
    return View.html(html, text);
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

  private static String resource(String name) {
    try (InputStream file = HtmlFigures.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
