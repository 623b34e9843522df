package pathprox.csv;

import com.fasterxml.jackson.core.io.NumberInput;

/** Reads numbers without signs between thousands, one after the other, where they stand. */
final class NumberScanner {
  /** Digits that a long holds whatever they are. */
  private static final int LONGEST = 18;

  private static final int LARGEST_EXPONENT = 100_000;
  private static final long MOST_OF_DOUBLE = 100_000_000_000_000_000L;
  private static final long LARGEST_EXACT = 1L << 53;

  /** More than what the two roundings of the smaller part can change, relative to it. */
  private static final double SLACK = 0x1p-50;

  /** The powers of ten that are doubles. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private char[] text;
  private int from;
  private int end;
  private boolean isNegative;
  private char decimal;
  private long significand;
  private int exponent;
  private int digits;

  /**
   * {@return the forms, as bits, of the number that begins at {@code start}, as far as it goes, or
   * 0} Commas are decimal signs if that is what {@code comma} is.
   */
  int scan(char[] cell, int start, int to, char comma) {
    text = cell;
    from = start;
    isNegative = start < to && cell[start] == '-';
    int first = isNegative || start < to && cell[start] == '+' ? start + 1 : start;
    long value = 0;
    int i = first;
    int digit;
    while (i < to && (digit = cell[i] - '0') >= 0 && digit <= 9) {
      value = 10 * value + digit;
      i++;
    }
    int whole = i - first;
    int fraction = 0;
    decimal = 0;
    if (i < to && (cell[i] == '.' || cell[i] == comma)) {
      decimal = cell[i++];
      int point = i;
      while (i < to && (digit = cell[i] - '0') >= 0 && digit <= 9) {
        value = 10 * value + digit;
        i++;
      }
      fraction = i - point;
    }
    significand = value;
    end = i;
    digits = whole + fraction;
    exponent = -fraction;
    boolean hasExponent = i < to && (cell[i] | 0x20) == 'e' && scanExponent(i + 1, to);
    if (digits > LONGEST) {
      digits -= leadingZeros(first);
    }
    return digits > 0 ? forms(first, whole, hasExponent ? -1 : fraction) : 0;
  }

  /** {@return where the number ends} */
  int end() {
    return end;
  }

  private boolean scanExponent(int at, int to) {
    boolean isBelow = at < to && text[at] == '-';
    int first = isBelow || at < to && text[at] == '+' ? at + 1 : at;
    int power = 0;
    int i = first;
    while (i < to && isDigit(text[i])) {
      power = Math.min(LARGEST_EXPONENT, 10 * power + text[i] - '0');
      i++;
    }
    if (i == first) {
      return false;
    }
    exponent += isBelow ? -power : power;
    end = i;
    return true;
  }

  private int leadingZeros(int first) {
    int zeros = 0;
    for (int i = first; i < end && (text[i] == '0' || text[i] == decimal); i++) {
      zeros += text[i] == '0' ? 1 : 0;
    }
    return Math.min(zeros, digits - 1);
  }

  /** The forms of a number with so many digits before and after the sign; after, −1 with e. */
  private int forms(int first, int whole, int fraction) {
    boolean isShort = whole <= 3 && fraction >= 0;
    boolean hasThousands = isShort && whole > 0 && text[first] != '0' && fraction == 3;
    if (decimal == '.') {
      int grouped = isShort ? Form.POINT_GROUPED.bit() : 0;
      return Form.POINT.bit() | grouped | (hasThousands ? Form.COMMA_GROUPED.bit() : 0);
    }
    if (decimal == ',') {
      int grouped = isShort ? Form.COMMA_GROUPED.bit() : 0;
      return Form.COMMA.bit() | grouped | (hasThousands ? Form.POINT_GROUPED.bit() : 0);
    }
    if (fraction < 0) {
      return Form.POINT.bit() | Form.COMMA.bit();
    }
    if (whole > 1 && text[first] == '0') {
      return 0; // a code, such as that of a town
    }
    int wholes = digits <= LONGEST ? Form.WHOLE.bit() : 0;
    return wholes | (isShort ? Form.REALS : Form.POINT.bit() | Form.COMMA.bit());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@return the number, which has the form {@link Form#WHOLE}, as a long} */
  long whole() {
    return isNegative ? -significand : significand;
  }

  /** {@return the nearest double} */
  double value() {
    double size = Double.NaN;
    if (digits <= LONGEST && exponent <= 0 && exponent > -POWERS.length) {
      size = quotient(significand, POWERS[-exponent]);
    }
    if (Double.isNaN(size)) {
      String number = new String(text, from, end - from).replace(',', '.');
      return NumberInput.parseDouble(number, true);
    }
    return isNegative ? -size : size;
  }

  /**
   * The double nearest to a quotient, or NaN where twice the digits of a double do not tell it: the
   * rest of the division of doubles is one itself, and divided again.
   */
  private static double quotient(long dividend, double divisor) {
    double high = dividend;
    double quotient = high / divisor;
    if (dividend <= LARGEST_EXACT) {
      return quotient;
    }
    double low = dividend - (long) high;
    double more = (Math.fma(-quotient, divisor, high) + low) / divisor;
    double least = quotient + more * (1 - SLACK);
    return least == quotient + more * (1 + SLACK) ? least : Double.NaN;
  }

  /** {@return whether {@code value} may not hold all of the number} */
  boolean mayBeRoundedAs(double value) {
    boolean isBeyond = value == 0 && significand != 0 || Double.isInfinite(value);
    return digits > LONGEST || significand >= MOST_OF_DOUBLE || isBeyond;
  }
}
