package pathprox.tutorial;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/**
 * A sentence of a notebook, checked where it stands, with what was measured beside what it must be.
 *
 * <p>Each check is the last line of a cell: it shows itself with a check mark, or fails the
 * notebook with an {@link IllegalStateException}. Of several measured numbers, such as one a seed,
 * the worst counts. Of a kept curve, {@link #ofKept} says so.
 */
public final class Claim {
  private static final double FAR = 100; // times the bound; more is said in short
  private final String source;

  private Claim(String source) {
    this.source = source;
  }

  /**
   * {@return the claims on numbers that were measured in an earlier, longer run, in {@code file}}
   */
  public static Claim ofKept(String file) {
    return new Claim(" [measured earlier, kept in " + file + "]");
  }

  /** {@return that all of {@code measured}, of {@code what}, are below {@code bound}} */
  public static String below(String what, double bound, double... measured) {
    return new Claim("").isBelow(what, bound, measured);
  }

  /** {@return that all of {@code measured}, of {@code what}, are above {@code bound}} */
  public static String above(String what, double bound, double... measured) {
    return new Claim("").isAbove(what, bound, measured);
  }

  /** {@return that all of {@code measured}, of {@code what}, are {@code expected}, to the digit} */
  public static String equal(String what, double expected, double... measured) {
    return new Claim("").isEqual(what, expected, measured);
  }

  /**
   * {@return a {@code claim} without a number, such as that a mistake is refused, if it {@code
   * holds}}
   */
  public static String check(String claim, boolean holds) {
    return new Claim("").shown(claim, holds);
  }

  /** {@return several {@code checks} in one cell, a line each} */
  public static String all(String... checks) {
    return String.join("\n", checks);
  }

  /** {@return as {@link #below} for kept numbers} {@code what}, {@code bound}, {@code measured}. */
  public String isBelow(String what, double bound, double... measured) {
    double worst = Arrays.stream(measured).max().orElse(Double.NaN);
    String told = told(what, worst, measured, "below " + number(bound) + margin(worst, bound));
    return shown(told, holds(measured, it -> it < bound));
  }

  /** {@return as {@link #above} for kept numbers} {@code what}, {@code bound}, {@code measured}. */
  public String isAbove(String what, double bound, double... measured) {
    double worst = Arrays.stream(measured).min().orElse(Double.NaN);
    String told = told(what, worst, measured, "above " + number(bound) + margin(worst, bound));
    return shown(told, holds(measured, it -> it > bound));
  }

  /**
   * {@return as {@link #equal} for kept numbers} {@code what}, {@code expected}, {@code measured}.
   */
  public String isEqual(String what, double expected, double... measured) {
    double farthest =
        Arrays.stream(measured)
            .boxed()
            .max((a, b) -> Double.compare(Math.abs(a - expected), Math.abs(b - expected)))
            .orElse(Double.NaN);
    String told = told(what, farthest, measured, number(expected));
    return shown(told, holds(measured, it -> it == expected));
  }

  private static boolean holds(double[] measured, DoublePredicate each) {
    return measured.length > 0 && Arrays.stream(measured).allMatch(each);
  }

  private String shown(String claim, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("this does not hold here: " + claim + source);
    }
    return "✓ " + claim + source;
  }

  private static String told(String what, double worst, double[] measured, String bound) {
    long different = Arrays.stream(measured).distinct().count();
    String others =
        different <= 1
            ? measured.length > 1 ? " each" : ""
            : Arrays.stream(measured)
                .mapToObj(Claim::number)
                .collect(Collectors.joining(", ", ", the worst of ", ""));
    return "%s: %s%s (must be %s)".formatted(what, number(worst), others, bound);
  }

  /** How far the worst is from its bound, as a share of the bound. */
  private static String margin(double worst, double bound) {
    if (bound == 0) {
      return "";
    }
    double share = Math.abs((worst - bound) / bound);
    return share > FAR
        ? String.format(Locale.ROOT, ", margin over %.0f times the bound", FAR)
        : String.format(Locale.ROOT, ", margin %.0f %%", 100 * share);
  }

  /** Three digits, of whole numbers all. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e7) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    String rounded = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return rounded.contains(".") ? rounded.replaceAll("\\.?0+$", "") : rounded;
  }
}
