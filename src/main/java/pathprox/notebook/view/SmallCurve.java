package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small curve as an image, as JupyterLab drops SVG elements of notebooks not yet run. */
final class SmallCurve {
  private static final String COLOR = "#2E86DE"; // reads on white and on black
  private static final int WIDTH = 180;
  private static final int HEIGHT = 48;
  private static final int MARGIN = 3;

  private SmallCurve() {}

  static String ofTraining(DoubleStream objectives, DoubleStream activeUnits) {
    String objective = html("objective, log scale", objectives.map(Math::log).toArray());
    return "<div>" + objective + html("active units", activeUnits.toArray()) + "</div>\n";
  }

  static String html(String label, double[] values) {
    String curve = Base64.getEncoder().encodeToString(svg(values).getBytes(StandardCharsets.UTF_8));
    return """
        <span style="display:inline-block;margin-right:2em"><small>%s</small><br>\
        <img alt="%1$s" width="%s" height="%s" src="data:image/svg+xml;base64,%s"></span>
        """
        .formatted(Html.escaped(label), WIDTH, HEIGHT, curve);
  }

  static String svg(double[] values) {
    NumberSummary finite = NumberSummary.of(Stream.of(values));
    String points =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .mapToObj(i -> point((double) i / Math.max(1, values.length - 1), values[i], finite))
            .collect(Collectors.joining(" "));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s">\
        <polyline fill="none" stroke="%s" stroke-width="1.5" points="%s"/></svg>"""
        .formatted(WIDTH, HEIGHT, COLOR, points);
  }

  private static String point(double place, double value, NumberSummary all) {
    double level = NumberSummary.level(value, all.getMin(), all.getMax());
    double x = MARGIN + (WIDTH - 2.0 * MARGIN) * place;
    double y = MARGIN + (HEIGHT - 2.0 * MARGIN) * (1 - level);
    return String.format(ROOT, "%.1f,%.1f", x, y);
  }
}
