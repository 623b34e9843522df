package pathprox.tutorial.network;

import java.util.ArrayList;
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

/** Bounds on how far outputs move, over the objective. */
public final class BoundCurve {
  private static final LineStyle BLACK = new LineStyle("#222222", "solid", "x");
  private static final Map<String, Object> AXES =
      PlotlyWords.of(
          """
          {
            height: 520, hovermode: 'closest',
            xaxis: {
              type: 'log', tickvals: [0.03, 0.05, 0.1, 0.2], ticktext: ['0.03', '0.05', '0.1', '0.2'],
              minor: {ticks: ''}, hoverformat: '.3~g'
            },
            yaxis: {type: 'log', tickformat: ',~r', dtick: 1, minor: {ticks: ''}}
          }
          """);

  private BoundCurve() {}

  /**
   * {@return a chart of {@code bound} and, in thin lines, {@code spectral} over {@code objective},
   * a line for each run of {@code table}, the columns of a {@link BoundTrace}, and {@code ceiling};
   * both axes are logarithmic; an IllegalArgumentException if a column is missing}
   */
  public static Chart of(Table table) {
    List<Run> runs = Run.in(table, "objective", "bound", "ceiling", "spectral");
    List<Line> lines = new ArrayList<>();
    lines.add(ceiling(table));
    runs.forEach(run -> lines.add(run.line("objective", "bound", run.name())));
    runs.forEach(run -> lines.add(run.line("objective", "spectral", run.label("spectral"))));
    String y = "outputs move / inputs move, at most";
    Chart chart =
        Lines.chart("Path norms (above) and spectral norms (thin, below)", "objective", y, lines)
            .withTrace(0, Map.of("mode", "lines", "line", Map.of("width", 1)))
            .withLayout(AXES);
    for (int i = 1 + runs.size(); i < lines.size(); i++) {
      chart = chart.withTrace(i, Map.of("showlegend", false, "line", Map.of("width", 1)));
    }
    return chart;
  }

  private static Line ceiling(Table table) {
    double[] objectives = table.numberColumn("objective").asDoubleArray();
    double[] ceilings = table.numberColumn("ceiling").asDoubleArray();
    int[] order =
        IntStream.range(0, objectives.length)
            .boxed()
            .sorted((a, b) -> Double.compare(objectives[a], objectives[b]))
            .mapToInt(i -> i)
            .toArray();
    double[] x = IntStream.of(order).mapToDouble(i -> objectives[i]).toArray();
    double[] y = IntStream.of(order).mapToDouble(i -> ceilings[i]).toArray();
    return new Line("path norms: highest possible", x, y, BLACK);
  }
}
