package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.Locale;
import pathprox.plot.SignificantDigits;

/**
 * A number y, which a network sees as (y − mean)/deviation and which people see as it is.
 *
 * @param column the name of the column
 * @param mean of the training rows
 * @param deviation the root of their mean squared distance from it, above 0
 */
public record ValueTarget(String column, double mean, double deviation) implements Target {
  private static final SignificantDigits DIGITS = new SignificantDigits(5);

  public ValueTarget {
    boolean fits = Double.isFinite(mean) && deviation > 0 && Double.isFinite(deviation);
    String message = "target '%s' needs a finite mean and a deviation > 0, found %s, %s";
    require(fits, message, column, mean, deviation);
  }

  static ValueTarget of(Cells cells, int[] rows) {
    Numbers numbers = Numbers.of(cells, rows);
    return new ValueTarget(cells.column().name(), numbers.mean(), numbers.deviation());
  }

  /** The standardized targets of rows that have one. */
  double[] standardized(Cells cells, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> (cells.number(row) - mean) / deviation).toArray();
  }

  /** {@return the number in the unit of the column that a network has as {@code standardized}} */
  public double restored(double standardized) {
    return mean + deviation * standardized;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public String toString() {
    String text = "%s: a number, %s on average, deviation %s";
    return String.format(Locale.ROOT, text, column, DIGITS.format(mean), DIGITS.format(deviation));
  }
}
