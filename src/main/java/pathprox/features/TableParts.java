package pathprox.features;

import java.util.Arrays;
import java.util.List;
import pathprox.csv.CsvFile;
import pathprox.data.StratifiedParts;
import tech.tablesaw.api.Table;

/** Tables in parts that are alike, to train on, to choose by, and to test on. */
public final class TableParts {
  private TableParts() {}

  /**
   * {@return the rows of {@code table}, not modified, in parts that have {@code shares} of them,
   * such as 0.8 and 0.2, and of each class of {@code target}, or of its small and large numbers, by
   * {@code seed}; see {@link StratifiedParts#of}} Rows without a target are divided as if that were
   * a class. In each part, rows have the order of the table.
   *
   * @throws IllegalArgumentException if there is no such column, or a part would be empty
   */
  public static List<Table> of(Table table, String target, long seed, double... shares) {
    double[] strata = FeaturePlan.of(table, target).strata();
    return StratifiedParts.of(strata, seed, shares).rows().stream()
        .map(rows -> part(table, rows))
        .toList();
  }

  /**
   * {@return as {@link #of(Table, String, long, double...)} the rows of {@code file} in parts of
   * {@code shares}, alike in {@code target}, by {@code seed}}
   */
  public static List<Table> of(CsvFile file, String target, long seed, double... shares) {
    return of(file.table(), target, seed, shares);
  }

  private static Table part(Table table, int[] rows) {
    int[] ordered = rows.clone();
    Arrays.sort(ordered);
    return table.rows(ordered);
  }
}
