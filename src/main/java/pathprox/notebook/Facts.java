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
final class Facts {
  private static final long MEGABYTE = 1 << 20;

  private Facts() {}

  /**
   * Collects the facts.
   *
   * @param kernel name and version of the kernel
   * @return a new map in reading order
   */
  static Map<String, String> of(String kernel) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("PathProx", version("io.github.pathprox/pathprox"));
    facts.put("Java", property("java.vm.version") + ", " + property("java.vendor"));
    facts.put(
        "system",
        "%s %s, %s".formatted(property("os.name"), property("os.version"), property("os.arch")));
    facts.put("machine", machine(Runtime.getRuntime()));
    facts.put("kernel", kernel);
    facts.put("ND4J", version("org.nd4j/nd4j-api"));
    facts.put("JavaCPP", version("org.bytedeco/javacpp"));
    facts.put("OpenBLAS", version("org.bytedeco/openblas") + ", " + threads());
    facts.put("settings", settings(System.getenv(), System.getProperties()));
    return facts;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String machine(Runtime runtime) {
    return "%d processors, heap of at most %d MB"
        .formatted(runtime.availableProcessors(), runtime.maxMemory() / MEGABYTE);
  }

  /** Maven leaves the version in each jar. */
  private static String version(String artifact) {
    String name = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream file = Facts.class.getResourceAsStream(name)) {
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
      return "which cannot be loaded: %s; this may help: %s".formatted(e, Diagnostics.REMEDY);
    }
  }

  static String settings(Map<String, String> environment, Properties properties) {
    Map<String, String> set = new TreeMap<>();
    environment.forEach((name, value) -> addOwn(set, "PATHPROX_", name, value));
    properties
        .stringPropertyNames()
        .forEach(name -> addOwn(set, "pathprox.", name, properties.getProperty(name)));
    String text =
        set.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "none" : text;
  }

  /** A value that is no plain word may be the name of a folder, or secret. */
  private static void addOwn(Map<String, String> set, String prefix, String name, String value) {
    if (name.startsWith(prefix)) {
      set.put(name, value.matches("\\w{1,12}") ? value : "(set)");
    }
  }
}
