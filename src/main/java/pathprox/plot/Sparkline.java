package pathprox.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a series of numbers with block characters. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final int LONGEST = 24;

  private Sparkline() {}

  /** At most 24 characters, each the mean of its share of the values; what is not finite: gaps. */
  static String of(double[] values) {
    int length = Math.min(values.length, LONGEST);
    double[] means =
        IntStream.range(0, length)
            .mapToDouble(i -> mean(values, share(values, i, length), share(values, i + 1, length)))
            .toArray();
    DoubleSummaryStatistics range =
        Arrays.stream(means).filter(Double::isFinite).summaryStatistics();
    return Arrays.stream(means)
        .mapToObj(mean -> block(mean, range.getMin(), range.getMax()))
        .collect(Collectors.joining());
  }

  private static int share(double[] values, int i, int length) {
    return (int) ((long) values.length * i / length);
  }

  private static double mean(double[] values, int from, int to) {
    double[] finite = Arrays.stream(values, from, to).filter(Double::isFinite).toArray();
    // Divided first, as the sum of huge values would overflow.
    return finite.length == 0
        ? Double.NaN
        : Arrays.stream(finite).map(value -> value / finite.length).sum();
  }

  private static String block(double value, double min, double max) {
    if (Double.isNaN(value)) {
      return " ";
    }
    // Halves, as the distance between two huge values of opposite sign would overflow.
    double height = min == max ? 0.45 : (value / 2 - min / 2) / (max / 2 - min / 2);
    return BLOCKS.substring((int) Math.round(height * (BLOCKS.length() - 1))).substring(0, 1);
  }
}
