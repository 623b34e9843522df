package pathprox.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import pathprox.plot.SignificantDigits;

/**
 * What many numbers are like.
 *
 * @param finite how many are neither NaN nor infinite; the next three are of these
 * @param min the smallest; ∞ if there is none
 * @param max the largest; -∞ if there is none
 * @param sum all together
 * @param nan how many are NaN
 * @param positive how many are ∞
 * @param negative how many are -∞
 */
record NumberSummary(
    long finite, double min, double max, double sum, long nan, long positive, long negative) {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  static final NumberSummary EMPTY =
      new NumberSummary(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0, 0, 0);

  static NumberSummary of(double[] values) {
    long finite = 0;
    double min = EMPTY.min;
    double max = EMPTY.max;
    double sum = 0;
    long nan = 0;
    long positive = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        finite++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
      } else {
        nan += Double.isNaN(value) ? 1 : 0;
        positive += value > 0 ? 1 : 0;
      }
    }
    long negative = values.length - finite - nan - positive;
    return new NumberSummary(finite, min, max, sum, nan, positive, negative);
  }

  static NumberSummary of(Iterable<double[]> parts) {
    NumberSummary all = EMPTY;
    for (double[] part : parts) {
      all = all.and(of(part));
    }
    return all;
  }

  NumberSummary and(NumberSummary other) {
    return new NumberSummary(
        finite + other.finite,
        Math.min(min, other.min),
        Math.max(max, other.max),
        sum + other.sum,
        nan + other.nan,
        positive + other.positive,
        negative + other.negative);
  }

  /** The largest distance from 0, 0 for no number. */
  double largest() {
    return finite == 0 ? 0 : Math.max(Math.abs(min), Math.abs(max));
  }

  boolean hasBothSigns() {
    return min < 0 && max > 0;
  }

  /** Such as {@code 0 to 16}. */
  String range() {
    return finite == 0 ? "no finite number" : DIGITS.format(min) + " to " + DIGITS.format(max);
  }

  /** Such as {@code 3 NaN, 1 ∞}; empty if all are finite. */
  String others() {
    StringJoiner counts = new StringJoiner(", ");
    long[] numbers = {nan, positive, negative};
    String[] names = {"NaN", "∞", "-∞"};
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] > 0) {
        counts.add(String.format(Locale.ROOT, "%,d %s", numbers[i], names[i]));
      }
    }
    return counts.toString();
  }

  /** {@return least, mean and largest number, and how many are not finite} */
  @Override
  public String toString() {
    String numbers =
        finite == 0
            ? "no finite number"
            : String.join(
                ", ",
                Arrays.asList(
                    "min " + DIGITS.format(min),
                    "mean " + DIGITS.format(sum / finite),
                    "max " + DIGITS.format(max)));
    return others().isEmpty() ? numbers : numbers + ", " + others();
  }
}
