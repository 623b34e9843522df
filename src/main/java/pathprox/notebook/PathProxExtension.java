package pathprox.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Prepares a JJava kernel before its first cell; the kernel finds it by itself. */
public final class PathProxExtension implements Extension {
  /** Makes the extension; the kernel does this. */
  public PathProxExtension() {}

  /** Prepares {@code kernel}, once; never throws, as {@link Diagnostics} keep what failed. */
  @Override
  public void install(BaseKernel kernel) {
    Installation.into(() -> new JJavaKernel(kernel));
  }
}
