package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DownloadFolderTest {
  record Setting(String property, String environment, Path expected) {}

  static Stream<Setting> settings() {
    Path home = Path.of("home", ".cache", "pathprox");
    return Stream.of(
        new Setting("p", "e", Path.of("p")),
        new Setting("p", null, Path.of("p")),
        new Setting(null, "e", Path.of("e")),
        new Setting(" ", "e", Path.of("e")),
        new Setting(null, null, home),
        new Setting("", "", home));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void folder_settings_propertyComesBeforeEnvironmentBeforeHome(Setting setting) {
    Map<String, String> properties = new HashMap<>(Map.of("user.home", "home"));
    properties.put("pathprox.cache", setting.property());
    Map<String, String> environment = new HashMap<>();
    environment.put("PATHPROX_CACHE", setting.environment());

    assertEquals(setting.expected(), Download.folder(properties::get, environment::get));
  }

  @Test
  void folder_thisProcess_isNamedLikeTheFiles() {
    assertTrue(Download.folder("mnist").endsWith("mnist"));
  }
}
