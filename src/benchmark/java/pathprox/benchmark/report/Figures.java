package pathprox.benchmark.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Statistics of a few figures, and figures as text. */
public final class Figures {
  private Figures() {}

  /**
   * {@return {@code value} with so many significant {@code digits}, without zeros at the end; an
   * exponent where it is below 1e-4 or needs more digits}
   */
  public static String general(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : value > 0 ? "inf" : value < 0 ? "-inf" : "nan";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return String.format(
        Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** {@return {@code value} with so many {@code decimals}, rounded from its exact binary value} */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return general(value, 1);
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    String text = rounded.toPlainString();
    return value < 0 && rounded.signum() == 0 ? "-" + text : text;
  }

  /** {@return {@code value} as a whole number with separators} */
  public static String grouped(double value) {
    return String.format(Locale.ROOT, "%,d", new BigDecimal(fixed(value, 0)).longValue());
  }

  /**
   * {@return three significant digits of {@code value}, all of a whole number, words for null and
   * for infinity}
   */
  public static String shown(Double value) {
    if (value == null) {
      return "–";
    }
    if (value.isInfinite()) {
      return "not reached";
    }
    return value == Math.rint(value) ? grouped(value) : general(value, 3);
  }

  /** {@return the median of {@code values}, without those that are null; null if there are none} */
  public static Double median(Collection<? extends Number> values) {
    List<Double> sorted = known(values).stream().sorted().toList();
    int n = sorted.size();
    return n == 0
        ? null
        : n % 2 == 1
            ? sorted.get(n / 2)
            : Double.valueOf((sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2);
  }

  /** {@return the mean of {@code values}, without those that are null; null if there are none} */
  public static Double mean(Collection<? extends Number> values) {
    List<Double> known = known(values);
    if (known.isEmpty()) {
      return null;
    }
    BigDecimal sum = known.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128).doubleValue();
  }

  /** {@return the deviation of {@code values}, divided by n − 1; 0 with one} */
  public static double deviation(Collection<? extends Number> values) {
    double mean = mean(values);
    double squares = known(values).stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }

  /**
   * {@return {@code value} to nine decimals, so that means of the same figures in another order are
   * equal}
   */
  public static double level(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(9, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }

  /** {@return {@code value}, or null, which JSON has, if it is not finite} */
  public static Double finite(Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }

  private static List<Double> known(Collection<? extends Number> values) {
    return values.stream().filter(each -> each != null).map(Number::doubleValue).toList();
  }
}
