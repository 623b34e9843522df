package pathprox.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * One line of a figure, or its markers alone.
 *
 * @param name what the legend calls it, shown as it is written
 * @param x the places of its points. Not modified.
 * @param y what was measured there, NaN where nothing was. Not modified.
 * @param style how it is drawn
 */
public record Line(String name, double[] x, double[] y, LineStyle style) {
  /** A few markers tell the lines apart, and show a line that has one point only. */
  private static final Map<String, Object> TRACE =
      PlotlyWords.of(
          """
          {type: 'scatter', mode: 'lines+markers',
           line: {width: 2}, marker: {size: 8, maxdisplayed: 12}}
          """);

  /** Each is called after its run, or after the quantity if it has no name. */
  static List<Line> perRun(Table table, String x, String y, String quantity) {
    return Run.in(Restarts.numbered(table), x, y).stream()
        .map(run -> run.line(x, y, run.nameOr(quantity)))
        .toList();
  }

  /** {@return the line in Plotly's words: a trace of type scatter, with a few markers} */
  public Map<String, Object> trace() {
    return PlainValues.merge(
        TRACE,
        Map.of(
            "name", PlotlyMarkup.literal(name),
            "x", Arrays.stream(x).boxed().toList(),
            "y", Arrays.stream(y).boxed().toList(),
            "line", Map.of("color", style.color(), "dash", style.dash()),
            "marker", Map.of("color", style.color(), "symbol", style.symbol())));
  }

  Line inPercent() {
    return new Line(name, x, Arrays.stream(y).map(share -> 100 * share).toArray(), style);
  }

  /** {@return this line with {@code dash}, in Plotly's words, such as {@code solid}} */
  public Line dashed(String dash) {
    return new Line(name, x, y, new LineStyle(style.color(), dash, style.symbol()));
  }

  boolean hasValues() {
    return !Arrays.stream(y).allMatch(Double::isNaN);
  }

  @Override
  public String toString() {
    return name + ": " + x.length + " points";
  }
}
