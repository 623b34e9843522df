package pathprox.tutorial.spline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import tech.tablesaw.api.Table;

/** What function has a network of one input learned, where are its knots, and how strong? */
public final class SplineCurve {
  private static final Map<String, Object> SAMPLES =
      PlotlyWords.of("{mode: 'markers', marker: {color: '#8A8A8A', size: 5}}");
  private static final int KNOT_SIZE = 9;
  private static final int STEP_SIZE = 5;

  /** The function above, what its units cost below. */
  private static final Map<String, Object> PANELS =
      PlotlyWords.of(
          """
          {
            height: 580, hovermode: 'closest', showlegend: true,
            margin: {l: 70, r: 25, t: 110, b: 60},
            xaxis: {hoverformat: '.4~g', anchor: 'y2'}, yaxis: {domain: [0.44, 1]},
            yaxis2: {
              title: {text: 'path norm up to x', standoff: 10, font: {size: 14}},
              domain: [0, 0.36], anchor: 'x', automargin: true, hoverformat: '.4~g', nticks: 5,
              showline: true, linecolor: '#222222', ticks: 'outside', gridcolor: '#E3E3E3',
              zeroline: false, rangemode: 'tozero'
            },
            legend: {orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom'}
          }
          """);

  private static final Map<String, Object> BELOW =
      PlotlyWords.of("{yaxis: 'y2', showlegend: false, line: {shape: 'hv', width: 1.5}}");

  private SplineCurve() {}

  /**
   * Draws samples as gray points and each spline as straight lines with a marker at each knot;
   * below, stairs that rise at each knot by what its unit adds to the path norm, the change of
   * slope, and so end at the path norm of the network: few high steps or many low ones.
   *
   * @param table rows with {@code run}, {@code part} ("data" for samples; "knot" and "end" for the
   *     points of a spline, from left to right), {@code x}, {@code y} and {@code path_norm}. Not
   *     modified.
   * @return a chart with a trace for the samples and two for each spline, whose name in the legend
   *     ends with the number of knots that are drawn
   * @throws IllegalArgumentException if a column is missing, or one of the last three is not
   *     numeric
   */
  public static Chart of(Table table) {
    if (!table.columnNames().contains("part")) {
      throw new IllegalArgumentException(
          "the table has no column 'part', its columns are " + table.columnNames());
    }
    List<Run> splines = new ArrayList<>();
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Run run : Run.in(table, "x", "y", "path_norm")) {
      if (parts(run).contains("data")) {
        traces.add(samples(run));
      } else {
        splines.add(withOwnStyle(run));
      }
    }
    int first = traces.size();
    splines.forEach(run -> traces.addAll(List.of(curve(run).trace(), stairs(run).trace())));
    String title = splines.isEmpty() ? "Samples" : "Splines";
    Chart chart = new Chart(traces, Lines.chart(title, "x", "y", List.of()).layout());
    for (int i = 0; i < splines.size(); i++) {
      List<Integer> sizes = sizes(splines.get(i), KNOT_SIZE);
      chart = chart.withTrace(first + 2 * i, markers(sizes)).withTrace(first + 2 * i + 1, BELOW);
      List<Integer> small = sizes(splines.get(i), STEP_SIZE);
      chart = chart.withTrace(first + 2 * i + 1, markers(small));
    }
    return splines.isEmpty() ? chart : chart.withLayout(PANELS);
  }

  /** Weight decay with momentum looks as it does beside plain weight decay. */
  private static Run withOwnStyle(Run run) {
    if (!run.name().startsWith("weight decay with momentum")) {
      return run;
    }
    LineStyle second = LineStyle.forNames(List.of("weight decay", run.name())).get(1);
    return new Run(run.name(), run.records(), second);
  }

  private static List<String> parts(Run run) {
    return run.records().stringColumn("part").asList();
  }

  private static Map<String, Object> samples(Run run) {
    Map<String, Object> trace = new LinkedHashMap<>(run.line("x", "y", run.name()).trace());
    trace.putAll(SAMPLES);
    return trace;
  }

  private static Line curve(Run run) {
    List<String> parts = parts(run);
    double[] x = run.numbers("x");
    // Two units may share one.
    long knots =
        IntStream.range(0, x.length)
            .filter(i -> parts.get(i).equals("knot"))
            .mapToDouble(i -> x[i])
            .distinct()
            .count();
    String name = "%s, %s %s".formatted(run.name(), knots, knots == 1 ? "knot" : "knots");
    return run.line("x", "y", name);
  }

  private static Line stairs(Run run) {
    return run.line("x", "path_norm", run.name() + ", path norm").dashed("solid");
  }

  /** The ends of a spline are no knots: they get no marker. */
  private static List<Integer> sizes(Run run, int size) {
    return parts(run).stream().map(part -> part.equals("knot") ? size : 0).toList();
  }

  private static Map<String, Object> markers(List<Integer> sizes) {
    return Map.of("marker", Map.of("size", sizes, "maxdisplayed", 0, "line", Map.of("width", 0)));
  }
}
