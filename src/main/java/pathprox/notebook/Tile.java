package pathprox.notebook;

/**
 * One picture of several of the same size.
 *
 * @param pixels its numbers
 * @param scale its colors
 * @param label the text above it, empty for none
 * @param faint whether its frame and label stay in the background
 */
record Tile(Pixels pixels, ColorScale scale, String label, boolean faint) {
  Tile(Pixels pixels, ColorScale scale, String label) {
    this(pixels, scale, label, false);
  }
}
