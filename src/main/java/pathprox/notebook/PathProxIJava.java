package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Prepares an IJava kernel, which does not look for extensions by itself. */
public final class PathProxIJava {
  private static final String IJAVA = "io.github.spencerpark.ijava.IJava";

  private PathProxIJava() {}

  /**
   * Registers the renderers and evaluates the default imports, once per kernel. The call belongs in
   * the kernel's start-up script or in the first cell of a notebook. Never throws; what failed is
   * in {@link Diagnostics#diagnostics()}. In a JJava kernel, which is prepared already, it changes
   * nothing.
   */
  public static void install() {
    Installation.into(PathProxIJava::adapter);
  }

  private static Kernel adapter() throws ReflectiveOperationException {
    Object kernel = runningKernel();
    return kernel == null
        ? Installation.kernel().orElseThrow(() -> new IllegalStateException("IJava is not running"))
        : new IJavaKernel((BaseKernel) kernel);
  }

  // By reflection, as IJava itself is in no Maven repository.
  private static Object runningKernel() throws ReflectiveOperationException {
    try {
      return Class.forName(IJAVA).getMethod("getKernelInstance").invoke(null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
