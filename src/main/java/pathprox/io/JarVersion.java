package pathprox.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version of a library runs, for reports and files. */
public final class JarVersion {
  private JarVersion() {}

  /**
   * {@return the version that Maven has left in the jar of {@code artifact}, such as {@code
   * org.nd4j/nd4j-api}; where there is none, a text that begins with {@code unknown} and says why}
   */
  public static String of(String artifact) {
    String name = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream file = JarVersion.class.getResourceAsStream(name)) {
      if (file == null) {
        return "unknown, as it is in no jar";
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      return "unknown: " + e;
    }
  }
}
