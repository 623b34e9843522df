package pathprox.features;

/**
 * How the numbers x of one column become features, for programs that make them themselves. First a
 * {@code filler} takes the place of an x that is missing or unknown. Then z = (x − mean)/deviation
 * is the feature, and beyond |z| = {@link #FAR} it is ±FAR·(1 + ln(|z|/FAR)). With an indicator a
 * second feature is 1 where x was missing, else 0.
 *
 * @param name of the column
 * @param isYesNo whether x is 1 for yes and 0 for no, and unknown if it is another number
 * @param mean that is subtracted, 0 for yes or no
 * @param deviation that it is divided by, above 0, 1 for yes or no
 * @param filler the x that stands in for a missing or unknown one
 * @param fillsMissing whether a missing x is filled; else its row gets no prediction
 * @param hasIndicator whether there is the second feature
 */
public record NumericInput(
    String name,
    boolean isYesNo,
    double mean,
    double deviation,
    double filler,
    boolean fillsMissing,
    boolean hasIndicator) {
  /** Deviations beyond which are 3 of 10 million normal numbers. */
  public static final double FAR = 5;
}
