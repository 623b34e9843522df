package pathprox.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures side by side in one PNG, transparent between them. */
final class Mosaic {
  private static final int OPAQUE = 0xFF000000;

  private Mosaic() {}

  /** The PNG as an address that holds it, one pixel of it for each number. */
  static String dataUri(List<Tile> tiles, Grid grid) {
    BufferedImage image =
        new BufferedImage(grid.totalWidth(), grid.totalHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < tiles.size(); i++) {
      draw(tiles.get(i), image, grid.left(i), grid.top(i));
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  private static void draw(Tile tile, BufferedImage image, int left, int top) {
    Pixels pixels = tile.pixels();
    int[] colors = pixels.colors(tile.scale());
    for (int i = 0; i < colors.length; i++) {
      colors[i] |= OPAQUE;
    }
    image.setRGB(left, top, pixels.width(), pixels.height(), colors, 0, pixels.width());
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
