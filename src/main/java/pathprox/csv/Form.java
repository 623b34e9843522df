package pathprox.csv;

/** What the cells of a column look like, and with that what they mean. */
enum Form {
  /** Whole numbers of up to 18 digits. */
  WHOLE("whole numbers"),
  /** Numbers as programs write them: 1.5, 1e-3. */
  POINT("numbers"),
  /** Numbers with a decimal comma: 1,5. */
  COMMA("numbers"),
  /** Numbers with a decimal point and signs between thousands: 1,234.5 or 1 234. */
  POINT_GROUPED("numbers"),
  /** Numbers with a decimal comma and signs between thousands: 1.234,5. */
  COMMA_GROUPED("numbers"),
  /** true and false. */
  TRUTH("true or false"),
  /** Days as 2020-12-31. */
  DATE("dates"),
  /** Days with a time, as 2020-12-31T23:59:59. */
  DATE_TIME("dates with times"),
  /** Anything. */
  TEXT("texts");

  static final int POINTS = POINT.bit() | POINT_GROUPED.bit();
  static final int COMMAS = COMMA.bit() | COMMA_GROUPED.bit();
  static final int REALS = POINTS | COMMAS;
  static final int NUMBERS = WHOLE.bit() | REALS;
  static final int ANY = (1 << values().length) - 1;

  private final String described;

  Form(String described) {
    this.described = described;
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean isIn(int forms) {
    return (forms & bit()) != 0;
  }

  boolean isNumber() {
    return isIn(NUMBERS);
  }

  boolean isGrouped() {
    return this == POINT_GROUPED || this == COMMA_GROUPED;
  }

  @Override
  public String toString() {
    return described;
  }
}
