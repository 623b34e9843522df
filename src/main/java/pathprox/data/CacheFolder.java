package pathprox.data;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The folder that keeps what was downloaded. */
final class CacheFolder {
  private CacheFolder() {}

  static Path locate() {
    return locate(System::getProperty, System::getenv);
  }

  /** A blank value counts as none. */
  static Path locate(UnaryOperator<String> property, UnaryOperator<String> environment) {
    return Stream.of(property.apply("pathprox.cache"), environment.apply("PATHPROX_CACHE"))
        .filter(folder -> folder != null && !folder.isBlank())
        .findFirst()
        .map(Path::of)
        .orElseGet(() -> Path.of(property.apply("user.home"), ".cache", "pathprox"));
  }
}
