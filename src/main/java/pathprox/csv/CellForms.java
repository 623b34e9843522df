package pathprox.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** What a cell can be, and its values in forms that are rare: slow, and by the means of Java. */
final class CellForms {
  private static final int LONGEST_NUMBER = 100;
  private static final int DIGITS_OF_DOUBLE = 17;
  private static final String GROUPED =
      "[+-]?[1-9]\\d{0,2}([%s \u00A0\u2009\u202F'\u2019])\\d{3}(?:\\1\\d{3})*(?:%s\\d+)?";
  private static final Pattern WITH_POINT = Pattern.compile(GROUPED.formatted(",", "\\."));
  private static final Pattern WITH_COMMA = Pattern.compile(GROUPED.formatted(".", ","));
  private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");

  /** Tablesaw holds thousandths of a second; cells with more stay texts. */
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?Z?)?");

  private static final Pattern OTHER_DAY = Pattern.compile("\\d{1,2}([./])\\d{1,2}\\1\\d{4}");

  private static final int DAY = 10;

  private CellForms() {}

  /** {@return whether a text without blanks around it is a number of any form} */
  static boolean isNumber(String cell) {
    return (of(cell) & Form.NUMBERS) != 0;
  }

  /** {@return the forms, as bits, that a cell without blanks around it has} */
  static int of(String cell) {
    NumberScanner number = new NumberScanner();
    int forms = number.scan(cell.toCharArray(), 0, cell.length(), ',');
    if (number.end() < cell.length()) {
      forms = cell.length() > DAY - 1 && cell.charAt(4) == '-' ? moment(cell) : rare(cell);
    }
    return forms | Form.TEXT.bit();
  }

  private static int rare(String cell) {
    if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
      return Form.TRUTH.bit();
    }
    if (cell.length() > LONGEST_NUMBER) {
      return 0;
    }
    if (INFINITE.matcher(cell).matches()) {
      return Form.REALS;
    }
    if (OTHER_DAY.matcher(cell).matches()) {
      return cell.indexOf('.') > 0
          ? day(Form.DOTTED_DATE, cell)
          : day(Form.DAY_FIRST, cell) | day(Form.MONTH_FIRST, cell);
    }
    int points = WITH_POINT.matcher(cell).matches() ? Form.POINT_GROUPED.bit() : 0;
    return points | (WITH_COMMA.matcher(cell).matches() ? Form.COMMA_GROUPED.bit() : 0);
  }

  private static int day(Form form, String cell) {
    try {
      return day(cell, form) == null ? 0 : form.bit();
    } catch (DateTimeException e) {
      return 0; // such as the 31st month
    }
  }

  private static int moment(String cell) {
    if (!MOMENT.matcher(cell).matches()) {
      return 0;
    }
    try {
      boolean isDay = cell.length() == DAY;
      Object read = isDay ? day(cell, Form.DATE) : time(cell);
      return read == null ? 0 : (isDay ? Form.DATE : Form.DATE_TIME).bit();
    } catch (DateTimeException e) {
      return 0; // such as the 30th of February
    }
  }

  /** {@return the day of a cell that has the given form of a date} */
  static LocalDate day(String cell, Form form) {
    if (form == Form.DATE) {
      return LocalDate.parse(cell);
    }
    String[] parts = cell.split("[./]");
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    boolean isMonthFirst = form == Form.MONTH_FIRST;
    return LocalDate.of(
        Integer.parseInt(parts[2]), isMonthFirst ? first : second, isMonthFirst ? second : first);
  }

  /** {@return the day and time of a cell that has the form {@link Form#DATE_TIME}} */
  static LocalDateTime time(String cell) {
    return LocalDateTime.parse(cell.replace(' ', 'T').replace("Z", ""));
  }

  /** {@return the double nearest to a cell that has the given form of a number} */
  static double number(String cell, Form form) {
    if (INFINITE.matcher(cell).matches()) {
      return cell.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    String others = form.isIn(Form.COMMAS) ? "[^\\d,eE+-]" : "[^\\d.eE+-]";
    return Double.parseDouble(cell.replaceAll(others, "").replace(',', '.'));
  }

  /**
   * {@return whether {@code value} does not hold all of a cell: it has too many digits, or is too
   * large or too small}
   */
  static boolean isRounded(double value, String cell) {
    String digits = cell.replaceAll("[eE].*|\\D", "").replaceAll("^0+|(?<!0)0+$", "");
    boolean isBeyond = (value == 0 || Double.isInfinite(value)) && !digits.isEmpty();
    return digits.length() > DIGITS_OF_DOUBLE || isBeyond;
  }
}
