package pathprox.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pathprox.io.BadFile;
import pathprox.io.WholeFile;

/** A chart in a file: a page that draws it, or a picture that Kaleido has drawn of it. */
final class ChartFile {
  private static final List<String> PICTURES = List.of("svg", "png");
  private static final String SCALE = "2"; // pixels of a PNG for one of the chart
  private static final String WHERE =
      "import os, plotly;"
          + " print(os.path.join(os.path.dirname(plotly.__file__), 'package_data/plotly.min.js'))";
  private static final String NO_PYTHON =
      "there is no Python to ask for Kaleido, which draws pictures: name one by PATHPROX_PYTHON in"
          + " the environment, or save the chart as .html";
  private static final String CURE =
      "%s (pictures are drawn by Kaleido and a Chrome or Chromium: pip install kaleido, in the"
          + " Python that PATHPROX_PYTHON names; a chart that is saved as .html needs neither)";

  private ChartFile() {}

  /** Saves a chart in the form that the ending of the file says; returns what was written. */
  static String save(Chart chart, Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!ending.equals("html") && !PICTURES.contains(ending)) {
      String message = "a chart is saved as .html, .svg or .png, found '%s'";
      throw new IllegalArgumentException(message.formatted(name));
    }
    try {
      if (ending.equals("html")) {
        return saved(page(chart), file);
      }
      WholeFile.write(file, out -> out.write(picture(chart, ending)));
      return told(file, Files.size(file), "");
    } catch (IOException e) {
      String message = "the chart cannot be saved as " + file + ": " + BadFile.reason(e);
      throw new UncheckedIOException(message, e);
    }
  }

  private record Page(String html, boolean needsNetwork) {}

  private static String saved(Page page, Path file) throws IOException {
    byte[] html = page.html.getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(html));
    String needs =
        "; to be drawn it needs the network, %s: with the Python package plotly (pip install"
            + " plotly) pages hold the script themselves";
    return told(file, html.length, page.needsNetwork ? needs.formatted(Chart.SCRIPT) : "");
  }

  private static String told(Path file, long bytes, String more) {
    return String.format(Locale.ROOT, "%s, %,d KB%s", file, bytes / 1000 + 1, more);
  }

  private static Page page(Chart chart) throws IOException {
    Optional<String> script = script();
    String json = chart.json().replace("<", "\\u003c"); // which could only end the script too early
    String title = chart.toString().lines().findFirst().orElse("chart");
    String load =
        script.map(it -> ">" + it).orElse(" src=\"" + Chart.SCRIPT + "\" charset=\"utf-8\">");
    String html =
        resource("page.html")
            .replace("@SCRIPT@", load)
            .replace("@TITLE@", title.replace("&", "&amp;").replace("<", "&lt;"))
            .replace("@FIGURE@", json);
    return new Page(html, script.isEmpty());
  }

  /**
   * Plotly's script: of the file that the kernel names, or of Python's package, if there is one.
   */
  private static Optional<String> script() throws IOException {
    Optional<String> file = Optional.ofNullable(System.getProperty("pathprox.plotly"));
    if (file.isEmpty()) {
      try {
        file = Python.run(WHERE);
      } catch (IOException e) {
        return Optional.empty(); // no such package
      }
    }
    Optional<Path> readable = file.map(Path::of).filter(Files::isReadable);
    return readable.isEmpty() ? Optional.empty() : Optional.of(Files.readString(readable.get()));
  }

  private static byte[] picture(Chart chart, String ending) throws IOException {
    Path folder = Files.createTempDirectory("pathprox");
    Path figure = folder.resolve("figure.json");
    Path drawn = folder.resolve("drawn." + ending);
    try {
      Files.writeString(figure, chart.json());
      String scale = ending.equals("png") ? SCALE : "1";
      Optional<String> printed = draw(figure, drawn, ending, scale);
      BadFile.unless(printed.isPresent(), NO_PYTHON);
      return Files.readAllBytes(drawn);
    } finally {
      Files.deleteIfExists(figure);
      Files.deleteIfExists(drawn);
      Files.delete(folder);
    }
  }

  private static Optional<String> draw(Path figure, Path drawn, String ending, String scale)
      throws IOException {
    try {
      return Python.run(resource("picture.py"), figure.toString(), drawn.toString(), ending, scale);
    } catch (IOException e) {
      throw new IOException(CURE.formatted(e.getMessage()), e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = ChartFile.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
