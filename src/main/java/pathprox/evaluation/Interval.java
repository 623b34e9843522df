package pathprox.evaluation;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.Locale;
import pathprox.plot.SignificantDigits;

/**
 * Where a measure would lie for other samples of the same kind, with a confidence of 95 %.
 *
 * @param low the lower end
 * @param high the upper end; NaN, as the lower one, where there is none
 */
public record Interval(double low, double high) {
  private static final double NORMAL_975 = 1.959963984540054; // 97.5 % of a standard normal

  /**
   * {@return the interval of Wilson for a share that was found as {@code part} of {@code whole}
   * independent samples: (p + z²/2n ± z√(p(1−p)/n + z²/4n²))/(1 + z²/n) with z = 1.96; unless 0 ≤
   * part ≤ whole and whole ≥ 1 it is an IllegalArgumentException} Source: Wilson, "Probable
   * inference, the law of succession, and statistical inference", 1927.
   */
  public static Interval wilson(long part, long whole) {
    boolean fit = 0 <= part && part <= whole && whole >= 1;
    require(fit, "an interval needs 0 <= part <= whole, and 1 or more, was %s of %s", part, whole);
    double share = (double) part / whole;
    double perSample = NORMAL_975 * NORMAL_975 / whole;
    double middle = share + perSample / 2;
    double half = Math.sqrt(perSample * (share * (1 - share) + perSample / 4));
    // At the ends rounding could leave the range.
    double low = part == 0 ? 0 : (middle - half) / (1 + perSample);
    return new Interval(low, part == whole ? 1 : (middle + half) / (1 + perSample));
  }

  /** From 2.5 % to 97.5 % of the values, as they come from resampling; none if one is NaN. */
  static Interval percentiles(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray(); // NaN comes last
    boolean isNone = sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1]);
    return isNone
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  /** Linear between neighbors, as NumPy's. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  String percent() {
    return String.format(Locale.ROOT, "%.1f %% to %.1f %%", 100 * low, 100 * high);
  }

  /** {@return such as {@code 0.8123 to 0.8755}, or {@code none}} */
  @Override
  public String toString() {
    return Double.isNaN(low)
        ? "none"
        : new SignificantDigits(4).format(low) + " to " + new SignificantDigits(4).format(high);
  }
}
