package pathprox.csv;

/** What the cells of a column look like, and with that what they mean. */
enum Form {
  /** Whole numbers of up to 18 digits. */
  WHOLE,
  /** Numbers as programs write them: 1.5, 1e-3. */
  POINT,
  /** Numbers with a decimal comma: 1,5. */
  COMMA,
  /** Numbers with a decimal point and signs between thousands: 1,234.5 or 1 234. */
  POINT_GROUPED,
  /** Numbers with a decimal comma and signs between thousands: 1.234,5. */
  COMMA_GROUPED,
  /** true and false. */
  TRUTH,
  /** Days as 2020-12-31. */
  DATE,
  /** Days with a time, as 2020-12-31T23:59:59. */
  DATE_TIME,
  /** Anything. */
  TEXT;

  static final int POINTS = POINT.bit() | POINT_GROUPED.bit();
  static final int COMMAS = COMMA.bit() | COMMA_GROUPED.bit();
  static final int REALS = POINTS | COMMAS;
  static final int NUMBERS = WHOLE.bit() | REALS;
  static final int ANY = (1 << values().length) - 1;

  int bit() {
    return 1 << ordinal();
  }

  boolean isIn(int forms) {
    return (forms & bit()) != 0;
  }
}
