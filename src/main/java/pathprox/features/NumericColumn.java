package pathprox.features;

/**
 * How the numbers x of one column become features, for programs that do so themselves: z = (x −
 * mean)/deviation, and beyond {@link #FAR} ±FAR·(1 + ln(|z|/FAR)), after what has no number, or one
 * that is unknown, was filled; then 1 or 0 for a number that was missing, if there is an indicator.
 *
 * @param name of the column
 * @param isYesNo whether x is 1 for yes and 0 for no, all other numbers being unknown
 * @param mean that is subtracted, 0 for yes or no
 * @param deviation that it is divided by, above 0, 1 for yes or no
 * @param filler the x that stands in for a missing or unknown one
 * @param fillsMissing whether it does so for missing ones, else there is no prediction
 * @param hasIndicator whether a second feature tells of missing ones
 */
public record NumericColumn(
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
