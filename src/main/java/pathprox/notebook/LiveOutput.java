package pathprox.notebook;

/** An output of a cell whose content may change while the cell runs. */
interface LiveOutput {
  /**
   * Replaces what is shown. Never throws, and any thread may call it.
   *
   * @param view the new content
   */
  void update(Rendering.View view);
}
