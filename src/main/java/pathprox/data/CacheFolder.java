package pathprox.data;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The folder that keeps what was downloaded. */
final class CacheFolder {
  private CacheFolder() {}

  /**
   * Returns the system property {@code pathprox.cache}, else the environment variable {@code
   * PATHPROX_CACHE}, else {@code .cache/pathprox} in the home folder.
   */
  static Path locate() {
    return locate(System::getProperty, System::getenv);
  }

  /** Looks the folder up where the two functions tell; a blank value counts as none. */
  static Path locate(UnaryOperator<String> property, UnaryOperator<String> environment) {
    String folder = property.apply("pathprox.cache");
    if (folder == null || folder.isBlank()) {
      folder = environment.apply("PATHPROX_CACHE");
    }
    return folder == null || folder.isBlank()
        ? Path.of(property.apply("user.home"), ".cache", "pathprox")
        : Path.of(folder);
  }
}
