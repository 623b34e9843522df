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

  /** Opens an output, which is in no cell yet. */
  Output open();

  /** An output whose content changes. */
  interface Output {
    /** Shows a view in the cell that runs, if any; then others instead of it. */
    void show(View view) throws Exception;
  }
}
