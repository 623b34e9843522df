package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pathprox.plot.SignificantDigits;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * By how much one method differs from another, seed by seed, at each λ: both begin with the same
 * network and see the same batches, so that the difference has less noise than either.
 *
 * @param column what was measured
 * @param byLambda for each λ the difference for each seed, one method less the other
 */
public record PairedDifference(String column, Map<Double, double[]> byLambda) {
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  /**
   * {@return the difference in {@code column} of {@code table}, such as that of a sweep, between
   * the rows of method {@code one} and those of {@code other} with the same λ and seed, in points
   * if it is an accuracy; where there are several of them, such as with other learning rates, those
   * with the lowest mean objective over the seeds}
   *
   * @throws IllegalArgumentException if a row of one method has none of the other
   */
  public static PairedDifference of(Table table, String column, String one, String other) {
    Map<Double, double[]> left = best(table, column, one);
    Map<Double, double[]> right = best(table, column, other);
    require(!left.isEmpty(), "there is no method '%s' in the table", one);
    Map<Double, double[]> byLambda = new TreeMap<>();
    double unit = isAccuracy(column) ? 100 : 1;
    left.forEach(
        (lambda, values) -> {
          double[] others = right.get(lambda);
          boolean isPaired = others != null && others.length == values.length;
          require(isPaired, "λ %s of '%s' has not the same seeds of '%s'", lambda, one, other);
          double[] differences = values.clone();
          Arrays.setAll(differences, i -> unit * (values[i] - others[i]));
          byLambda.put(lambda, differences);
        });
    return new PairedDifference(column, byLambda);
  }

  private static boolean isAccuracy(String column) {
    return column.endsWith("accuracy");
  }

  /** For each λ the values by seed, of the learning rate with the lowest mean objective. */
  private static Map<Double, double[]> best(Table table, String column, String method) {
    Map<Double, Map<String, Map<Long, double[]>>> found = new TreeMap<>();
    for (Row row : table) {
      if (row.getString("method").equals(method)) {
        double[] pair = {row.getDouble("objective"), number(table, column, row)};
        found
            .computeIfAbsent(row.getDouble("lambda"), key -> new TreeMap<>())
            .computeIfAbsent(row.getString("schedule"), key -> new TreeMap<>())
            .put((long) number(table, "seed", row), pair);
      }
    }
    Map<Double, double[]> best = new TreeMap<>();
    found.forEach((lambda, rates) -> best.put(lambda, lowest(rates)));
    return best;
  }

  private static double[] lowest(Map<String, Map<Long, double[]>> rates) {
    return rates.values().stream()
        .min((a, b) -> Double.compare(objective(a), objective(b)))
        .map(seeds -> seeds.values().stream().mapToDouble(pair -> pair[1]).toArray())
        .orElseThrow();
  }

  private static double objective(Map<Long, double[]> seeds) {
    return seeds.values().stream().mapToDouble(pair -> pair[0]).average().orElse(Double.NaN);
  }

  private static double number(Table table, String column, Row row) {
    return table.numberColumn(column).getDouble(row.getRowNumber());
  }

  /** {@return the mean difference at each λ, in rising order of λ} */
  public double[] means() {
    return byLambda.values().stream()
        .mapToDouble(values -> Arrays.stream(values).average().orElse(Double.NaN))
        .toArray();
  }

  /** {@return a line for each λ: the mean difference, and from the lowest to the highest} */
  @Override
  public String toString() {
    String unit = isAccuracy(column) ? " (points)" : "";
    StringBuilder text = new StringBuilder("difference in " + column.replace('_', ' ') + unit);
    byLambda.forEach(
        (lambda, values) -> {
          DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
          List<String> numbers =
              List.of(
                  DIGITS.format(lambda),
                  DIGITS.format(all.getAverage()),
                  DIGITS.format(all.getMin()),
                  DIGITS.format(all.getMax()));
          text.append(
              String.format(Locale.ROOT, "\n  λ %-8s mean %8s   (%s to %s)", numbers.toArray()));
        });
    return text.toString();
  }
}
