package pathprox.notebook.view;

import static java.util.Locale.ROOT;

/** How many there are of something, in words. */
final class Counts {
  private Counts() {}

  /** Such as {@code 1,797}. */
  static String whole(long count) {
    return String.format(ROOT, "%,d", count);
  }

  /** Such as {@code 1,000 images}. */
  static String of(long count, String noun) {
    return whole(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Such as {@code 20 of 1,000 images}; without the first number if all are shown. */
  static String shown(long shown, long all, String noun) {
    return (shown == all ? "" : whole(shown) + " of ") + of(all, noun);
  }
}
