package pathprox.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pathprox.io.JarVersion;
import pathprox.parallel.Threads;

/**
 * What a bug report should say of this kernel. Names of folders are left out of its text.
 *
 * @param environment versions, machine and settings by name, in the order in which they are shown
 * @param renderings the classes whose values are rendered
 * @param imports what cells need not import
 * @param failures what went wrong, the last 20
 */
public record Diagnostics(
    Map<String, String> environment,
    List<String> renderings,
    List<String> imports,
    List<String> failures) {
  static final int MOST_FAILURES = 20;
  // The command that installs a kernel and a class path that fit this library.
  static final String REMEDY = "python3 environment/start.py --prepare";

  private static final Pattern PATH =
      Pattern.compile(
          "(?:(?<![\\w.:/~])(?:[A-Za-z]:)?|(?<=file:))[/\\\\](?:%1$s[/\\\\])*(%1$s)"
              .formatted("[^\\s/\\\\:;,()'\"]+"));
  // Of the present kernel.
  static final List<String> RENDERINGS = new CopyOnWriteArrayList<>();
  static final List<String> IMPORTS = new CopyOnWriteArrayList<>();
  private static final List<String> FAILURES = new CopyOnWriteArrayList<>();
  private static volatile String kernelName = "none";

  /** What may fail and end nothing else. */
  interface Part {
    void run() throws Exception;
  }

  public Diagnostics {
    renderings = List.copyOf(renderings);
    imports = List.copyOf(imports);
    failures = List.copyOf(failures);
  }

  /**
   * {@return how things stand, to be shown as the last line of a cell} Native libraries are loaded
   * for it, which may take some seconds; if this fails, the report says so.
   */
  public static Diagnostics diagnostics() {
    return new Diagnostics(facts(), RENDERINGS, IMPORTS, FAILURES);
  }

  private static Map<String, String> facts() {
    Properties java = System.getProperties();
    Runtime runtime = Runtime.getRuntime();
    String heap = "heap of at most " + (runtime.maxMemory() >> 20) + " MB";
    Map<String, String> found = new LinkedHashMap<>();
    found.put("PathProx", JarVersion.of("io.github.pathprox/pathprox"));
    found.put("Java", java.get("java.vm.version") + ", " + java.get("java.vendor"));
    String system = java.get("os.name") + " " + java.get("os.version");
    found.put("system", system + ", " + java.get("os.arch"));
    found.put("machine", runtime.availableProcessors() + " processors, " + heap);
    found.put("kernel", kernelName);
    found.put("ND4J", JarVersion.of("org.nd4j/nd4j-api"));
    found.put("JavaCPP", JarVersion.of("org.bytedeco/javacpp"));
    found.put("OpenBLAS", JarVersion.of("org.bytedeco/openblas") + ", " + threads());
    found.put("settings", settings(System.getenv(), java));
    return found;
  }

  // Throwable, as a native library that cannot be loaded is an Error, and a bug report is about it.
  private static String threads() {
    try {
      return Threads.count() + " threads";
    } catch (Throwable e) {
      return "which cannot be loaded: " + e + "; this may help: " + REMEDY;
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

  static void restart(Kernel kernel) {
    List.of(RENDERINGS, IMPORTS, FAILURES).forEach(List::clear);
    kernelName = "unknown";
    attempt("the kernel cannot be named", () -> kernelName = kernel.description());
  }

  // Throwable, as what a kernel of another version lacks is a LinkageError.
  static void attempt(String failure, Part part) {
    try {
      part.run();
    } catch (Throwable e) {
      addFailure(failure, e);
    }
  }

  static synchronized void addFailure(String what, Throwable cause) {
    // A class or method of another version; a missing native library is one as well.
    String remedy = cause instanceof LinkageError ? "; this may help: " + REMEDY : "";
    if (FAILURES.size() == MOST_FAILURES) {
      FAILURES.remove(0);
    }
    FAILURES.add(what + ": " + cause + remedy);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    environment.forEach((name, value) -> text.append("%-10s %s\n".formatted(name, value)));
    text.append(lines("rendered", renderings)).append(lines("imported", imports));
    return withoutFolders(text + lines("failures", failures).stripTrailing());
  }

  private static String lines(String name, List<String> items) {
    String indented = items.stream().map(item -> "  " + item + "\n").collect(Collectors.joining());
    return "%-10s %s\n%s".formatted(name, items.isEmpty() ? "none" : items.size(), indented);
  }

  /** Shortens absolute paths to the file's name: folders tell who somebody is. */
  static String withoutFolders(String message) {
    String shorter = message;
    // First, as the names of these two may have spaces.
    for (String name : List.of("user.dir", "user.home")) {
      String folder = System.getProperty(name, "");
      shorter = folder.length() > 1 ? shorter.replace(folder, "/home") : shorter;
    }
    return PATH.matcher(shorter).replaceAll("…/$1");
  }
}
