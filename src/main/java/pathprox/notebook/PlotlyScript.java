package pathprox.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The JavaScript that draws figures.
 *
 * @param file where it is, or nothing if this machine has none
 */
record PlotlyScript(Optional<Path> file) {
  /** Of the version that environment/requirements.txt installs. */
  static final String ADDRESS = "https://cdn.plot.ly/plotly-4.1.1.min.js";

  /** The one that the kernel was told of, by the system property {@code pathprox.plotly}. */
  static PlotlyScript installed() {
    return new PlotlyScript(
        Optional.ofNullable(System.getProperty("pathprox.plotly"))
            .map(Path::of)
            .filter(Files::isReadable));
  }

  /**
   * Reads the script. Compressed it has 2 MB instead of 5, of which Jupyter passes on no more than
   * 3 MB in three seconds.
   *
   * @return the script by gzip, in Base64; nothing if there is no file
   * @throws UncheckedIOException if the file cannot be read
   */
  Optional<String> packed() {
    return file.map(PlotlyScript::pack);
  }

  private static String pack(Path file) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(file, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
