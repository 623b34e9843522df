package pathprox.evaluation;

import java.util.Locale;

/**
 * How well one class is recognized. What would be 0/0 is NaN, which is missing, and not 0.
 *
 * @param name the class
 * @param precision the part of the samples said to be of this class that are, 0 to 1; NaN if none
 *     were said to be
 * @param recall the part of the samples of this class that are said to be, 0 to 1; NaN if there are
 *     none
 * @param f1 2·(right)/(samples of it + samples said to be), 0 to 1; NaN if there are neither
 * @param support the number of samples of this class
 */
public record ClassScore(String name, double precision, double recall, double f1, int support) {
  @Override
  public String toString() {
    return "%s: precision %s, recall %s, F1 %s, %s samples"
        .formatted(name, text(precision), text(recall), text(f1), support);
  }

  private static String text(double share) {
    return Double.isNaN(share) ? "not defined" : String.format(Locale.ROOT, "%.3f", share);
  }
}
