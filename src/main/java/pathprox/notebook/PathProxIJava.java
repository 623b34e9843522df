package pathprox.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Prepares an IJava kernel, which does not look for extensions by itself. */
public final class PathProxIJava {
  private PathProxIJava() {}

  /**
   * Prepares the kernel as {@link PathProxExtension} does, from its start-up script or from the
   * first cell of a notebook; in a JJava kernel it changes nothing.
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
      Class<?> main = Class.forName("io.github.spencerpark.ijava.IJava");
      return main.getMethod("getKernelInstance").invoke(null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
