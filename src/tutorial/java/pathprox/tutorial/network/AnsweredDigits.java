package pathprox.tutorial.network;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.network.Network;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Images in rows, each with the class that a network gives it below. */
public final class AnsweredDigits {
  private static final int SIDE = 64;
  private static final int STEP = 76;
  private static final int LEFT = 130;
  private static final int DOWN = 98;

  private AnsweredDigits() {}

  /**
   * {@return a row for each of {@code rows}, by its name: gray images [1, height, width] of a
   * dataset, all from the lowest to the highest number of the first row, what is beyond cut off,
   * and below each the class that {@code network} gives it, in orange with a cross where that is
   * not its class; an IllegalArgumentException if there is no row}
   */
  public static Picture of(Network network, Map<String, Dataset> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("pictures of answers need a row of images, found none");
    }
    INDArray first = rows.values().iterator().next().features();
    double black = first.minNumber().doubleValue();
    double white = first.maxNumber().doubleValue();
    int most = rows.values().stream().mapToInt(Dataset::size).max().orElseThrow();
    StringBuilder elements = new StringBuilder();
    StringBuilder words = new StringBuilder();
    int y = 16;
    for (Map.Entry<String, Dataset> row : rows.entrySet()) {
      Dataset data = row.getValue();
      int[] answers = network.classify(data.features());
      elements.append(text(16, y + SIDE / 2 + 5, "start", Drawing.INK, row.getKey()));
      words.append(row.getKey()).append(":");
      for (int i = 0; i < data.size(); i++) {
        boolean isRight = answers[i] == data.classOf(i);
        int x = LEFT + i * STEP;
        elements.append(image(x, y, data, i, black, white));
        String answer = answers[i] + (isRight ? " ✓" : " ✗");
        String color = isRight ? Drawing.GREEN : Drawing.ORANGE;
        elements.append(text(x + SIDE / 2, y + SIDE + 18, "middle", color, answer));
        words.append(" ").append(answers[i]).append(isRight ? "" : " (wrong)");
      }
      words.append("; ");
      y += DOWN;
    }
    String shown = "what the network answers, " + words.substring(0, words.length() - 2);
    return new Picture(card(LEFT + most * STEP + 8, y, shown, elements), shown);
  }

  private static String card(int width, int height, String words, CharSequence elements) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" \
    viewBox="0 0 %2$s %3$s" font-family="Arial, Helvetica, Liberation Sans, sans-serif" \
    font-size="14" style="max-width:100%%;height:auto">
    <rect width="%2$s" height="%3$s" rx="8" fill="#FFFFFF"/>
    %s</svg>
    """
        .formatted(words, width, height, elements);
  }

  private static String text(int x, int y, String anchor, String color, String text) {
    String form = "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n";
    return form.formatted(x, y, anchor, color, text);
  }

  private static String image(int x, int y, Dataset data, int row, double black, double white) {
    List<Integer> shape = data.sampleShape();
    int height = shape.get(shape.size() - 2);
    int width = shape.get(shape.size() - 1);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      double share = (data.features().getDouble(row, i) - black) / (white - black);
      int gray = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
      image.getRaster().setSample(i % width, i / width, 0, gray);
    }
    String form =
        "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%3$s\" style=\"image-rendering:pixelated\""
            + " href=\"data:image/png;base64,%s\"/>\n";
    return form.formatted(x, y, SIDE, Base64.getEncoder().encodeToString(png(image)));
  }

  /** An image on which nothing is drawn: 0 to 254 are black to white, 255 is what is behind it. */
  static BufferedImage clear(int width, int height) {
    byte[] grays = new byte[256];
    IntStream.range(0, 255).forEach(i -> grays[i] = (byte) i);
    IndexColorModel colors = new IndexColorModel(8, 256, grays, grays, grays, 255);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
    int[] nothing = IntStream.generate(() -> 255).limit((long) width * height).toArray();
    image.getRaster().setSamples(0, 0, width, height, 0, nothing);
    return image;
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture cannot be encoded", e);
    }
    return bytes.toByteArray();
  }
}
