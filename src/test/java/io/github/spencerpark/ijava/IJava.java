package io.github.spencerpark.ijava;

/** Stands where the main class of the IJava kernel would be. */
public final class IJava {
  /** The kernel that is running, or null. */
  public static Object kernel;

  private IJava() {}

  public static Object getKernelInstance() {
    return kernel;
  }
}
