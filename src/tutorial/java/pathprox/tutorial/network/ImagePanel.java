package pathprox.tutorial.network;

import static pathprox.plot.PlotlyWords.merged;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import pathprox.plot.Chart;
import pathprox.plot.PlotlyWords;

/** A panel of a figure with images and words in it, x to the right and y down from 0, 0. */
final class ImagePanel {
  private static final double BETWEEN = 0.06; // panels, as a share of the figure

  private static final Map<String, Object> IMAGE =
      PlotlyWords.of("{type: 'image', name: 'images', hoverinfo: 'skip'}");
  private static final Map<String, Object> NOTE =
      PlotlyWords.of(
          """
          {xanchor: 'left', yanchor: 'bottom', align: 'left', showarrow: false, font: {size: 14}}
          """);
  private static final Map<String, Object> AXIS =
      PlotlyWords.of("{visible: false, fixedrange: true, constrain: 'domain'}");
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {
            width: 800, showlegend: false, margin: {l: 20, r: 20, t: 100, b: 60},
            font: {size: 13, color: '#767676'},
            paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
            title: {x: 0, xref: 'paper', xanchor: 'left', font: {size: 16}}
          }
          """);

  private final int number;
  private final int count;
  private final double across;
  private final double down;
  private final List<Map<String, Object>> traces = new ArrayList<>();
  private final List<Map<String, Object>> notes = new ArrayList<>();

  /**
   * Panel {@code number}, from 0, of {@code count} side by side: {@code across} × {@code down} of
   * its own units, under a heading.
   */
  ImagePanel(int number, int count, double across, double down, String heading) {
    this.number = number;
    this.count = count;
    this.across = across;
    this.down = down;
    Map<String, Object> above = Map.of("text", heading, "x", left(), "y", 1);
    notes.add(merged(merged(NOTE, above), Map.of("xref", "paper", "yref", "paper")));
  }

  private String axis(String letter) {
    return number == 0 ? letter : letter + (number + 1);
  }

  private double left() {
    return number * (1 + BETWEEN) / count;
  }

  /** An image from {@code x}, {@code y}, with pixels of {@code side}. */
  ImagePanel image(BufferedImage image, double x, double y, double side) {
    String source = "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    // Plotly wants the middle of the first pixel.
    Map<String, Object> place =
        Map.of("x0", x + side / 2, "y0", y + side / 2, "dx", side, "dy", side);
    return trace(merged(merged(IMAGE, place), Map.of("source", source)));
  }

  /** A trace in the panel. */
  ImagePanel trace(Map<String, Object> trace) {
    traces.add(merged(trace, Map.of("xaxis", axis("x"), "yaxis", axis("y"))));
    return this;
  }

  /** A text above {@code x}, {@code y}. */
  ImagePanel note(double x, double y, String text) {
    Map<String, Object> place = Map.of("x", x, "y", y, "xref", axis("x"), "yref", axis("y"));
    notes.add(merged(merged(NOTE, place), Map.of("text", text)));
    return this;
  }

  private Map<String, Object> axes() {
    List<Double> domain = List.of(left(), left() + (1 - (count - 1) * BETWEEN) / count);
    Map<String, Object> x = Map.of("domain", domain, "range", List.of(0, across));
    Map<String, Object> y = Map.of("range", List.of(down, 0), "scaleanchor", axis("x"));
    return Map.of(
        axis("xaxis"),
            merged(merged(AXIS, x), Map.of("anchor", axis("y"), "constraintoward", "left")),
        axis("yaxis"),
            merged(merged(AXIS, y), Map.of("anchor", axis("x"), "constraintoward", "top")));
  }

  /** The panels side by side under a title. */
  static Chart chart(String title, List<ImagePanel> panels) {
    Map<String, Object> axes = new LinkedHashMap<>();
    panels.forEach(panel -> axes.putAll(panel.axes()));
    return new Chart(panels.stream().flatMap(panel -> panel.traces.stream()).toList(), LAYOUT)
        .withLayout(axes)
        .withLayout(
            Map.of("annotations", panels.stream().flatMap(it -> it.notes.stream()).toList()))
        .withTitle(title);
  }

  /** An image of {@code colors}, as 0xAARRGGBB, on which nothing is drawn yet: all pixels are 0. */
  static BufferedImage sheet(int width, int height, int... colors) {
    IndexColorModel model =
        new IndexColorModel(8, colors.length, colors, 0, true, -1, DataBuffer.TYPE_BYTE);
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
  }

  /** Draws a rectangle of one color of a sheet, by its number. */
  static void fill(BufferedImage sheet, int x, int y, int width, int height, int color) {
    int[] all = IntStream.generate(() -> color).limit((long) width * height).toArray();
    sheet.getRaster().setSamples(x, y, width, height, 0, all);
  }

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
