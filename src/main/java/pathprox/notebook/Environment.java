package pathprox.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pathprox.matrix.Threads;

/** Versions, machine and settings, for a bug report. */
final class Environment {
  private Environment() {}

  /** A new map in reading order. */
  static Map<String, String> of(String kernel) {
    Properties java = System.getProperties();
    Runtime runtime = Runtime.getRuntime();
    String heap = "heap of at most " + (runtime.maxMemory() >> 20) + " MB";
    Map<String, String> found = new LinkedHashMap<>();
    found.put("PathProx", version("io.github.pathprox/pathprox"));
    found.put("Java", java.get("java.vm.version") + ", " + java.get("java.vendor"));
    String system = java.get("os.name") + " " + java.get("os.version");
    found.put("system", system + ", " + java.get("os.arch"));
    found.put("machine", runtime.availableProcessors() + " processors, " + heap);
    found.put("kernel", kernel);
    found.put("ND4J", version("org.nd4j/nd4j-api"));
    found.put("JavaCPP", version("org.bytedeco/javacpp"));
    found.put("OpenBLAS", version("org.bytedeco/openblas") + ", " + threads());
    found.put("settings", settings(System.getenv(), java));
    return found;
  }

  /** Maven leaves the version in each jar. */
  private static String version(String artifact) {
    String name = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream file = Environment.class.getResourceAsStream(name)) {
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

  // Throwable, as a native library that cannot be loaded is an Error, and a bug report is about it.
  private static String threads() {
    try {
      return Threads.count() + " threads";
    } catch (Throwable e) {
      return "which cannot be loaded: " + e + "; this may help: " + Diagnostics.REMEDY;
    }
  }

  /** Those of this library; a value that is no plain word may name a folder, or be secret. */
  static String settings(Map<String, String> environment, Properties properties) {
    Map<String, String> all = new TreeMap<>(environment);
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    all.keySet().removeIf(name -> !name.matches("(PATHPROX_|pathprox\\.).*"));
    all.replaceAll((name, value) -> value.matches("\\w{1,12}") ? value : "(set)");
    String own = all.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    return own.isEmpty() ? "none" : own;
  }
}
