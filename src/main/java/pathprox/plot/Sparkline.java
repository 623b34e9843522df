package pathprox.plot;

/** Draws a series of numbers with block characters. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final char MIDDLE = '▄';
  private static final char GAP = ' ';
  private static final int LONGEST = 24;

  private Sparkline() {}

  /**
   * Draws at most 24 characters, each the mean of its share of the values.
   *
   * @param values any numbers; those that are not finite leave gaps. Not modified.
   * @return one line, empty if there are no values
   */
  static String of(double[] values) {
    int length = Math.min(values.length, LONGEST);
    double[] means = new double[length];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      means[i] = mean(values, share(values, i, length), share(values, i + 1, length));
      // Math.min would let a gap, which is NaN, win.
      min = means[i] < min ? means[i] : min;
      max = means[i] > max ? means[i] : max;
    }
    StringBuilder line = new StringBuilder(length);
    for (double mean : means) {
      line.append(block(mean, min, max));
    }
    return line.toString();
  }

  private static int share(double[] values, int i, int length) {
    return (int) ((long) values.length * i / length);
  }

  private static double mean(double[] values, int from, int to) {
    double mean = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(values[i])) {
        count++;
        // A running mean, as the sum of huge values would overflow.
        mean += values[i] / count - mean / count;
      }
    }
    return count == 0 ? Double.NaN : mean;
  }

  private static char block(double value, double min, double max) {
    if (Double.isNaN(value)) {
      return GAP;
    }
    if (min == max) {
      return MIDDLE;
    }
    // Halves, as the distance between two huge values of opposite sign would overflow.
    double height = (value / 2 - min / 2) / (max / 2 - min / 2);
    return BLOCKS.charAt((int) Math.round(height * (BLOCKS.length() - 1)));
  }
}
