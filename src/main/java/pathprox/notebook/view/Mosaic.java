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
 * @param scaleAcross screen pixels per pixel from left to right
 * @param scaleDown screen pixels per pixel from top to bottom
 * @param stepAcross from one picture to the next, gap included
 * @param stepDown likewise, with the room for labels
 * @param room above each picture, if one of them has a label
 */
record Mosaic(
    List<Tile> tiles,
    int scaleAcross,
    int scaleDown,
    int columns,
    int stepAcross,
    int stepDown,
    int room) {
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

  static Mosaic of(List<Tile> tiles) {
    int count = tiles.size();
    int height = tiles.get(0).pixels.height();
    int width = tiles.get(0).pixels.width();
    double side = count == 1 ? ALONE : AMONG_OTHERS;
    // Whole numbers, so that all pixels have the same size.
    int scale = (int) Math.max(1, Math.round(side / Math.max(height, width)));
    int across = Math.max(scale, Pixels.blocks(NARROWEST, width));
    int down = Math.max(scale, Pixels.blocks(NARROWEST, height));
    int step = width + Pixels.blocks(GAP, across);
    int most = Math.max(1, Math.min(MOST_COLUMNS, LARGEST_WIDTH / (step * across)));
    // As few as the number of rows allows, so that the last row is not nearly empty.
    int columns = Pixels.blocks(count, Pixels.blocks(count, most));
    int text = tiles.stream().allMatch(tile -> tile.label.isEmpty()) ? 0 : TEXT;
    int stepDown = height + Pixels.blocks(text + GAP, down);
    return new Mosaic(tiles, across, down, columns, step, stepDown, Pixels.blocks(text, down));
  }

  int height() {
    return tiles.get(0).pixels.height();
  }

  int width() {
    return tiles.get(0).pixels.width();
  }

  int left(int picture) {
    return picture % columns * stepAcross;
  }

  /** The top of the picture itself, below its label. */
  int top(int picture) {
    return picture / columns * stepDown + room;
  }

  int totalWidth() {
    return left(columns - 1) + width();
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
