package pathprox.tutorial.network;

import java.util.Arrays;
import java.util.Locale;

/**
 * A mean of a few independent numbers, such as one for each seed, and where it would lie for
 * infinitely many, with a confidence of 95 %: mean ± t·s/√n, with Student's t for n − 1 degrees of
 * freedom and the deviation s.
 *
 * @param low the lower end
 * @param mean the arithmetic mean
 * @param high the upper end
 */
public record MeanInterval(double low, double mean, double high) {
  /** The 97.5 % points of Student's distribution for 1, 2, … 9 degrees of freedom. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  /** {@return the interval of {@code values}, 2 to 10, others are an IllegalArgumentException} */
  public static MeanInterval of(double... values) {
    int n = values.length;
    if (n < 2 || n > STUDENT.length + 1) {
      throw new IllegalArgumentException("an interval needs 2 to 10 values, found " + n);
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double half = STUDENT[n - 2] * Math.sqrt(squares / (n - 1) / n);
    return new MeanInterval(mean - half, mean, mean + half);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f (95 %%: %.1f to %.1f)", mean, low, high);
  }
}
