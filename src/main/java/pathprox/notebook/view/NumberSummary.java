package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What many numbers are like: the finite ones, and how many others there are. */
final class NumberSummary extends DoubleSummaryStatistics {
  private static final int LARGEST_PART = 1 << 20;

  private long nan;
  private long positive;
  private long negative;

  static NumberSummary of(Stream<double[]> parts) {
    NumberSummary summary = new NumberSummary();
    parts.flatMapToDouble(Arrays::stream).forEach(summary);
    return summary;
  }

  static NumberSummary of(INDArray array) {
    return of(parts(array));
  }

  /** Copies some of the numbers at a time, in any order. */
  private static Stream<double[]> parts(INDArray array) {
    if (array.length() <= LARGEST_PART) {
      return Stream.of(array).map(part -> part.dup().data().asDouble());
    }
    // The side whose parts lie closest together in memory, as reading across them is slow.
    int side =
        IntStream.range(0, array.rank())
            .filter(each -> array.size(each) > 1)
            .boxed()
            .max(Comparator.comparingLong(array::stride))
            .orElseThrow();
    long middle = array.size(side) / 2;
    return Stream.of(
            Pixels.part(array, side, 0, middle), Pixels.part(array, side, middle, array.size(side)))
        .flatMap(NumberSummary::parts);
  }

  @Override
  public void accept(double value) {
    if (Double.isFinite(value)) {
      super.accept(value);
    } else {
      nan += Double.isNaN(value) ? 1 : 0;
      positive += value > 0 ? 1 : 0;
      negative += value < 0 ? 1 : 0;
    }
  }

  double largest() {
    return getCount() == 0 ? 0 : Math.max(Math.abs(getMin()), Math.abs(getMax()));
  }

  /** Where a number lies between two others, 0 to 1; halfway where the two are equal. */
  static double level(double value, double low, double high) {
    // Halves, as the difference of two large numbers is infinite.
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return Double.isNaN(share) ? 0.5 : Math.max(0, Math.min(1, share));
  }

  String range() {
    return getCount() == 0 ? "no finite number" : rounded(getMin()) + " to " + rounded(getMax());
  }

  String others() {
    return Stream.of(count(nan, "NaN"), count(positive, "∞"), count(negative, "-∞"))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(long number, String name) {
    return number == 0 ? "" : Numerals.whole(number) + " " + name;
  }

  @Override
  public String toString() {
    String finite =
        getCount() == 0
            ? "no finite number"
            : "min %s, mean %s, max %s"
                .formatted(rounded(getMin()), rounded(getAverage()), rounded(getMax()));
    return others().isEmpty() ? finite : finite + ", " + others();
  }
}
