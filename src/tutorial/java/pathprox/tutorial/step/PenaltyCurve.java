package pathprox.tutorial.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Line;
import pathprox.plot.LineStyle;
import pathprox.plot.Lines;
import pathprox.plot.PlotlyWords;
import pathprox.plot.Run;
import pathprox.tutorial.Panels;
import tech.tablesaw.api.Table;

/** What does each penalty cost, and what does its proximal operator leave of a norm? */
public final class PenaltyCurve {
  private static final LineStyle UNCHANGED = new LineStyle("#9A9A9A", "dot", "circle");

  private static final Map<String, Object> AXES =
      PlotlyWords.of("{xaxis: {hoverformat: '.3~g'}, yaxis: {rangemode: 'tozero'}}");

  private static final Map<String, Object> RING =
      PlotlyWords.of(
          """
          {
            type: 'scatter', mode: 'markers', xaxis: 'x2', yaxis: 'y2', showlegend: false,
            name: 'equal', marker: {symbol: 'circle-open', size: 14, color: '#222222',
                                    line: {width: 2}}
          }
          """);
  private static final Map<String, Object> NOTE =
      PlotlyWords.of("{xref: 'x2', yref: 'y2', ax: 55, ay: 45, arrowcolor: '#222222'}");

  private PenaltyCurve() {}

  /**
   * Draws the values on the left and the proximal operators on the right, above them the norm
   * itself, dotted, which is what a step without a penalty leaves.
   *
   * @param table one row per penalty and norm, with {@code norm}, {@code value}, {@code prox} and
   *     perhaps {@code run}, the name of the penalty. Not modified.
   * @return a chart with two panels and one line per penalty in each
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    List<Line> values = new ArrayList<>();
    List<Line> proxes = new ArrayList<>();
    for (Run run : Run.in(table, "norm", "value", "prox")) {
      if (proxes.isEmpty()) {
        double[] norms = run.numbers("norm");
        proxes.add(new Line("unchanged", norms, norms, UNCHANGED));
      }
      String name = run.nameOr("penalty");
      values.add(run.line("norm", "value", name));
      proxes.add(run.line("norm", "prox", name));
    }
    return Panels.beside(
        "Penalties and their proximal operators",
        panel(values, "the penalty", "value"),
        panel(proxes, "its proximal operator", "norm after the step"));
  }

  private static Chart panel(List<Line> lines, String title, String quantity) {
    double widest = lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())).max().orElse(1);
    return Lines.chart(title, "norm ‖v‖", quantity, lines)
        .withTraces(Map.of("mode", "lines"))
        .withLayout(AXES)
        .withLayout(Map.of("xaxis", Map.of("range", List.of(0, widest))));
  }

  /**
   * Draws as {@link #of(Table)}, and marks where two proximal operators leave the same norm, above
   * 0: to the left of it the first penalty takes more, to the right of it the second.
   *
   * @param table as there
   * @param first the name of a penalty
   * @param second of another one, on the same norms
   * @return the chart with a ring more, and a note at it
   * @throws IllegalArgumentException as there, or if the operators do not cross
   */
  public static Chart withCrossing(Table table, String first, String second) {
    List<Run> runs = Run.in(table, "norm", "value", "prox");
    double[] norms = named(first, runs).numbers("norm");
    double[] one = named(first, runs).numbers("prox");
    double[] other = named(second, runs).numbers("prox");
    for (int i = 1; i < norms.length; i++) {
      double before = one[i - 1] - other[i - 1];
      double after = one[i] - other[i];
      if (one[i - 1] > 0 && before < 0 && after >= 0) {
        double share = before / (before - after);
        double x = norms[i - 1] + share * (norms[i] - norms[i - 1]);
        return marked(of(table), x, one[i - 1] + share * (one[i] - one[i - 1]));
      }
    }
    throw new IllegalArgumentException(
        "the lines of %s and %s do not cross".formatted(first, second));
  }

  private static Run named(String name, List<Run> runs) {
    return runs.stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no penalty '%s' among %s"
                        .formatted(name, runs.stream().map(Run::name).toList())));
  }

  private static Chart marked(Chart chart, double x, double y) {
    Map<String, Object> ring = new LinkedHashMap<>(RING);
    ring.put("x", List.of(x));
    ring.put("y", List.of(y));
    Map<String, Object> note = new LinkedHashMap<>(NOTE);
    note.put("x", x);
    note.put("y", y);
    note.put("text", String.format(Locale.ROOT, "equal: %.2f → %.2f", x, y));
    List<Map<String, Object>> traces = new ArrayList<>(chart.data());
    traces.add(ring);
    List<Object> notes = new ArrayList<>((List<?>) chart.layout().get("annotations"));
    notes.add(note);
    return new Chart(traces, chart.layout()).withLayout(Map.of("annotations", notes));
  }
}
