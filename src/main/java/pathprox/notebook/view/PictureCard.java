package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * One or more pictures of one size side by side, in one image, below a title and a caption, on a
 * white card, which reads on any page. Sides and places are in pixels of the pictures, which are
 * {@code across} × {@code down} pixels of the screen.
 */
final class PictureCard {
  private static final int MOST_COLUMNS = 10;
  // On the screen.
  private static final int MARGIN = 14;
  private static final int LINE = 17;
  private static final int LEAST_WIDTH = 500;
  private static final double LETTER = 6.3; // on the safe side
  private static final int LARGEST_WIDTH = 740;
  private static final double SIDE_ALONE = 320;
  private static final double SIDE_AMONG_OTHERS = 60;
  private static final int NARROWEST = 24;
  private static final int GAP = 6;
  private static final int LABEL = 16;
  private static final double LABEL_LETTER = 5.8; // on the safe side

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

  PictureCard(List<Tile> tiles) {
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

  /** Without links, scripts or styles of the page; nothing smooths it, which would blur. */
  String svg(String title, List<String> lines) {
    int right = left(columns - 1) + width;
    int bottom = top(tiles.size() - 1) + height;
    int cardWidth = Math.max(LEAST_WIDTH, right * across + 2 * MARGIN);
    int letters = (int) ((cardWidth - 2 * MARGIN) / LETTER);
    List<String> caption = new ArrayList<>(wrapped(title, letters));
    int bold = caption.size();
    lines.forEach(line -> caption.addAll(wrapped(line, letters)));
    int top = MARGIN + caption.size() * LINE + LINE / 2;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" \
        viewBox="0 0 %2$s %3$s" font-family="sans-serif" font-size="12" fill="#222222">
        <rect width="%2$s" height="%3$s" rx="8" fill="#FFFFFF"/>
        %s
        <g transform="translate(%s %s)">
        <image width="%s" height="%s" preserveAspectRatio="none" style="image-rendering:pixelated" \
        href="data:image/png;base64,%s"/>
        %s
        </g>
        </svg>
        """
        .formatted(
            Html.escaped(Html.oneLine(title, Integer.MAX_VALUE)),
            cardWidth,
            top + bottom * down + MARGIN,
            Html.lines(caption.size(), i -> captionLine(i, caption.get(i), i < bold)),
            MARGIN,
            top,
            right * across,
            bottom * down,
            Base64.getEncoder().encodeToString(png(right, bottom)),
            Html.lines(tiles.size(), this::frame));
  }

  private static String captionLine(int number, String text, boolean bold) {
    int bottom = MARGIN + number * LINE + LINE / 2;
    return "<text x=\"%s\" y=\"%s\"%s>%s</text>"
        .formatted(MARGIN, bottom, bold ? " font-weight=\"bold\"" : "", Html.escaped(text));
  }

  /** Broken between words where there are any. */
  private static List<String> wrapped(String text, int letters) {
    String words = "\\S.{0," + (letters - 1) + "}(?=\\s|$)|\\S{" + letters + "}";
    return Pattern.compile(words)
        .matcher(Html.oneLine(text, 4 * letters))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private int left(int picture) {
    return picture % columns * stepAcross;
  }

  private int top(int picture) {
    return picture / columns * stepDown + labelHeight;
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
    int letters = (int) Math.max(2, stepAcross * across / LABEL_LETTER);
    String label = Html.escaped(Html.oneLine(tile.label, letters));
    return "<text x=\"%s\" y=\"%s\" font-size=\"10\" text-anchor=\"middle\"%s>%s</text>"
        .formatted(center, bottom, tile.faint ? " fill=\"#8A8A8A\"" : "", label);
  }

  private byte[] png(int right, int bottom) {
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
