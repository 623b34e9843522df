package pathprox.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** Days, and days with a time, as ISO 8601 writes them, and as Tablesaw's columns hold them. */
final class Moments {
  private static final int DAY = 10;
  private static final int MINUTE = 16;
  private static final int SECOND = 19;

  /** Tablesaw holds thousandths of a second; cells with more stay texts. */
  private static final int THOUSANDTH = 23;

  private Moments() {}

  /** {@return the forms of a cell among true or false, dates, and dates with times, or 0} */
  static int scan(char[] text, int from, int to) {
    if (Words.same("true", text, from, to) || Words.same("false", text, from, to)) {
      return Form.TRUTH.bit();
    }
    Form form = to - from == DAY ? Form.DATE : Form.DATE_TIME;
    return isShaped(text, from, to) && packed(form, text, from, to) >= 0 ? form.bit() : 0;
  }

  private static boolean isShaped(char[] text, int from, int to) {
    int length = to - from;
    boolean fits =
        length == DAY
            || length == MINUTE
            || length == SECOND
            || length > 20 && length <= THOUSANDTH;
    if (!fits) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      boolean isRight =
          switch (i) {
            case 4, 7 -> c == '-';
            case DAY -> c == 'T' || c == ' ';
            case 13, MINUTE -> c == ':';
            case SECOND -> c == '.';
            default -> c >= '0' && c <= '9';
          };
      if (!isRight) {
        return false;
      }
    }
    return true;
  }

  /** {@return a cell of that shape as Tablesaw packs it, or −1 if there is no such day or time} */
  static long packed(Form form, char[] text, int from, int to) {
    try {
      LocalDate day =
          LocalDate.of(
              number(text, from, from + 4),
              number(text, from + 5, from + 7),
              number(text, from + 8, from + DAY));
      if (form == Form.DATE) {
        return PackedLocalDate.pack(day);
      }
      return PackedLocalDateTime.pack(LocalDateTime.of(day, time(text, from, to)));
    } catch (DateTimeException e) {
      return -1;
    }
  }

  private static LocalTime time(char[] text, int from, int to) {
    int second = to - from >= SECOND ? number(text, from + MINUTE + 1, from + SECOND) : 0;
    int nanos = 0;
    for (int i = 1, unit = 100_000_000; from + SECOND + i < to; i++, unit /= 10) {
      nanos += unit * (text[from + SECOND + i] - '0');
    }
    return LocalTime.of(
        number(text, from + DAY + 1, from + 13),
        number(text, from + 14, from + MINUTE),
        second,
        nanos);
  }

  private static int number(char[] text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + text[i] - '0';
    }
    return value;
  }
}
