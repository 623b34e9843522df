package pathprox.tutorial.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;

/** Which way gives the more accurate network, and are the differences larger than the spread? */
public final class ContestCurve {
  private static final Map<String, Object> LAYOUT =
      PlotlyWords.of(
          """
          {height: 430, showlegend: false, hovermode: 'closest',
           margin: {l: 205, r: 25, t: 60, b: 60}, title: {xref: 'container', x: 0.02},
           xaxis: {hoverformat: '.2f'}}
          """);
  private static final double BELOW = 0.22; // how far the dots are below the bar, of a row's height
  private static final double SPREAD = 0.03; // between the dots of two seeds
  private static final double ROOM_ABOVE = 1.2; // for the word of a thumbnail

  private ContestCurve() {}

  /**
   * Draws a row for each way: a dot for each seed, and the mean with a bar of one standard
   * deviation to each side.
   *
   * @param contest with one entry or more
   * @return a chart with two traces a row, the first entry at the top
   */
  public static Chart of(Contest contest) {
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Contest.Entry entry : contest.entries()) {
      double place = -places.size();
      LineStyle style = WayStyles.of(entry.name());
      lines.add(new Line(entry.name() + ", a seed", entry.percent(), around(place, entry), style));
      lines.add(new Line(entry.name(), new double[] {entry.mean()}, new double[] {place}, style));
      names.add(String.format(Locale.ROOT, "%s (%.0f)", entry.name(), entry.meanUnits()));
      places.add(-places.size());
    }
    Chart chart =
        Lines.chart("Test accuracy by method (units)", "test accuracy (%)", "", lines)
            .withLayout(LAYOUT)
            .withLayout(Map.of("yaxis", rows(places, names)));
    for (int row = 0; row < places.size(); row++) {
      double deviation = contest.entries().get(row).deviation();
      chart = chart.withTrace(2 * row, dots()).withTrace(2 * row + 1, bar(deviation));
    }
    return chart;
  }

  private static double[] around(double place, Contest.Entry entry) {
    double[] places = new double[entry.percent().length];
    Arrays.setAll(places, i -> place - BELOW + SPREAD * (i - (places.length - 1) / 2.0));
    return places;
  }

  private static Map<String, Object> rows(List<Integer> places, List<String> names) {
    return Map.of(
        "tickvals",
        places,
        "ticktext",
        names,
        "range",
        List.of(Collections.min(places) - 0.5, ROOM_ABOVE),
        "minor",
        Map.of("ticks", ""));
  }

  private static Map<String, Object> dots() {
    return PlotlyWords.of("{mode: 'markers', opacity: 0.45, marker: {size: 7, symbol: 'circle'}}");
  }

  private static Map<String, Object> bar(double deviation) {
    return Map.of(
        "mode",
        "markers",
        "marker",
        Map.of("size", 13),
        "error_x",
        Map.of("type", "data", "array", List.of(deviation), "thickness", 2.5, "width", 8));
  }
}
