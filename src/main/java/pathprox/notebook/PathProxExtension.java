package pathprox.notebook;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Prepares a JJava kernel before its first cell.
 *
 * <p>An exception here would end the kernel, and what is printed here nobody reads: a part that
 * fails is left out, and {@link Diagnostics#current()} tells why.
 */
public final class PathProxExtension implements Extension {
  /** What a cell may use without an import of its own. */
  static final List<String> IMPORTS =
      List.of(
          "pathprox.data.*",
          "pathprox.experiment.*",
          "pathprox.loss.*",
          "pathprox.method.*",
          "pathprox.metrics.*",
          "pathprox.network.*",
          "pathprox.notebook.*",
          "pathprox.penalty.*",
          "pathprox.plot.*",
          "pathprox.tensor.Threads",
          "pathprox.training.*",
          "org.nd4j.linalg.api.ndarray.INDArray",
          "org.nd4j.linalg.factory.Nd4j",
          "tech.tablesaw.api.*");

  private static final Set<BaseKernel> PREPARED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Makes the extension; the kernel does this. */
  public PathProxExtension() {}

  /**
   * Registers the renderers and evaluates the default imports, once per kernel.
   *
   * @param kernel the kernel that is starting. Modified.
   */
  @Override
  public void install(BaseKernel kernel) {
    if (!PREPARED.add(kernel)) {
      return;
    }
    Diagnostics.restart(kernel);
    Renderings.all().forEach(rendering -> register(rendering, kernel));
    IMPORTS.forEach(name -> evaluateImport(name, kernel));
  }

  // Throwable in both: a class of another version of the kernel is missing as a LinkageError.

  private static void register(Supplier<Rendering<?>> supplier, BaseKernel kernel) {
    try {
      Rendering<?> rendering = supplier.get();
      rendering.register(kernel.getRenderer());
      Diagnostics.addRendering(rendering.type());
    } catch (Throwable e) {
      Diagnostics.addFailure("a renderer cannot be registered", e);
    }
  }

  private static void evaluateImport(String name, BaseKernel kernel) {
    try {
      kernel.evalRaw("import " + name + ";");
      Diagnostics.addImport(name);
    } catch (Throwable e) {
      Diagnostics.addFailure("import " + name + " failed", e);
    }
  }
}
