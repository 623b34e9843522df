package pathprox.plot;

import java.util.Arrays;

/**
 * Where pictures lie when they are put side by side, in pixels of the pictures.
 *
 * @param count how many pictures
 * @param height pixel rows of each
 * @param width pixels in a row of each
 * @param labeled whether there must be room for a line of text above each
 */
record Tiling(int count, int height, int width, boolean labeled) {
  private static final int MOST_COLUMNS = 10;

  /**
   * The size of a picture on the screen, and of a line of text, in pixels of the screen: ten fit
   * beside an open file browser.
   */
  private static final double TILE = 58;

  private static final double TEXT = 17;

  static Tiling of(Images images) {
    return new Tiling(images.count(), images.height(), images.width(), images.labeled());
  }

  int rows() {
    return (count + MOST_COLUMNS - 1) / MOST_COLUMNS;
  }

  /** As few columns as the number of rows allows, so that the last row is not nearly empty. */
  int columns() {
    return count == 0 ? 0 : (count + rows() - 1) / rows();
  }

  int left(int image) {
    return image % columns() * (width + gap());
  }

  int top(int image) {
    return image / columns() * (height + verticalGap());
  }

  int totalWidth() {
    return Math.max(0, columns() * (width + gap()) - gap());
  }

  int totalHeight() {
    return Math.max(0, rows() * (height + verticalGap()) - verticalGap());
  }

  /** Screen pixels per pixel of a picture. */
  double scale() {
    return TILE / Math.max(width, height);
  }

  private int gap() {
    return Math.max(1, Math.round(width / 10f));
  }

  private int verticalGap() {
    return labeled ? (int) Math.ceil(TEXT / scale()) : gap();
  }

  /** Puts the pictures into one, with NaN between them. */
  double[][] mosaic(double[][] pictures) {
    double[][] mosaic = new double[totalHeight()][totalWidth()];
    for (double[] row : mosaic) {
      Arrays.fill(row, Double.NaN);
    }
    for (int image = 0; image < count; image++) {
      for (int row = 0; row < height; row++) {
        double[] line = mosaic[top(image) + row];
        System.arraycopy(pictures[image], row * width, line, left(image), width);
      }
    }
    return mosaic;
  }
}
