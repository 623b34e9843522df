package pathprox.tutorial.contest;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.plot.Chart;
import pathprox.table.TableFile;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Accuracies of networks with few units, as an earlier run has measured them.
 *
 * @param table one row per point: {@code data}, {@code method}, {@code share} (12, 25, 50 or 100
 *     percent of the units), {@code units}, {@code accuracy} and {@code deviation}, in percent
 */
public record Frontier(Table table) {
  private static final String NONE = "there is no point of '%s' on '%s' at %s %% of the units";

  /**
   * Reads the points that are kept.
   *
   * @param file a CSV file with the columns of {@link #table}
   * @return its points
   * @throws java.io.UncheckedIOException if there is no such file, or it cannot be read
   */
  public static Frontier kept(String file) {
    return new Frontier(TableFile.load(file));
  }

  /**
   * Looks a point up.
   *
   * @param data such as {@code digits}
   * @param method such as {@code pruned at once}
   * @param share of the units, in percent
   * @return the mean accuracy in percent
   * @throws IllegalArgumentException if there is no such point
   */
  public double accuracy(String data, String method, int share) {
    return table.doubleColumn("accuracy").getDouble(row(data, method, share));
  }

  /**
   * Compares one method with all others that keep as many units.
   *
   * @param data such as {@code digits}
   * @param method such as {@code PathProx recommended}
   * @param share of the units, in percent
   * @return by how many points it is above the best of them; below 0 if it is not
   * @throws IllegalArgumentException if there is no such point
   */
  public double lead(String data, String method, int share) {
    double best =
        table.stream()
            .filter(row -> row.getString("data").equals(data) && row.getInt("share") == share)
            .filter(row -> !row.getString("method").equals(method))
            .mapToDouble(row -> row.getDouble("accuracy"))
            .max()
            .orElse(Double.NaN);
    return accuracy(data, method, share) - best;
  }

  /**
   * {@return the {@link #lead} of {@code method} at each point that it has, in the order of the
   * table}
   */
  public double[] leads(String method) {
    return table.stream()
        .filter(row -> row.getString("method").equals(method))
        .map(row -> List.of(row.getString("data"), row.getInt("share")))
        .mapToDouble(point -> lead((String) point.get(0), method, (Integer) point.get(1)))
        .toArray();
  }

  /** {@return a panel for each set of data: means with bars, over the share of the units} */
  public Chart chart() {
    return FrontierCurve.of(table);
  }

  private int row(String data, String method, int share) {
    return IntStream.range(0, table.rowCount())
        .filter(i -> isOf(table.row(i), data, method, share))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(NONE.formatted(method, data, share)));
  }

  private static boolean isOf(Row row, String data, String method, int share) {
    return row.getString("data").equals(data)
        && row.getString("method").equals(method)
        && row.getInt("share") == share;
  }

  @Override
  public String toString() {
    return table.rowCount()
        + " points of "
        + table.stringColumn("method").unique().size()
        + " ways";
  }
}
