package pathprox.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A curve the size of a stamp, as an image.
 *
 * <p>As an {@code svg} element it could have the color of the text, but JupyterLab drops those from
 * the HTML of a notebook that was opened and not yet run; an image stays.
 */
final class SmallCurve {
  /** Reads on white and on black. */
  private static final String COLOR = "#2E86DE";

  private static final int WIDTH = 180;
  private static final int HEIGHT = 48;
  private static final int MARGIN = 3;

  private SmallCurve() {}

  /** The two curves of a training: its objective and the active units of all pairs. */
  static String ofTraining(double[] objectives, double[] activeUnits) {
    return html("objective, log scale", Arrays.stream(objectives).map(Math::log).toArray())
        + html("active units", activeUnits);
  }

  /**
   * Draws values at equal distances, the smallest at the bottom and the largest at the top.
   *
   * @param label written beside the curve and read out by screen readers
   * @param values any numbers; those that are not finite are left out. Not modified.
   * @return the label with an {@code img} element that holds the curve
   */
  static String html(String label, double[] values) {
    String curve = Base64.getEncoder().encodeToString(svg(values).getBytes(StandardCharsets.UTF_8));
    return """
        <span style="display:inline-block;margin-right:2em"><small>%s</small><br>\
        <img alt="%1$s" width="%d" height="%d" src="data:image/svg+xml;base64,%s"></span>
        """
        .formatted(HtmlTable.escaped(label), WIDTH, HEIGHT, curve);
  }

  /** The curve alone. */
  static String svg(double[] values) {
    double min = finite(values).min().orElse(0);
    double max = finite(values).max().orElse(0);
    String points =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .mapToObj(i -> point(i, values.length, (values[i] - min) / (max - min)))
            .collect(Collectors.joining(" "));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d">\
        <polyline fill="none" stroke="%s" stroke-width="1.5" points="%s"/></svg>"""
        .formatted(WIDTH, HEIGHT, COLOR, points);
  }

  private static DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  /** A flat curve has no height to divide by, so it is drawn in the middle. */
  private static String point(int index, int count, double share) {
    double x = MARGIN + (WIDTH - 2.0 * MARGIN) * index / Math.max(1, count - 1);
    double y = MARGIN + (HEIGHT - 2.0 * MARGIN) * (Double.isFinite(share) ? 1 - share : 0.5);
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }
}
