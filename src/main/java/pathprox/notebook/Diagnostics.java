package pathprox.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a bug report should say: the versions, the machine, and what the library did in this kernel.
 *
 * <p>Names of folders are left out of its text.
 *
 * @param environment versions and settings by name, in the order in which they are shown
 * @param renderings the classes whose values are rendered
 * @param imports what cells need not import
 * @param failures what went wrong, the last 20
 */
public record Diagnostics(
    Map<String, String> environment,
    List<String> renderings,
    List<String> imports,
    List<String> failures) {
  private static final int MOST_FAILURES = 20;

  /** The command that installs a kernel and a class path that fit this library. */
  static final String REMEDY = "python3 environment/start.py --prepare";

  // Of the present kernel, guarded by the class.
  private static final List<String> RENDERINGS = new ArrayList<>();
  private static final List<String> IMPORTS = new ArrayList<>();
  private static final List<String> FAILURES = new ArrayList<>();
  private static String kernelName = "none";

  public Diagnostics {
    renderings = List.copyOf(renderings);
    imports = List.copyOf(imports);
    failures = List.copyOf(failures);
  }

  /**
   * Tells how things stand. The native libraries are loaded for it, if they were not yet; that may
   * take some seconds, and if it fails the report says so.
   *
   * @return the state of this moment, to be shown as the last line of a cell; kernel {@code none}
   *     outside of a notebook
   */
  public static synchronized Diagnostics diagnostics() {
    return new Diagnostics(Environment.of(kernelName), RENDERINGS, IMPORTS, FAILURES);
  }

  static synchronized void restart(Kernel kernel) {
    List.of(RENDERINGS, IMPORTS, FAILURES).forEach(List::clear);
    try {
      kernelName = "unknown";
      kernelName = kernel.description();
    } catch (Throwable e) {
      addFailure("the kernel cannot be named", e);
    }
  }

  static synchronized void addRendering(Class<?> type) {
    RENDERINGS.add(type.getName());
  }

  static synchronized void addImport(String name) {
    IMPORTS.add(name);
  }

  static synchronized void addFailure(String what, Throwable cause) {
    // A class or method of another version; a missing native library is one as well.
    String remedy = cause instanceof LinkageError ? "; this may help: " + REMEDY : "";
    FAILURES.add(what + ": " + cause + remedy);
    if (FAILURES.size() > MOST_FAILURES) {
      FAILURES.remove(0);
    }
  }

  /** {@return a line for each fact, renderer, import and failure} */
  @Override
  public String toString() {
    String known =
        environment.entrySet().stream()
            .map(fact -> "%-10s %s\n".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    return WithoutFolders.text(
        known
            + lines("rendered", renderings)
            + lines("imported", imports)
            + lines("failures", failures).stripTrailing());
  }

  private static String lines(String name, List<String> items) {
    String indented = items.stream().map(item -> "  " + item + "\n").collect(Collectors.joining());
    return "%-10s %s\n%s".formatted(name, items.isEmpty() ? "none" : items.size(), indented);
  }
}
