package pathprox.csv;

import java.util.Arrays;
import tech.tablesaw.api.ColumnType;

/**
 * What the cells of a column look like, and with that what they mean: the first of the forms that
 * all its cells have. Where 1,234 could be either 1.234 or 1234, the other columns of the file
 * decide: if some have a decimal comma that can be nothing else and none a point, commas are
 * decimal signs; if it is the other way round, or the separator is a comma, they stand between
 * thousands; and otherwise the column stays a text.
 */
enum Form {
  /** Whole numbers of up to 18 digits. */
  WHOLE(ColumnType.LONG),
  /** Numbers as programs write them: 1.5, 1e-3. */
  POINT(ColumnType.DOUBLE),
  /** Numbers with a decimal comma: 1,5. */
  COMMA(ColumnType.DOUBLE),
  /** Numbers with a decimal point and signs between thousands: 1,234.5 or 1 234. */
  POINT_GROUPED(ColumnType.DOUBLE),
  /** Numbers with a decimal comma and signs between thousands: 1.234,5. */
  COMMA_GROUPED(ColumnType.DOUBLE),
  /** true and false. */
  TRUTH(ColumnType.BOOLEAN),
  /** Days as 2020-12-31. */
  DATE(ColumnType.LOCAL_DATE),
  /** Days as 31.12.2020. */
  DOTTED_DATE(ColumnType.LOCAL_DATE),
  /** Days as 31/12/2020. */
  DAY_FIRST(ColumnType.LOCAL_DATE),
  /** Days as 12/31/2020. */
  MONTH_FIRST(ColumnType.LOCAL_DATE),
  /** Days with a time, as 2020-12-31T23:59:59, with a Z at its end or without. */
  DATE_TIME(ColumnType.LOCAL_DATE_TIME),
  /** Anything. */
  TEXT(ColumnType.STRING);

  static final int POINTS = POINT.bit() | POINT_GROUPED.bit();
  static final int COMMAS = COMMA.bit() | COMMA_GROUPED.bit();
  static final int REALS = POINTS | COMMAS;
  static final int NUMBERS = WHOLE.bit() | REALS;
  static final int ANY = (1 << values().length) - 1;

  private final ColumnType type;

  Form(ColumnType type) {
    this.type = type;
  }

  /** {@return what Tablesaw calls it} */
  ColumnType type() {
    return type;
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean isIn(int forms) {
    return (forms & bit()) != 0;
  }

  /** {@return the forms of columns, of those that all their cells have} */
  static Form[] of(CsvColumn[] columns, char separator) {
    boolean hasCommas = Arrays.stream(columns).anyMatch(each -> isOnly(each, COMMAS, POINTS));
    boolean hasPoints = Arrays.stream(columns).anyMatch(each -> isOnly(each, POINTS, COMMAS));
    Form thousandths = thousandths(hasCommas, hasPoints || !hasCommas && separator == ',');
    return Arrays.stream(columns)
        .map(column -> of(column, thousandths, hasCommas))
        .toArray(Form[]::new);
  }

  /**
   * The form of 1,234 beside columns of which some have a sign that can only be the decimal one.
   */
  private static Form thousandths(boolean hasCommas, boolean hasPoints) {
    if (hasCommas == hasPoints) {
      return TEXT;
    }
    return hasCommas ? COMMA : POINT_GROUPED;
  }

  private static boolean isOnly(CsvColumn column, int these, int others) {
    int forms = column.possible();
    return column.hasValues() && (forms & these) != 0 && (forms & others) == 0;
  }

  private static Form of(CsvColumn column, Form thousandths, boolean hasCommas) {
    int forms = column.possible();
    if (!column.hasValues()) {
      return POINT;
    }
    if (isAmbiguous(forms)) {
      return thousandths;
    }
    if (mayBeginWithDayOrMonth(forms)) {
      return TEXT;
    }
    boolean isWhole = (forms & (COMMA.bit() | WHOLE.bit())) != 0;
    boolean arePoints = POINT.isIn(forms) && COMMA_GROUPED.isIn(forms) && !isWhole;
    return arePoints && hasCommas ? COMMA_GROUPED : values()[Integer.numberOfTrailingZeros(forms)];
  }

  /** Whether all cells are like 3/4/2020. */
  static boolean mayBeginWithDayOrMonth(int forms) {
    return DAY_FIRST.isIn(forms) && MONTH_FIRST.isIn(forms);
  }

  /** Whether all cells with a comma are like 1,234. */
  static boolean isAmbiguous(int forms) {
    boolean isPlain = (forms & (POINT.bit() | WHOLE.bit())) != 0;
    return COMMA.isIn(forms) && POINT_GROUPED.isIn(forms) && !isPlain;
  }
}
