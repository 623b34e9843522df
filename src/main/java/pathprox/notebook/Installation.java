package pathprox.notebook;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import pathprox.progress.Progress;

/**
 * Prepares a kernel: registers the renderings, evaluates the default imports, and lets progress be
 * seen.
 *
 * <p>It never throws and prints nothing, as an exception may end a kernel that is starting and its
 * output reaches nobody: a part that fails is left out, and {@link Diagnostics} tells why.
 */
final class Installation {
  /** What a cell may use without an import of its own. */
  static final List<String> IMPORTS =
      List.of(
          "pathprox.certificate.*",
          "pathprox.data.*",
          "pathprox.experiment.*",
          "pathprox.io.*",
          "pathprox.loss.*",
          "pathprox.method.*",
          "pathprox.metrics.*",
          "pathprox.network.*",
          "pathprox.notebook.*",
          "static pathprox.notebook.Diagnostics.diagnostics",
          "pathprox.penalty.*",
          "pathprox.plot.*",
          "pathprox.progress.*",
          "pathprox.matrix.Threads",
          "pathprox.table.*",
          "pathprox.training.*",
          "java.nio.file.*",
          "org.nd4j.linalg.api.ndarray.INDArray",
          "org.nd4j.linalg.factory.Nd4j",
          "tech.tablesaw.api.*");

  private static final AtomicReference<Kernel> CURRENT = new AtomicReference<>();

  private Installation() {}

  /**
   * Tells which kernel was prepared last.
   *
   * @return the kernel, empty outside of a notebook
   */
  static Optional<Kernel> kernel() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Prepares a kernel; the same kernel once more is left as it is.
   *
   * @param adapter makes the adapter, or throws where no such kernel is running
   */
  static void into(Callable<? extends Kernel> adapter) {
    // Throwable here and below: what a kernel of another version lacks is a LinkageError.
    try {
      prepare(adapter.call());
    } catch (Throwable e) {
      Diagnostics.addFailure("the kernel cannot be prepared", e);
    }
  }

  private static void prepare(Kernel kernel) {
    if (kernel.equals(CURRENT.getAndSet(kernel))) {
      return;
    }
    Diagnostics.restart(kernel);
    Renderings.all().forEach(rendering -> register(rendering, kernel));
    IMPORTS.forEach(name -> evaluateImport(name, kernel));
    Progress.show(new LiveProgress(kernel));
  }

  private static void register(Supplier<Rendering<?>> supplier, Kernel kernel) {
    try {
      Rendering<?> rendering = supplier.get();
      kernel.register(rendering);
      Diagnostics.addRendering(rendering.type());
    } catch (Throwable e) {
      Diagnostics.addFailure("a renderer cannot be registered", e);
    }
  }

  private static void evaluateImport(String name, Kernel kernel) {
    try {
      kernel.evaluate("import " + name + ";");
      Diagnostics.addImport(name);
    } catch (Throwable e) {
      Diagnostics.addFailure("import " + name + " failed", e);
    }
  }
}
