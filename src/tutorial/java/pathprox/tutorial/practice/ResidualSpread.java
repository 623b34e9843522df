package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import pathprox.evaluation.RegressionReport;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Do errors grow with the prediction? */
public final class ResidualSpread {
  private ResidualSpread() {}

  /**
   * {@return the standard deviation of the errors of {@code report} where more than {@code high} is
   * predicted, divided by that where less than {@code low} is; 1 for an even spread}
   *
   * @throws IllegalArgumentException if there are fewer than two predictions above or below
   */
  public static double growth(RegressionReport report, double low, double high) {
    return spread(report, it -> it > high) / spread(report, it -> it < low);
  }

  private static double spread(RegressionReport report, DoublePredicate which) {
    Table table = report.table();
    double[] truth = table.doubleColumn("truth").asDoubleArray();
    double[] predicted = table.doubleColumn("predicted").asDoubleArray();
    double[] errors =
        IntStream.range(0, truth.length)
            .filter(i -> which.test(predicted[i]))
            .mapToDouble(i -> predicted[i] - truth[i])
            .toArray();
    require(errors.length >= 2, "a spread needs two predictions or more, found %s", errors.length);
    return DoubleColumn.create("errors", errors).standardDeviation();
  }
}
