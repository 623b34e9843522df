package pathprox.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Rounds numbers for reading; whole numbers stay whole.
 *
 * @param count how many digits a fraction keeps, 1 or more, else an IllegalArgumentException
 */
public record SignificantDigits(int count) {
  public SignificantDigits {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, was " + count);
    }
  }

  /** {@return {@code value} in its shortest form, such as 60000, 0.0345 or 1.2e-7} */
  public String format(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(count)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -5 && exponent <= 9
        ? rounded.toPlainString()
        : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
