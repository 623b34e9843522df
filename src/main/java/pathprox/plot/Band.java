package pathprox.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An area between two curves, behind the line that it belongs to. */
final class Band {
  private static final Map<String, Object> EDGE =
      PlotlyWords.of(
          """
          {mode: 'lines', line: {width: 0}, marker: {size: 0}, showlegend: false,
           hoverinfo: 'skip', type: 'scatter'}
          """);
  private static final double OPACITY = 0.15;

  private Band() {}

  /**
   * Two traces with these names, the upper one filled down to the lower in a pale {@code color}.
   */
  static List<Map<String, Object>> traces(
      double[] x, double[] low, double[] high, String color, List<String> names) {
    String pale = LineStyle.pale(color, OPACITY);
    return List.of(
        edge(x, low, Map.of("name", names.get(0))),
        edge(x, high, Map.of("name", names.get(1), "fill", "tonexty", "fillcolor", pale)));
  }

  /** A curve that is not seen. */
  static Map<String, Object> edge(double[] x, double[] y, Map<String, Object> more) {
    Map<String, Object> places =
        Map.of("x", Arrays.stream(x).boxed().toList(), "y", Arrays.stream(y).boxed().toList());
    return PlainValues.merge(PlainValues.merge(EDGE, places), more);
  }
}
