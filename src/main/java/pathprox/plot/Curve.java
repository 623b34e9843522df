package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * One line over the iterations of a training, or over trainings.
 *
 * @param name what the legend calls it
 * @param places where it was measured: the iterations, or λ
 * @param values what was measured there, NaN where nothing was
 * @param style how it is drawn
 */
public record Curve(String name, double[] places, double[] values, LineStyle style) {
  private static final double PERCENT = 100;
  private static final double LINE_WIDTH = 2;
  private static final double MARKER_SIZE = 8;
  private static final int MOST_MARKERS = 12;

  /**
   * Reads the line of one run.
   *
   * @param run has the columns {@code iteration} and that of the values
   * @param name what the legend calls it
   * @param column the values
   * @param style how it is drawn
   * @return a line over the iterations
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Curve of(Run run, String name, String column, LineStyle style) {
    return of(run, name, Abscissa.ITERATIONS, column, style);
  }

  static Curve of(Run run, String name, Abscissa over, String column, LineStyle style) {
    return new Curve(name, run.numbers(over.column()), run.numbers(column), style);
  }

  /** One line for each run of a table, called after it, or after the quantity if it has no name. */
  static List<Curve> perRun(Table table, String places, String values, String quantity) {
    return Run.in(table, places, values).stream()
        .map(
            run ->
                new Curve(
                    run.nameOr(quantity), run.numbers(places), run.numbers(values), run.style()))
        .toList();
  }

  /** The same line with shares as percents. */
  Curve inPercent() {
    double[] percents = Arrays.stream(values).map(share -> PERCENT * share).toArray();
    return new Curve(name, places, percents, style);
  }

  /**
   * Names a quantity of a run; a run without a name leaves it to the quantity.
   *
   * @param run perhaps without a name
   * @param quantity what is drawn of it
   * @return what a legend calls it
   */
  public static String label(Run run, String quantity) {
    return run.name().isEmpty() ? quantity : run.name() + ", " + quantity;
  }

  /** Tells whether anything was measured. */
  boolean hasValues() {
    return !Arrays.stream(values).allMatch(Double::isNaN);
  }

  /**
   * Draws lines into one figure.
   *
   * @param curves the lines, the last one on top
   * @param title the title of the figure
   * @param yAxis what is measured, with its unit, and how it is scaled
   * @return a figure over the iterations
   */
  public static Chart chart(List<Curve> curves, String title, Axis yAxis) {
    return chart(curves, title, Abscissa.ITERATIONS, yAxis);
  }

  /** Draws lines over the iterations or the seconds of trainings. */
  static Chart chart(List<Curve> curves, String title, Abscissa over, Axis yAxis) {
    return chart(curves, title, over.axis(), yAxis).withLayout(over.layout());
  }

  /**
   * Draws lines over something else than iterations.
   *
   * @param curves the lines, the last one on top
   * @param title the title of the figure
   * @param xAxis over what they are drawn
   * @param yAxis what is measured, with its unit, and how it is scaled
   * @return a figure with a legend if there are several lines
   */
  public static Chart chart(List<Curve> curves, String title, Axis xAxis, Axis yAxis) {
    Layout layout =
        Layout.builder(title).xAxis(xAxis).yAxis(yAxis).showLegend(curves.size() > 1).build();
    List<Trace> traces = new ArrayList<>();
    curves.forEach(curve -> traces.add(curve.trace()));
    // A few markers tell the lines apart, and show a line that has one point only.
    return Chart.of(new Figure(layout, traces.toArray(new Trace[0])))
        .withTraces(Map.of("marker", Map.of("maxdisplayed", MOST_MARKERS)))
        .withLayout(Style.lines(curves.size()));
  }

  /** {@return the line as a trace of jsplot} */
  public Trace trace() {
    return ScatterTrace.builder(places, values)
        .name(name)
        .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
        .line(Line.builder().color(style.color()).dash(style.dash()).width(LINE_WIDTH).build())
        .marker(
            Marker.builder().color(style.color()).symbol(style.symbol()).size(MARKER_SIZE).build())
        .build();
  }
}
