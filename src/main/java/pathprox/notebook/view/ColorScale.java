package pathprox.notebook.view;

import java.util.StringJoiner;
import pathprox.plot.SignificantDigits;

/**
 * Colors for numbers, from the first at {@code low} to the last at {@code high}.
 *
 * @param low the number with the first color; what is below has it too
 * @param high the number with the last color; what is above has it too
 * @param colors two or more, at equal distances, as 0xRRGGBB
 */
record ColorScale(double low, double high, int... colors) {
  /** Of NaN and infinities: a color in none of the scales. */
  static final int NOT_FINITE = 0xC2188B;

  private static final SignificantDigits DIGITS = new SignificantDigits(4);
  private static final int GREEN_SHIFT = 8;
  private static final int RED_SHIFT = 16;
  private static final int LARGEST = 255;

  static ColorScale gray(double black, double white) {
    return new ColorScale(black, white, 0x000000, 0xFFFFFF);
  }

  /** Blue for negative numbers, white for 0, orange for positive ones, as in figures of weights. */
  static ColorScale diverging(double end) {
    return new ColorScale(-end, end, 0x08407A, 0xFFFFFF, 0xE08A00);
  }

  /** The same without color and nearly without contrast. */
  static ColorScale washedOut(double end) {
    return new ColorScale(-end, end, 0xC4C4C4, 0xF6F6F6, 0xC4C4C4);
  }

  /** The color of one number as 0xRRGGBB. */
  int color(double value) {
    if (!Double.isFinite(value)) {
      return NOT_FINITE;
    }
    double place = NumberSummary.level(value, low, high) * (colors.length - 1);
    int from = Math.min((int) place, colors.length - 2);
    int mixed = 0;
    for (int shift = RED_SHIFT; shift >= 0; shift -= GREEN_SHIFT) {
      int start = colors[from] >> shift & LARGEST;
      int end = colors[from + 1] >> shift & LARGEST;
      mixed |= (int) Math.round(start + (place - from) * (end - start)) << shift;
    }
    return mixed;
  }

  /** The color of a pixel whose red, green and blue are numbers of this scale, one of grays. */
  int color(double red, double green, double blue) {
    return Double.isFinite(red) && Double.isFinite(green) && Double.isFinite(blue)
        ? color(red) & LARGEST << RED_SHIFT
            | color(green) & LARGEST << GREEN_SHIFT
            | color(blue) & LARGEST
        : NOT_FINITE;
  }

  /** What the colors mean where some numbers are drawn, which stand for all that there are. */
  String caption(NumberSummary drawn, NumberSummary all) {
    StringJoiner parts = new StringJoiner(", ");
    if (!drawn.isEmpty()) {
      parts.add(caption(drawn));
    }
    if (!all.others().isEmpty()) {
      parts.add("pink " + all.others());
    }
    return parts.toString();
  }

  private String caption(NumberSummary drawn) {
    String first = DIGITS.format(low);
    String last = DIGITS.format(high);
    if (colors.length > 2) {
      return "blue " + first + ", white 0, orange " + last;
    }
    return low == high
        ? "gray: all are " + first
        : "black %s%s, white %s%s"
            .formatted(
                first,
                drawn.min() < low ? " and less" : "",
                last,
                drawn.max() > high ? " and more" : "");
  }
}
