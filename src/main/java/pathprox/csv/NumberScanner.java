package pathprox.csv;

import com.fasterxml.jackson.core.io.NumberInput;

/** Reads one cell after the other as a number, without making texts of them. */
final class NumberScanner {
  /** Digits that a long holds whatever they are. */
  private static final int LONGEST = 18;

  private static final int DIGITS_OF_DOUBLE = 17;
  private static final int LARGEST_EXPONENT = 100_000;

  private char[] text;
  private int from;
  private int to;
  private boolean isNegative;
  private boolean isInfinite;
  private boolean isGrouped;
  private char decimal;
  private long significand;
  private int exponent;
  private int digits;
  private char[] scratch = new char[64];

  /** {@return whether a text without blanks around it is a number of any form} */
  static boolean isNumber(String text) {
    char[] cell = text.toCharArray();
    return cell.length > 0 && new NumberScanner().scan(cell, 0, cell.length) != 0;
  }

  /** {@return the forms of numbers, as bits, that a cell without blanks around it has, or 0} */
  int scan(char[] cell, int start, int end) {
    int forms = scanPlain(cell, start, end, ',');
    return forms >= 0 && to == end ? forms : special(cell, start, end);
  }

  /**
   * {@return the same for digits with a sign, a decimal sign and an exponent, as far as there are
   * such, or −1 if there is none} Commas are decimal signs if that is what {@code comma} is.
   */
  int scanPlain(char[] cell, int start, int end, char comma) {
    text = cell;
    from = start;
    isInfinite = false;
    isGrouped = false;
    decimal = 0;
    int i = start;
    isNegative = i < end && cell[i] == '-';
    if (isNegative || i < end && cell[i] == '+') {
      i++;
    }
    int first = i;
    long value = 0;
    int digit;
    while (i < end && (digit = cell[i] - '0') >= 0 && digit <= 9) {
      value = 10 * value + digit;
      i++;
    }
    int whole = i - first;
    int fraction = 0;
    if (i < end && (cell[i] == '.' || cell[i] == comma)) {
      decimal = cell[i++];
      int point = i;
      while (i < end && (digit = cell[i] - '0') >= 0 && digit <= 9) {
        value = 10 * value + digit;
        i++;
      }
      fraction = i - point;
    }
    significand = value;
    exponent = -fraction;
    digits = whole + fraction;
    to = i;
    boolean hasExponent = i < end && (cell[i] | 0x20) == 'e' && scanExponent(i, end);
    if (digits > LONGEST) {
      digits -= leadingZeros(first);
    }
    return digits > 0 ? forms(first, whole, hasExponent ? -1 : fraction) : -1;
  }

  /** {@return where what {@link #scanPlain} has read ends} */
  int end() {
    return to;
  }

  private int special(char[] cell, int start, int end) {
    text = cell;
    from = start;
    to = end;
    isNegative = cell[start] == '-';
    isGrouped = true;
    return grouped() | infinite();
  }

  private boolean scanExponent(int at, int end) {
    int i = at + 1;
    boolean isBelow = i < end && text[i] == '-';
    if (i < end && (isBelow || text[i] == '+')) {
      i++;
    }
    int first = i;
    int power = 0;
    while (i < end && isDigit(text[i])) {
      power = Math.min(LARGEST_EXPONENT, 10 * power + text[i] - '0');
      i++;
    }
    if (i == first) {
      return false;
    }
    exponent += isBelow ? -power : power;
    to = i;
    return true;
  }

  private int leadingZeros(int first) {
    int zeros = 0;
    for (int i = first; i < to && (text[i] == '0' || text[i] == decimal); i++) {
      zeros += text[i] == '0' ? 1 : 0;
    }
    return Math.min(zeros, digits - 1);
  }

  /** The forms of a number with so many digits before and after the sign; after, −1 with e. */
  private int forms(int first, int whole, int fraction) {
    boolean hasThousands = whole >= 1 && whole <= 3 && text[first] != '0' && fraction == 3;
    boolean isShort = whole <= 3 && fraction >= 0;
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
    int grouped = isShort ? Form.POINT_GROUPED.bit() | Form.COMMA_GROUPED.bit() : 0;
    int wholes = digits <= LONGEST ? Form.WHOLE.bit() : 0;
    return Form.POINT.bit() | Form.COMMA.bit() | grouped | wholes;
  }

  private int grouped() {
    if (!isDigit(text[to - 1])) {
      return 0; // soon, as texts end like that
    }
    int points = withoutGroups('.') > 0 ? Form.POINT_GROUPED.bit() : 0;
    return points | (withoutGroups(',') > 0 ? Form.COMMA_GROUPED.bit() : 0);
  }

  private int infinite() {
    int first = from + (text[from] == '-' || text[from] == '+' ? 1 : 0);
    isInfinite = Words.same("inf", text, first, to) || Words.same("infinity", text, first, to);
    return isInfinite ? Form.REALS : 0;
  }

  /** Writes the cell with a point and without signs between thousands; its length, or 0. */
  private int withoutGroups(char sign) {
    if (scratch.length < to - from) {
      scratch = new char[2 * (to - from)];
    }
    int size = 0;
    int i = from;
    if (text[i] == '-' || text[i] == '+') {
      scratch[size++] = text[i++];
    }
    int first = i;
    int group = 0;
    char between = 0;
    for (; i < to && text[i] != sign; i++) {
      if (isDigit(text[i])) {
        scratch[size++] = text[i];
        group++;
      } else if (endsGroup(text[i], sign, between, group) && text[first] != '0') {
        between = text[i];
        group = 0;
      } else {
        return 0;
      }
    }
    boolean isWhole = between == 0 ? group >= 1 && group <= 3 : group == 3;
    return isWhole ? withFraction(i, size) : 0;
  }

  private static boolean endsGroup(char c, char sign, char before, int group) {
    boolean isSign =
        switch (c) {
          case ',', '.' -> c != sign;
          case ' ', '\u00A0', '\u2009', '\u202F', '\'', '\u2019' -> true;
          default -> false;
        };
    return isSign && (before == 0 ? group >= 1 && group <= 3 : group == 3 && c == before);
  }

  private int withFraction(int at, int whole) {
    int size = whole;
    for (int i = at; i < to; i++) {
      if (i > at && !isDigit(text[i])) {
        return 0;
      }
      scratch[size++] = i == at ? '.' : text[i];
    }
    return size;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@return the cell, which has the form {@link Form#WHOLE}, as a long} */
  long whole() {
    return isNegative ? -significand : significand;
  }

  /** {@return the cell, which has the given form, as the nearest double} */
  double value(Form form) {
    if (isInfinite) {
      return isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    char sign = form.isIn(Form.COMMAS) ? ',' : '.';
    if (isGrouped || form.isGrouped() && decimal != 0 && decimal != sign) {
      scanPlain(scratch, 0, withoutGroups(sign), ',');
    }
    double size = digits <= LONGEST ? RoundedDecimal.of(significand, exponent) : Double.NaN;
    if (Double.isNaN(size)) {
      return byLibrary();
    }
    return isNegative ? -size : size;
  }

  private double byLibrary() {
    if (decimal != ',') {
      return NumberInput.parseDouble(text, from, to - from, true);
    }
    return Double.parseDouble(new String(text, from, to - from).replace(',', '.'));
  }

  /** {@return whether a double cannot hold the cell: too many digits, too large or too small} */
  boolean isRoundedAs(double value) {
    if (isInfinite) {
      return false;
    }
    return digits > DIGITS_OF_DOUBLE && significantDigits() > DIGITS_OF_DOUBLE
        || Double.isInfinite(value)
        || value == 0 && significantDigits() > 0;
  }

  /** {@return how many digits there are from the first to the last that is not 0} */
  private int significantDigits() {
    int found = 0;
    int last = 0;
    for (int i = from; i < to && text[i] != 'e' && text[i] != 'E'; i++) {
      if (isDigit(text[i]) && (found > 0 || text[i] != '0')) {
        found++;
        last = text[i] == '0' ? last : found;
      }
    }
    return last;
  }
}
