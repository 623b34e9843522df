package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * The cells of a column of any type as numbers, texts or times, rows from 0; messages count them
 * from 1.
 *
 * @param column of a table. Not modified.
 * @param missingWords texts that stand for a missing value
 */
record Cells(Column<?> column, List<String> missingWords) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final String DAY = "2024-12-31";
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double MOST_EXACT = 1e15; // whole numbers up to here have all their digits

  static Cells of(Column<?> column) {
    return new Cells(column, List.of());
  }

  /** Exactly this name: Tablesaw itself would find one that differs in case. */
  static boolean has(Table table, String name) {
    return table.columnNames().contains(name);
  }

  /** By size if all are numbers, else by letter. */
  static Comparator<String> order(Collection<String> texts) {
    return texts.stream().allMatch(Cells::isNumber)
        ? Comparator.comparing(Double::valueOf)
        : Comparator.naturalOrder();
  }

  int size() {
    return column.size();
  }

  boolean isMissing(int row) {
    return column.isMissing(row)
        || isText() && (text(row).isEmpty() || missingWords.contains(text(row)));
  }

  boolean isText() {
    return !(column instanceof NumericColumn<?>) && !(column instanceof BooleanColumn) && !isTime();
  }

  boolean isTime() {
    return column instanceof DateColumn
        || column instanceof DateTimeColumn
        || column instanceof InstantColumn
        || column instanceof TimeColumn;
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The number in a cell that is not missing, finite; true is 1 and false 0. */
  double number(int row) {
    double value;
    if (column instanceof NumericColumn<?> numbers) {
      value = numbers.getDouble(row);
    } else if (column instanceof BooleanColumn truths) {
      value = truths.getDouble(row);
    } else {
      String text = text(row);
      String cure = isNumber(text.replace(',', '.')) ? ": write decimals with a point" : "";
      String message = "column '%s', row %d: expected a number, found '%s'%s";
      require(isNumber(text), message, column.name(), row + 1, text, cure);
      value = Double.parseDouble(text);
    }
    String message = "column '%s', row %d: expected a finite number, found %s";
    require(Double.isFinite(value), message, column.name(), row + 1, value);
    return value + 0.0; // −0 is no other number than 0
  }

  /** The same for 3 and 3.0, and without spaces around it. */
  String text(int row) {
    if (column instanceof NumericColumn<?> numbers) {
      double value = numbers.getDouble(row);
      boolean isWhole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
      return isWhole ? Long.toString((long) value) : String.valueOf(numbers.get(row));
    }
    return String.valueOf(column.get(row)).strip();
  }

  /** Since 1970. */
  static double days(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) / SECONDS_PER_DAY;
  }

  /** Midnight for a date alone, and the first day of 1970 for a time of the day alone. */
  LocalDateTime time(int row) {
    if (column instanceof DateColumn dates) {
      return dates.get(row).atStartOfDay();
    }
    if (column instanceof DateTimeColumn times) {
      return times.get(row);
    }
    if (column instanceof InstantColumn instants) {
      return LocalDateTime.ofInstant(instants.get(row), ZoneOffset.UTC);
    }
    if (column instanceof TimeColumn times) {
      return times.get(row).atDate(LocalDate.EPOCH);
    }
    try {
      String text = text(row);
      return text.length() <= DAY.length()
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      String message = "column '%s', row %d: expected a date or time such as %s, found '%s'";
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, message, column.name(), row + 1, DAY, text(row)), e);
    }
  }
}
