package pathprox.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Prepares a JJava kernel before its first cell; the kernel finds it by itself. */
public final class PathProxExtension implements Extension {
  /** Makes the extension; the kernel does this. */
  public PathProxExtension() {}

  /**
   * Registers the renderers and evaluates the default imports in {@code kernel}, once. Never
   * throws; what failed is in {@link Diagnostics#diagnostics()}.
   */
  @Override
  public void install(BaseKernel kernel) {
    Installation.into(() -> new JJavaKernel(kernel));
  }
}
