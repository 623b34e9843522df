package pathprox.notebook;

/**
 * Where pictures of one size lie, in pixels of the pictures and, scaled, in pixels of the screen.
 *
 * @param count how many pictures, 1 or more
 * @param height pixel rows of each
 * @param width pixels in a row of each
 * @param labeled whether there must be room for a line of text above each
 */
record Grid(int count, int height, int width, boolean labeled) {
  private static final int MOST_COLUMNS = 10;
  private static final int LARGEST_WIDTH = 740;

  /** Sides on the screen: of one picture, of one among others, and of the narrowest strip. */
  private static final double ALONE = 320;

  private static final double AMONG_OTHERS = 60;
  private static final int NARROWEST = 24;

  private static final int GAP = 6;
  private static final int TEXT = 16;

  /** Screen pixels per pixel from left to right. */
  int scaleAcross() {
    return Math.max(scale(), Pixels.blocks(NARROWEST, width));
  }

  /** Screen pixels per pixel from top to bottom. */
  int scaleDown() {
    return Math.max(scale(), Pixels.blocks(NARROWEST, height));
  }

  /** Whole numbers, so that all pixels have the same size. */
  private int scale() {
    double side = count == 1 ? ALONE : AMONG_OTHERS;
    return (int) Math.max(1, Math.round(side / Math.max(height, width)));
  }

  /** As few columns as the number of rows allows, so that the last row is not nearly empty. */
  int columns() {
    int fitting = LARGEST_WIDTH / (stepAcross() * scaleAcross());
    int most = Math.max(1, Math.min(MOST_COLUMNS, fitting));
    return Pixels.blocks(count, Pixels.blocks(count, most));
  }

  int rows() {
    return Pixels.blocks(count, columns());
  }

  int left(int picture) {
    return picture % columns() * stepAcross();
  }

  /** The top of the picture itself, below its label. */
  int top(int picture) {
    return picture / columns() * stepDown() + (labeled ? Pixels.blocks(TEXT, scaleDown()) : 0);
  }

  /** From one picture to the next, gap included. */
  int stepAcross() {
    return width + Pixels.blocks(GAP, scaleAcross());
  }

  private int stepDown() {
    return height + Pixels.blocks(labeled ? TEXT + GAP : GAP, scaleDown());
  }

  int totalWidth() {
    return left(columns() - 1) + width;
  }

  int totalHeight() {
    return top(count - 1) + height;
  }
}
