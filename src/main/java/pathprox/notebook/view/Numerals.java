package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.stream.Collectors;
import pathprox.plot.SignificantDigits;

/** Numbers and counts as a reader sees them. */
final class Numerals {
  private Numerals() {}

  static String rounded(double value) {
    return new SignificantDigits(4).format(value);
  }

  static String whole(long count) {
    return String.format(ROOT, "%,d", count);
  }

  static String count(long count, String noun) {
    return whole(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Such as {@code 20 of 1,000 images}; without the first number if all are shown. */
  static String shown(long shown, long all, String noun) {
    return (shown == all ? "" : whole(shown) + " of ") + count(all, noun);
  }

  static String shape(List<? extends Number> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}
