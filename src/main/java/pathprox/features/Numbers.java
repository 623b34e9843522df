package pathprox.features;

import static pathprox.features.NumericInput.FAR;
import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import pathprox.plot.SignificantDigits;

/**
 * A number x as z = (x − mean)/deviation, in double; the median stands in for a missing one. Beyond
 * 5 deviations z grows as its logarithm, ±5·(1 + ln(|z|/5)), so that one wrong digit in a row does
 * not outweigh all other rows, and different numbers stay different.
 */
record Numbers(double mean, double deviation, double median) implements Encoding {
  private static final double UNUSUAL = 10;
  private static final SignificantDigits DIGITS = new SignificantDigits(5);

  Numbers {
    boolean fits = Double.isFinite(mean) && deviation > 0 && Double.isFinite(deviation);
    require(fits, "numbers need a finite mean and a deviation > 0, found %s, %s", mean, deviation);
    require(Double.isFinite(median), "the median must be finite, was %s", median);
  }

  /** Of the cells that are not missing; 0 and 1 if there is none. */
  static Numbers of(Cells cells, int[] rows) {
    return of(
        cells.column().name(),
        Arrays.stream(rows)
            .filter(row -> !cells.isMissing(row))
            .mapToDouble(cells::number)
            .toArray());
  }

  /** The deviation is the root of the mean squared distance from the mean, 1 if that is 0. */
  static Numbers of(String column, double[] values) {
    if (values.length == 0) {
      return new Numbers(0, 1, 0);
    }
    // Distances from one of the values are exactly 0 in a constant column, so its deviation is too.
    double origin = values[0];
    double mean = origin + Arrays.stream(values).map(x -> x - origin).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    String message =
        "column '%s' holds numbers too large to be standardized, such as %s:"
            + " divide them, or remove the column from the table";
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    require(Double.isFinite(variance), message, column, largest);
    return new Numbers(mean, variance == 0 ? 1 : Math.sqrt(variance), median(values));
  }

  /** The mean of the two in the middle of an even number. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  double standardized(double value) {
    double distance = deviations(value);
    double size = Math.abs(distance);
    return size <= FAR ? distance : Math.copySign(FAR * (1 + Math.log(size / FAR)), distance);
  }

  private double deviations(double value) {
    return (value - mean) / deviation;
  }

  @Override
  public String unusual(Cells cells, int row) {
    double number = cells.number(row);
    double distance = Math.abs(deviations(number));
    return distance < UNUSUAL
        ? ""
        : DIGITS.format(number) + " is " + Math.round(distance) + " deviations from the mean";
  }

  @Override
  public String kind() {
    return "number";
  }

  @Override
  public List<String> features(String column) {
    return List.of(column);
  }

  /** Without a value in these rows as before: numbers of others would come in their own unit. */
  @Override
  public Numbers learned(Cells cells, int[] rows) {
    return Arrays.stream(rows).allMatch(cells::isMissing) ? this : of(cells, rows);
  }

  @Override
  public void encode(Cells cells, int row, double[] target, int from) {
    target[from] = standardized(cells.number(row));
  }

  @Override
  public void fill(double[] target, int from) {
    target[from] = standardized(median);
  }

  @Override
  public String filler() {
    return "the median " + DIGITS.format(median);
  }

  @Override
  public String toString() {
    return "standardized, mean %s, deviation %s"
        .formatted(DIGITS.format(mean), DIGITS.format(deviation));
  }
}
