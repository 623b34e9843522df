package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    double[] logs = Arrays.stream(objectives).map(Math::log).toArray();
    return "<div>"
        + html("objective, log scale", logs)
        + html("active units", activeUnits)
        + "</div>\n";
  }

  /** The label, beside the curve and for screen readers, with an image of the {@link #svg}. */
  static String html(String label, double[] values) {
    String curve = Base64.getEncoder().encodeToString(svg(values).getBytes(StandardCharsets.UTF_8));
    return """
        <span style="display:inline-block;margin-right:2em"><small>%s</small><br>\
        <img alt="%1$s" width="%s" height="%s" src="data:image/svg+xml;base64,%s"></span>
        """
        .formatted(Html.escaped(label), WIDTH, HEIGHT, curve);
  }

  /**
   * Values at equal distances, the smallest at the bottom and the largest at the top; those that
   * are not finite are left out.
   */
  static String svg(double[] values) {
    NumberSummary finite = NumberSummary.of(Stream.of(values));
    String points =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .mapToObj(
                i ->
                    point(
                        i,
                        values.length,
                        NumberSummary.level(values[i], finite.min(), finite.max())))
            .collect(Collectors.joining(" "));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s">\
        <polyline fill="none" stroke="%s" stroke-width="1.5" points="%s"/></svg>"""
        .formatted(WIDTH, HEIGHT, COLOR, points);
  }

  private static String point(int index, int count, double level) {
    double x = MARGIN + (WIDTH - 2.0 * MARGIN) * index / Math.max(1, count - 1);
    double y = MARGIN + (HEIGHT - 2.0 * MARGIN) * (1 - level);
    return String.format(ROOT, "%.1f,%.1f", x, y);
  }
}
