package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * One or more pictures of one size side by side, in one image. Sides and places are in pixels of
 * the pictures, which are {@code across} × {@code down} pixels of the screen.
 */
final class Mosaic {
  private static final int MOST_COLUMNS = 10;

  // On the screen.
  private static final int LARGEST_WIDTH = 740;
  private static final double SIDE_ALONE = 320;
  private static final double SIDE_AMONG_OTHERS = 60;
  private static final int NARROWEST = 24;
  private static final int GAP = 6;
  private static final int LABEL = 16;
  private static final double LETTER = 5.8; // on the safe side

  private final List<Tile> tiles;
  private final int height;
  private final int width;
  private final int across;
  private final int down;
  private final int columns;
  private final int stepAcross;
  private final int stepDown;
  private final int labelHeight;

  /** One picture; the label above it may be empty. */
  record Tile(Pixels pixels, ColorScale scale, String label, boolean faint) {}

  Mosaic(List<Tile> tiles) {
    this.tiles = tiles;
    int count = tiles.size();
    height = tiles.get(0).pixels.height();
    width = tiles.get(0).pixels.width();
    double side = count == 1 ? SIDE_ALONE : SIDE_AMONG_OTHERS;
    // Whole numbers, so that all pixels have the same size.
    int scale = (int) Math.max(1, Math.round(side / Math.max(height, width)));
    across = Math.max(scale, Pixels.blocks(NARROWEST, width));
    down = Math.max(scale, Pixels.blocks(NARROWEST, height));
    int text = tiles.stream().allMatch(tile -> tile.label.isEmpty()) ? 0 : LABEL;
    labelHeight = Pixels.blocks(text, down);
    stepAcross = width + Pixels.blocks(GAP, across);
    stepDown = height + Pixels.blocks(text + GAP, down);
    int most = Math.max(1, Math.min(MOST_COLUMNS, LARGEST_WIDTH / (stepAcross * across)));
    // As few as the number of rows allows, so that the last row is not nearly empty.
    columns = Pixels.blocks(count, Pixels.blocks(count, most));
  }

  private int left(int picture) {
    return picture % columns * stepAcross;
  }

  /** The top of the picture itself, below its label. */
  private int top(int picture) {
    return picture / columns * stepDown + labelHeight;
  }

  int screenWidth() {
    return (left(columns - 1) + width) * across;
  }

  int screenHeight() {
    return (top(tiles.size() - 1) + height) * down;
  }

  /** The image, stretched without smoothing, as a viewer would blur it; frames and labels. */
  String svg() {
    return """
        <image width="%s" height="%s" preserveAspectRatio="none" style="image-rendering:pixelated" \
        href="data:image/png;base64,%s"/>
        %s"""
        .formatted(
            screenWidth(),
            screenHeight(),
            Base64.getEncoder().encodeToString(png()),
            Html.lines(tiles.size(), this::frame));
  }

  private String frame(int picture) {
    Tile tile = tiles.get(picture);
    int x = left(picture) * across;
    int y = top(picture) * down;
    String frame =
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"%s\"/>";
    String stroke = tile.faint ? "#D4D4D4" : "#9A9A9A";
    return String.format(
            ROOT, frame, x - 0.5, y - 0.5, width * across + 1, height * down + 1, stroke)
        + (tile.label.isEmpty() ? "" : label(tile, x + width * across / 2, y - 4));
  }

  private String label(Tile tile, int center, int bottom) {
    int letters = (int) Math.max(2, stepAcross * across / LETTER);
    String label = Html.escaped(Html.oneLine(tile.label, letters));
    return "<text x=\"%s\" y=\"%s\" font-size=\"10\" text-anchor=\"middle\"%s>%s</text>"
        .formatted(center, bottom, tile.faint ? " fill=\"#8A8A8A\"" : "", label);
  }

  /** A pixel for each number, transparent between the pictures. */
  private byte[] png() {
    int right = left(columns - 1) + width;
    int bottom = top(tiles.size() - 1) + height;
    BufferedImage image = new BufferedImage(right, bottom, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < tiles.size(); i++) {
      int[] colors = tiles.get(i).pixels.colors(tiles.get(i).scale);
      image.setRGB(left(i), top(i), width, height, colors, 0, width);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Through a stream in memory, as ImageIO would otherwise make a temporary file.
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture cannot be encoded", e);
    }
    return bytes.toByteArray();
  }
}
