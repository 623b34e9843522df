package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import pathprox.plot.Line;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;

/**
 * The way of one unit through the plane of norms, with an arrow at the end of each part.
 *
 * @param unit one row per part, with {@code part}, {@code w_norm} and {@code v_norm}
 */
record UnitWay(Run unit) {
  /** Points in each part, so that what is straight in logarithms looks as curved as it is. */
  private static final int POINTS = 8;

  /** Markers of several sizes would be transparent bubbles with white edges. */
  static final Map<String, Object> ARROWS =
      PlotlyWords.of(
          """
          {
            mode: 'lines+markers+text', line: {dash: 'solid', backoff: 0},
            marker: {opacity: 1, line: {width: 0}, angleref: 'previous', maxdisplayed: 0}
          }
          """);

  private static final int START_SIZE = 7;
  private static final int ARROW_SIZE = 13;

  Line line() {
    String name = unit.nameOr("unit");
    return new Line(
        name, between(unit.numbers("w_norm")), between(unit.numbers("v_norm")), unit.style());
  }

  /** Goes from one number to the next by equal factors, or to and from 0 by equal steps. */
  private static double[] between(double[] numbers) {
    DoubleStream.Builder points = DoubleStream.builder();
    for (int part = 0; part < numbers.length; part++) {
      double from = numbers[Math.max(0, part - 1)];
      double to = numbers[part];
      for (int i = 1; i < POINTS && part > 0; i++) {
        double share = (double) i / POINTS;
        points.add(
            from > 0 && to > 0 ? from * Math.pow(to / from, share) : from + (to - from) * share);
      }
      points.add(to);
    }
    return points.build().toArray();
  }

  /** A dot at the start, arrows, and labels where they do not lie on the way. */
  Map<String, Object> arrows() {
    double[] w = unit.numbers("w_norm");
    double[] v = unit.numbers("v_norm");
    List<String> parts = unit.records().stringColumn("part").asList();
    List<Object> texts = new ArrayList<>();
    List<Object> places = new ArrayList<>();
    List<Object> sizes = new ArrayList<>();
    List<Object> symbols = new ArrayList<>();
    for (int part = 0; part < w.length; part++) {
      for (int i = 1; i < POINTS && part > 0; i++) {
        texts.add("");
        places.add("top center");
        sizes.add(0);
        symbols.add("circle");
      }
      texts.add(parts.get(part));
      places.add(part == 0 ? "bottom left" : place(w[part] - w[part - 1], v[part] - v[part - 1]));
      sizes.add(part == 0 ? START_SIZE : ARROW_SIZE);
      symbols.add(part == 0 ? "circle" : "arrow");
    }
    return Map.of(
        "text", texts,
        "textposition", places,
        "marker", Map.of("symbol", symbols, "size", sizes));
  }

  /** Labels lie below an arrow that points down but not right, and above all others. */
  private static String place(double toRight, double up) {
    if (up == 0 && toRight < 0) {
      return "middle left";
    }
    if (up < 0 && toRight <= 0) {
      return toRight < 0 ? "bottom right" : "bottom center"; // on the left the start may be
    }
    return "top center";
  }
}
