package pathprox.notebook.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of one size side by side: where they lie, in pixels of the pictures and, scaled, in
 * pixels of the screen; and all of them in one PNG, transparent between them.
 *
 * @param tiles one or more pictures
 */
record Mosaic(List<Tile> tiles) {
  private static final int MOST_COLUMNS = 10;
  private static final int LARGEST_WIDTH = 740;

  /** Sides on the screen: of one picture, of one among others, and of the narrowest strip. */
  private static final double ALONE = 320;

  private static final double AMONG_OTHERS = 60;
  private static final int NARROWEST = 24;

  private static final int GAP = 6;
  private static final int TEXT = 16;
  private static final int OPAQUE = 0xFF000000;

  /**
   * One picture.
   *
   * @param label the text above it, empty for none
   * @param faint whether its frame and label stay in the background
   */
  record Tile(Pixels pixels, ColorScale scale, String label, boolean faint) {}

  int height() {
    return tiles.get(0).pixels.height();
  }

  int width() {
    return tiles.get(0).pixels.width();
  }

  /** Screen pixels per pixel from left to right. */
  int scaleAcross() {
    return Math.max(scale(), Pixels.blocks(NARROWEST, width()));
  }

  /** Screen pixels per pixel from top to bottom. */
  int scaleDown() {
    return Math.max(scale(), Pixels.blocks(NARROWEST, height()));
  }

  /** Whole numbers, so that all pixels have the same size. */
  private int scale() {
    double side = tiles.size() == 1 ? ALONE : AMONG_OTHERS;
    return (int) Math.max(1, Math.round(side / Math.max(height(), width())));
  }

  /** As few columns as the number of rows allows, so that the last row is not nearly empty. */
  private int columns() {
    int fitting = LARGEST_WIDTH / (stepAcross() * scaleAcross());
    int most = Math.max(1, Math.min(MOST_COLUMNS, fitting));
    return Pixels.blocks(tiles.size(), Pixels.blocks(tiles.size(), most));
  }

  /** From one picture to the next, gap included. */
  int stepAcross() {
    return width() + Pixels.blocks(GAP, scaleAcross());
  }

  /** The room above each picture for a line of text, if one of them has a label. */
  private int room() {
    boolean labeled = tiles.stream().anyMatch(tile -> !tile.label.isEmpty());
    return labeled ? TEXT : 0;
  }

  int left(int picture) {
    return picture % columns() * stepAcross();
  }

  /** The top of the picture itself, below its label. */
  int top(int picture) {
    int step = height() + Pixels.blocks(room() + GAP, scaleDown());
    return picture / columns() * step + Pixels.blocks(room(), scaleDown());
  }

  int totalWidth() {
    return left(columns() - 1) + width();
  }

  int totalHeight() {
    return top(tiles.size() - 1) + height();
  }

  /** The PNG as an address that holds it, one pixel of it for each number. */
  String dataUri() {
    BufferedImage image =
        new BufferedImage(totalWidth(), totalHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < tiles.size(); i++) {
      int[] colors = tiles.get(i).pixels.colors(tiles.get(i).scale);
      for (int k = 0; k < colors.length; k++) {
        colors[k] |= OPAQUE;
      }
      image.setRGB(left(i), top(i), width(), height(), colors, 0, width());
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  /** Through a stream in memory, as ImageIO would otherwise make a temporary file. */
  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture cannot be encoded", e);
    }
    return bytes.toByteArray();
  }
}
