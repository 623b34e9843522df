package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;

import java.util.DoubleSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many numbers are like: the finite ones, and how many others there are. */
final class NumberSummary {
  private final DoubleSummaryStatistics finite = new DoubleSummaryStatistics();
  private long nan;
  private long positive;
  private long negative;

  static NumberSummary of(Stream<double[]> parts) {
    NumberSummary summary = new NumberSummary();
    parts.forEach(summary::add);
    return summary;
  }

  private void add(double[] values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        finite.accept(value);
      } else {
        nan += Double.isNaN(value) ? 1 : 0;
        positive += value > 0 ? 1 : 0;
        negative += value < 0 ? 1 : 0;
      }
    }
  }

  /** Whether no number is finite. */
  boolean isEmpty() {
    return finite.getCount() == 0;
  }

  double min() {
    return finite.getMin();
  }

  double max() {
    return finite.getMax();
  }

  /** The largest distance from 0, 0 for no number. */
  double largest() {
    return isEmpty() ? 0 : Math.max(Math.abs(min()), Math.abs(max()));
  }

  /** Where a number lies between two others, 0 to 1; halfway where the two are equal. */
  static double level(double value, double low, double high) {
    // Halves, as the difference of two large numbers is infinite.
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return Double.isNaN(share) ? 0.5 : Math.max(0, Math.min(1, share));
  }

  /** Such as {@code 0 to 16}. */
  String range() {
    return isEmpty() ? "no finite number" : rounded(min()) + " to " + rounded(max());
  }

  /** Such as {@code 3 NaN, 1 ∞}; empty if all are finite. */
  String others() {
    return Stream.of(count(nan, "NaN"), count(positive, "∞"), count(negative, "-∞"))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(long number, String name) {
    return number == 0 ? "" : Numerals.whole(number) + " " + name;
  }

  /** Least, mean and largest number, and how many are not finite. */
  @Override
  public String toString() {
    String mean = rounded(finite.getAverage());
    String numbers = "min " + rounded(min()) + ", mean " + mean + ", max " + rounded(max());
    return (isEmpty() ? "no finite number" : numbers) + (others().isEmpty() ? "" : ", " + others());
  }
}
