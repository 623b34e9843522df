package pathprox.notebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bug report should say: the versions, the machine, and what the library did in this kernel.
 *
 * <p>Names of folders are left out of its text.
 *
 * @param facts versions and settings by name, in the order in which they are shown
 * @param renderings the classes whose values are rendered
 * @param imports what cells need not import
 * @param failures what went wrong, the last 20
 */
public record Diagnostics(
    Map<String, String> facts,
    List<String> renderings,
    List<String> imports,
    List<String> failures) {
  private static final int MOST_FAILURES = 20;

  /** The command that installs a kernel and a class path that fit this library. */
  static final String REMEDY = "python3 environment/start.py --prepare";

  private record State(
      String kernel, List<String> renderings, List<String> imports, List<String> failures) {}

  private static final AtomicReference<State> STATE =
      new AtomicReference<>(new State("none", List.of(), List.of(), List.of()));

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
  public static Diagnostics diagnostics() {
    State state = STATE.get();
    return new Diagnostics(Facts.of(state.kernel), state.renderings, state.imports, state.failures);
  }

  static void restart(Kernel kernel) {
    STATE.set(new State("unknown", List.of(), List.of(), List.of()));
    try {
      String name = kernel.description();
      STATE.updateAndGet(s -> new State(name, s.renderings, s.imports, s.failures));
    } catch (Throwable e) {
      addFailure("the kernel cannot be named", e);
    }
  }

  static void addRendering(Class<?> type) {
    STATE.updateAndGet(
        s -> new State(s.kernel, with(s.renderings, type.getName()), s.imports, s.failures));
  }

  static void addImport(String name) {
    STATE.updateAndGet(s -> new State(s.kernel, s.renderings, with(s.imports, name), s.failures));
  }

  static void addFailure(String what, Throwable cause) {
    // A class or method of another version; a missing native library is one as well.
    String remedy = cause instanceof LinkageError ? "; this may help: " + REMEDY : "";
    String failure = what + ": " + cause + remedy;
    STATE.updateAndGet(
        s -> new State(s.kernel, s.renderings, s.imports, last(with(s.failures, failure))));
  }

  private static List<String> with(List<String> list, String item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }

  private static List<String> last(List<String> failures) {
    return failures.subList(Math.max(0, failures.size() - MOST_FAILURES), failures.size());
  }

  /**
   * Writes the report for a reader.
   *
   * @return a line for each fact, renderer, import and failure
   */
  @Override
  public String toString() {
    String known =
        facts.entrySet().stream()
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
