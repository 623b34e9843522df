package pathprox.notebook;

/** What the library needs of a Java kernel; one adapter for each kernel that it knows. */
interface Kernel {
  /**
   * Names the kernel for a bug report.
   *
   * @return name, version and class, on one line
   */
  String description();

  /**
   * Makes the kernel show values of a class as a rendering says.
   *
   * @param rendering what to show, and how
   * @throws Exception if the kernel refuses it
   */
  <T> void register(Rendering<T> rendering) throws Exception;

  /**
   * Evaluates Java as if it stood in a cell.
   *
   * @param source an import or a statement
   * @throws Exception if it does not compile or fails
   */
  void evaluate(String source) throws Exception;

  /**
   * Shows an output below the running cell; where no cell runs, nothing happens. Never throws: what
   * cannot be sent is kept for {@link Diagnostics}. Any thread may call it.
   *
   * @param view the first content
   * @return the output, whose content may be replaced
   */
  LiveOutput display(Rendering.View view);
}
