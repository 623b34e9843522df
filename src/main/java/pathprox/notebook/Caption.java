package pathprox.notebook;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.plot.SignificantDigits;

/** Sentences below the title of a picture. */
final class Caption {
  private static final SignificantDigits DIGITS = new SignificantDigits(4);

  private Caption() {}

  /** What the colors of a diverging scale mean. */
  static String diverging(ColorScale scale, NumberSummary numbers) {
    String colors =
        "blue %s, white 0, orange %s"
            .formatted(DIGITS.format(scale.low()), DIGITS.format(scale.high()));
    return withOthers(colors, numbers);
  }

  /**
   * What the colors of a gray scale mean.
   *
   * @param shown the numbers that are drawn; those outside of the scale are mentioned
   * @param numbers all that they come from, for counting those that are not finite
   */
  static String gray(ColorScale scale, NumberSummary shown, NumberSummary numbers) {
    if (shown.finite() == 0) {
      return withOthers("", numbers);
    }
    String low = DIGITS.format(scale.low());
    String colors =
        scale.low() == scale.high()
            ? "gray: all are " + low
            : "black %s%s, white %s%s"
                .formatted(
                    low,
                    shown.min() < scale.low() ? " and less" : "",
                    DIGITS.format(scale.high()),
                    shown.max() > scale.high() ? " and more" : "");
    return withOthers(colors, numbers);
  }

  /** NaN and infinities, only where there are any. */
  private static String withOthers(String colors, NumberSummary numbers) {
    String others = numbers.others().isEmpty() ? "" : "pink " + numbers.others();
    return Stream.of(colors, others)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code 20 of 1,000 images}; without the first number if all are shown. */
  static String shown(long shown, long all, String noun) {
    String total = String.format(Locale.ROOT, "%,d %s", all, all == 1 ? noun : noun + "s");
    return shown == all ? total : String.format(Locale.ROOT, "%,d of %s", shown, total);
  }
}
