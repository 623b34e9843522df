package pathprox.tutorial.contest;

import java.util.Arrays;
import java.util.Map;
import pathprox.plot.Chart;
import pathprox.plot.Curves;
import pathprox.plot.PlotlyWords;
import pathprox.table.TableFile;
import tech.tablesaw.api.Table;

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
    return Curves.overSeeds(known, what).withTitle(title).withLayout(DECADES);
  }

  /** {@return {@code what} of {@code method} after {@code iteration}, one number a seed} */
  public double[] each(String method, int iteration, String what) {
    Table rows = at(iteration);
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

  /** {@return a row for each method and seed that has a record after {@code iteration}} */
  public Table at(int iteration) {
    return curves.where(curves.numberColumn("iteration").isEqualTo(iteration));
  }
}
