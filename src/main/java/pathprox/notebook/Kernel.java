package pathprox.notebook;

import java.util.function.Function;
import pathprox.notebook.view.View;

/** What the library needs of a Java kernel; one adapter for each kernel that it knows. */
interface Kernel {
  /** Name, version and class, on one line. */
  String description();

  /** Makes the kernel show values of a class by a function that never throws. */
  <T> void register(Class<T> type, Function<? super T, View> toView) throws Exception;

  /** Evaluates an import or a statement as if it stood in a cell. */
  void evaluate(String source) throws Exception;

  /** Shows a named output, or replaces what it shows already; nothing where no cell runs. */
  void show(String name, View view, boolean already) throws Exception;
}
