package pathprox.notebook;

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

  private static final int GREEN_SHIFT = 8;
  private static final int RED_SHIFT = 16;
  private static final int LARGEST = 255;

  /** Black to white over what is there. */
  static ColorScale gray(NumberSummary numbers) {
    return gray(numbers.min(), numbers.max());
  }

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
    double place = level(value) * (colors.length - 1);
    int from = Math.min((int) place, colors.length - 2);
    return mixed(colors[from], colors[from + 1], place - from);
  }

  /** The color of a pixel whose red, green and blue are numbers of this scale. */
  int color(double red, double green, double blue) {
    return Double.isFinite(red) && Double.isFinite(green) && Double.isFinite(blue)
        ? channel(level(red)) << RED_SHIFT
            | channel(level(green)) << GREEN_SHIFT
            | channel(level(blue))
        : NOT_FINITE;
  }

  /** From 0 to 1; halfway where all numbers are equal. */
  private double level(double value) {
    // Halves, as the difference of two large numbers is infinite.
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return Double.isNaN(share) ? 0.5 : Math.max(0, Math.min(1, share));
  }

  private static int channel(double level) {
    return (int) Math.round(level * LARGEST);
  }

  private static int mixed(int from, int to, double share) {
    int mixed = 0;
    for (int shift = RED_SHIFT; shift >= 0; shift -= GREEN_SHIFT) {
      int start = from >> shift & LARGEST;
      int end = to >> shift & LARGEST;
      mixed |= (int) Math.round(start + share * (end - start)) << shift;
    }
    return mixed;
  }
}
