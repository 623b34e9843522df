package pathprox.csv;

import java.util.Arrays;

/**
 * The form of each column, of those that all its cells have. Where 1,234 could be either 1.234 or
 * 1234, the other columns of the file decide: if some have a decimal comma that can be nothing else
 * and none a point, commas are decimal signs; if it is the other way round, or the separator is a
 * comma, they stand between thousands; and otherwise the column stays a text.
 */
record FormChoice(boolean hasCommas, boolean hasPoints, char separator) {
  static Form[] of(CsvColumn[] columns, char separator) {
    boolean hasCommas =
        Arrays.stream(columns).anyMatch(column -> isOnly(column, Form.COMMAS, Form.POINTS));
    boolean hasPoints =
        Arrays.stream(columns).anyMatch(column -> isOnly(column, Form.POINTS, Form.COMMAS));
    FormChoice choice = new FormChoice(hasCommas, hasPoints, separator);
    return Arrays.stream(columns).map(choice::form).toArray(Form[]::new);
  }

  private static boolean isOnly(CsvColumn column, int these, int others) {
    int forms = column.possible();
    return column.hasValues() && (forms & these) != 0 && (forms & others) == 0;
  }

  private Form form(CsvColumn column) {
    int forms = column.possible();
    if (!column.hasValues()) {
      return Form.POINT;
    }
    if (isAmbiguous(forms)) {
      return ofThousandths();
    }
    boolean areThousands =
        Form.POINT.isIn(forms)
            && Form.COMMA_GROUPED.isIn(forms)
            && (forms & (Form.COMMA.bit() | Form.WHOLE.bit())) == 0;
    return areThousands && hasCommas
        ? Form.COMMA_GROUPED
        : Form.values()[Integer.numberOfTrailingZeros(forms)];
  }

  /** Whether all cells with a comma are like 1,234. */
  static boolean isAmbiguous(int forms) {
    boolean isPlain = (forms & (Form.POINT.bit() | Form.WHOLE.bit())) != 0;
    return Form.COMMA.isIn(forms) && Form.POINT_GROUPED.isIn(forms) && !isPlain;
  }

  private Form ofThousandths() {
    if (hasCommas) {
      return hasPoints ? Form.TEXT : Form.COMMA;
    }
    return separator == ',' || hasPoints ? Form.POINT_GROUPED : Form.TEXT;
  }
}
