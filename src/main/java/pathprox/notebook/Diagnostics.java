package pathprox.notebook;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What the library did in this kernel, to be shown in a cell when something looks wrong.
 *
 * @param kernel name, version and class of the kernel
 * @param renderings the classes whose values are rendered
 * @param imports what cells need not import
 * @param failures what went wrong, the last 20
 */
public record Diagnostics(
    String kernel, List<String> renderings, List<String> imports, List<String> failures) {
  private static final int MOST_FAILURES = 20;

  private static final AtomicReference<Diagnostics> CURRENT =
      new AtomicReference<>(new Diagnostics("none", List.of(), List.of(), List.of()));

  /**
   * Copies the lists.
   *
   * @param kernel name, version and class of the kernel
   * @param renderings the classes whose values are rendered. Not modified.
   * @param imports what cells need not import. Not modified.
   * @param failures what went wrong. Not modified.
   */
  public Diagnostics {
    renderings = List.copyOf(renderings);
    imports = List.copyOf(imports);
    failures = List.copyOf(failures);
  }

  /**
   * Tells what was done so far.
   *
   * @return the state of this moment; kernel {@code none} outside of a notebook
   */
  public static Diagnostics current() {
    return CURRENT.get();
  }

  static void restart(BaseKernel kernel) {
    String name =
        "%s %s (%s)".formatted(kernel.getName(), kernel.getVersion(), kernel.getClass().getName());
    CURRENT.set(new Diagnostics(name, List.of(), List.of(), List.of()));
  }

  static void addRendering(Class<?> type) {
    CURRENT.updateAndGet(
        d -> new Diagnostics(d.kernel, with(d.renderings, type.getName()), d.imports, d.failures));
  }

  static void addImport(String name) {
    CURRENT.updateAndGet(
        d -> new Diagnostics(d.kernel, d.renderings, with(d.imports, name), d.failures));
  }

  static void addFailure(String what, Throwable cause) {
    String failure = what + ": " + cause;
    CURRENT.updateAndGet(
        d -> new Diagnostics(d.kernel, d.renderings, d.imports, last(with(d.failures, failure))));
  }

  private static List<String> with(List<String> list, String item) {
    return Stream.concat(list.stream(), Stream.of(item)).toList();
  }

  private static List<String> last(List<String> failures) {
    return failures.subList(Math.max(0, failures.size() - MOST_FAILURES), failures.size());
  }

  /**
   * Writes the state for a reader.
   *
   * @return a line for the kernel and for each renderer, import and failure
   */
  @Override
  public String toString() {
    return "kernel: %s\nrendered:%s\nimported:%s\nfailures:%s"
        .formatted(kernel, lines(renderings), lines(imports), lines(failures));
  }

  private static String lines(List<String> items) {
    return items.isEmpty() ? " none" : "\n  " + String.join("\n  ", items);
  }
}
