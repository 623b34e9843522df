package pathprox.notebook.view;

import static pathprox.notebook.view.Numerals.rounded;

/** Colors for numbers: two or more as 0xRRGGBB, from {@code low} and less to {@code high}. */
record ColorScale(double low, double high, int... colors) {
  /** Of NaN and infinities: a color in none of the scales. */
  static final int NOT_FINITE = 0xC2188B;

  static ColorScale gray(double black, double white) {
    return new ColorScale(black, white, 0x000000, 0xFFFFFF);
  }

  /** Blue for negative numbers, white for 0, orange for positive ones, as in figures of weights. */
  static ColorScale diverging(double end) {
    return new ColorScale(-end, end, 0x08407A, 0xFFFFFF, 0xE08A00);
  }

  static ColorScale washedOut(double end) {
    return new ColorScale(-end, end, 0xC4C4C4, 0xF6F6F6, 0xC4C4C4);
  }

  int color(double value) {
    if (!Double.isFinite(value)) {
      return NOT_FINITE;
    }
    double place = NumberSummary.level(value, low, high) * (colors.length - 1);
    int from = Math.min((int) place, colors.length - 2);
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int start = colors[from] >> shift & 0xFF;
      int end = colors[from + 1] >> shift & 0xFF;
      mixed |= (int) Math.round(start + (place - from) * (end - start)) << shift;
    }
    return mixed;
  }

  int color(double red, double green, double blue) {
    return Double.isFinite(red) && Double.isFinite(green) && Double.isFinite(blue)
        ? color(red) & 0xFF0000 | color(green) & 0x00FF00 | color(blue) & 0x0000FF
        : NOT_FINITE;
  }

  /** What the colors mean where some numbers are drawn, which stand for all that there are. */
  String caption(NumberSummary drawn, NumberSummary all) {
    String pink = all.others().isEmpty() ? "" : "pink " + all.others();
    String scale = drawn.getCount() == 0 ? "" : caption(drawn);
    return pink.isEmpty() || scale.isEmpty() ? scale + pink : scale + ", " + pink;
  }

  private String caption(NumberSummary drawn) {
    if (colors.length > 2) {
      return "blue " + rounded(low) + ", white 0, orange " + rounded(high);
    }
    if (low == high) {
      return "gray: all are " + rounded(low);
    }
    String black = "black " + rounded(low) + (drawn.getMin() < low ? " and less" : "");
    return black + ", white " + rounded(high) + (drawn.getMax() > high ? " and more" : "");
  }
}
