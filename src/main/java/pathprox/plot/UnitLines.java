package pathprox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** The lines of {@link Curves#activeUnits}. */
final class UnitLines {
  private static final String ACTIVE = "active_units";
  private static final String STRONG = "strong_units";

  /** The legend has one entry a run, and the title says what the thin lines are. */
  private static final Map<String, Object> THIN =
      PlotlyWords.of("{mode: 'lines', line: {width: 1}, showlegend: false}");

  private UnitLines() {}

  /** Totals of several runs; the total and the pairs of a single one. */
  static List<Line> active(List<Run> runs, String over) {
    return runs.size() == 1
        ? totalAndPairs(runs.get(0), over)
        : runs.stream().map(run -> run.line(over, ACTIVE, run.name())).toList();
  }

  private static List<Line> totalAndPairs(Run run, String over) {
    List<String> columns = new ArrayList<>(List.of(ACTIVE));
    List<String> names = new ArrayList<>(List.of(run.label("total")));
    int pairs = pairs(run.records());
    for (int pair = 1; pair <= pairs && pairs > 1; pair++) {
      columns.add("active_" + pair);
      names.add("pair " + pair);
    }
    List<LineStyle> styles = LineStyle.forNames(names);
    double[] x = run.numbers(over);
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Line(names.get(i), x, run.numbers(columns.get(i)), styles.get(i)))
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

  /** The strong units of the runs that have weak ones. */
  static List<Line> strong(List<Run> runs, String over) {
    return runs.stream()
        .filter(run -> run.records().columnNames().contains(STRONG))
        .filter(run -> !Arrays.equals(run.numbers(STRONG), run.numbers(ACTIVE)))
        .map(run -> run.line(over, STRONG, run.label("strong")))
        .toList();
  }

  static Map<String, Object> thin(Line line) {
    return PlainValues.merge(line.trace(), THIN);
  }
}
