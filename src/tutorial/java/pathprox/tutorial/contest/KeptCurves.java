package pathprox.tutorial.contest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.plot.LineStyle;
import pathprox.plot.PlotlyWords;
import pathprox.plot.SignificantDigits;
import pathprox.table.TableFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Curves of long trainings, kept in files with a row for each record: {@code method}, {@code seed},
 * {@code iteration}, and what was measured.
 */
public final class KeptCurves {
  private static final String[] COLUMNS = {
    "method", "seed", "iteration", "objective", "active_units", "test_accuracy"
  };

  /** The story of these runs is over the decades of iterations. */
  private static final Map<String, Object> DECADES =
      PlotlyWords.of("{xaxis: {type: 'log', dtick: 'D2', tickformat: '~s', hoverformat: ',d'}}");

  private static final String AUTHORS = "authors, ";
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private final Table curves;

  private KeptCurves(Table curves) {
    this.curves = curves;
  }

  /**
   * {@return the curves in {@code files}, together; of the authors' files, where accuracies were
   * not recorded, they are missing}
   *
   * @throws IllegalArgumentException if a file cannot be read
   * @throws IllegalStateException if one has not these columns
   */
  public static KeptCurves load(String... files) {
    Table all = null;
    for (String file : files) {
      Table table = TableFile.load(file).selectColumns(COLUMNS);
      all = all == null ? table : all.append(table);
    }
    return new KeptCurves(all);
  }

  /**
   * {@return column {@code what} over the iterations from the first one on, both logarithmic where
   * it is an objective, under {@code title}: for each method the mean over its seeds, with a band
   * from the lowest to the highest}
   */
  public Chart chart(String what, String title) {
    Table later = curves.where(curves.numberColumn("iteration").isGreaterThan(0));
    Table known = later.where(later.numberColumn(what).isNotMissing());
    Chart chart = Curves.overSeeds(known, what).withTitle(title).withLayout(DECADES);
    for (int i = 0; i < chart.data().size(); i++) {
      String name = (String) chart.data().get(i).get("name");
      if (name.startsWith(AUTHORS)) {
        chart = chart.withTrace(i, likeOurs(name.substring(AUTHORS.length())));
      }
    }
    return chart;
  }

  /** A method has one color, whoever measured it; the bands of one run are not seen. */
  private static Map<String, Object> likeOurs(String method) {
    String color = LineStyle.forNames(List.of(method)).get(0).color();
    return Map.of(
        "line",
        Map.of("color", color, "dash", "dot"),
        "marker",
        Map.of("color", color, "symbol", "circle-open"));
  }

  /** {@return {@code what} of {@code method} after {@code iteration}, one number a seed} */
  public double[] each(String method, int iteration, String what) {
    Table rows = rows(iteration);
    return rows.where(rows.stringColumn("method").isEqualTo(method))
        .numberColumn(what)
        .asDoubleArray();
  }

  /** {@return the mean of {@code what} of {@code method} after {@code iteration} over its seeds} */
  public double mean(String method, int iteration, String what) {
    return Arrays.stream(each(method, iteration, what)).average().orElse(Double.NaN);
  }

  /**
   * {@return by how many percent the mean objective of {@code method} is apart from that of {@code
   * other} after each of {@code iterations}}
   */
  public double[] apart(String method, String other, int... iterations) {
    return Arrays.stream(iterations)
        .mapToDouble(it -> mean(method, it, "objective") / mean(other, it, "objective"))
        .map(ratio -> 100 * Math.abs(ratio - 1))
        .toArray();
  }

  /**
   * {@return a row for each method and seed that has a record after {@code iteration}, its numbers
   * with four digits}
   */
  public Table at(int iteration) {
    Table rows = rows(iteration).rejectColumns("iteration");
    for (Column<?> column : List.copyOf(rows.columns())) {
      if (column instanceof DoubleColumn numbers) {
        rows.replaceColumn(column.name(), numbers.map(it -> Double.parseDouble(DIGITS.format(it))));
      }
    }
    return rows;
  }

  private Table rows(int iteration) {
    return curves.where(curves.numberColumn("iteration").isEqualTo(iteration));
  }
}
