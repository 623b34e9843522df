package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;

/** How many units are still in use, and how many of them carry the function? */
public final class ActiveUnitsCurve {
  private static final String STRONG = "strong_units";

  /** The legend has one entry a run, and the title says what the thin lines are. */
  private static final Map<String, Object> THIN =
      Map.of("mode", "lines", "line", Map.of("width", 1), "showlegend", false);

  private ActiveUnitsCurve() {}

  /**
   * Draws the number of active units over the iterations.
   *
   * <p>Several runs are compared by their totals; a single run with several unit pairs shows a line
   * for each pair and one for the total. A thin line of the same color shows the strong units of a
   * run, where they are fewer than the active ones.
   *
   * @param table one row per record, with {@code iteration}, {@code active_units}, perhaps {@code
   *     active_1}, {@code active_2}, …, perhaps {@code strong_units} and perhaps {@code run}. Not
   *     modified.
   * @return a chart with as many points per line as the run has records
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart of(Table table) {
    return over(Abscissa.ITERATIONS, table);
  }

  /**
   * Draws the number of active units over the seconds that the steps took, as {@link #of} does.
   *
   * @param table one row per record, with {@code seconds} in place of {@code iteration}. Not
   *     modified.
   * @return a chart with as many points per line as the run has records
   * @throws IllegalArgumentException if a column is missing or not numeric
   */
  public static Chart overSeconds(Table table) {
    return over(Abscissa.SECONDS, table);
  }

  private static Chart over(Abscissa abscissa, Table table) {
    List<Run> runs = Run.in(table, abscissa.column(), "active_units");
    List<Curve> active =
        runs.size() == 1 ? totalAndPairs(runs.get(0), abscissa) : totals(runs, abscissa);
    List<Curve> strong =
        runs.stream()
            .filter(ActiveUnitsCurve::hasWeakUnits)
            .map(run -> Curve.of(run, Curve.label(run, "strong"), abscissa, STRONG, run.style()))
            .toList();
    Axis axis = Axis.builder().title("active units").build();
    String title = strong.isEmpty() ? "Active units" : "Active units; thin: strong ones";
    Chart chart = Curve.chart(active, title, abscissa, axis);
    Chart thin = Curve.chart(strong, title, abscissa, axis).withTraces(THIN);
    List<Map<String, Object>> traces = new ArrayList<>(chart.data());
    traces.addAll(thin.data());
    return new Chart(traces, chart.layout())
        .withLayout(Map.of("yaxis", Map.of("rangemode", "tozero")));
  }

  private static boolean hasWeakUnits(Run run) {
    return run.records().columnNames().contains(STRONG)
        && !Arrays.equals(run.numbers(STRONG), run.numbers("active_units"));
  }

  private static List<Curve> totals(List<Run> runs, Abscissa abscissa) {
    return runs.stream()
        .map(run -> Curve.of(run, run.name(), abscissa, "active_units", run.style()))
        .toList();
  }

  private static List<Curve> totalAndPairs(Run run, Abscissa abscissa) {
    List<String> columns = new ArrayList<>(List.of("active_units"));
    List<String> names = new ArrayList<>(List.of(Curve.label(run, "total")));
    int pairs = pairs(run.records());
    for (int pair = 1; pair <= pairs && pairs > 1; pair++) {
      columns.add("active_" + pair);
      names.add("pair " + pair);
    }
    List<LineStyle> styles = LineStyle.forNames(names);
    return IntStream.range(0, names.size())
        .mapToObj(i -> Curve.of(run, names.get(i), abscissa, columns.get(i), styles.get(i)))
        .toList();
  }

  /** Counts the pairs of the run; tables of several networks have empty columns beyond them. */
  private static int pairs(Table records) {
    int pairs = 0;
    while (records.columnNames().contains("active_" + (pairs + 1))
        && records.column("active_" + (pairs + 1)).countMissing() < records.rowCount()) {
      pairs++;
    }
    return pairs;
  }
}
