package pathprox.csv;

import java.util.Arrays;

/**
 * The form of each column, of those that all its cells have. Where 1,234 could be either 1.234 or
 * 1234, the other columns of the file decide: if some have a decimal comma that can be nothing else
 * and none a point, commas are decimal signs; if it is the other way round, or the separator is a
 * comma, they stand between thousands; and otherwise the column stays a text.
 */
final class FormChoice {
  private final boolean hasCommas;
  private final boolean hasPoints;
  private final char separator;

  private FormChoice(boolean hasCommas, boolean hasPoints, char separator) {
    this.hasCommas = hasCommas;
    this.hasPoints = hasPoints;
    this.separator = separator;
  }

  static Form[] of(CsvColumn[] columns, char separator) {
    FormChoice choice =
        new FormChoice(
            Arrays.stream(columns).anyMatch(each -> isOnly(each, Form.COMMAS, Form.POINTS)),
            Arrays.stream(columns).anyMatch(each -> isOnly(each, Form.POINTS, Form.COMMAS)),
            separator);
    return Arrays.stream(columns).map(choice::form).toArray(Form[]::new);
  }

  private static boolean isOnly(CsvColumn column, int these, int others) {
    int forms = column.possible();
    return column.hasValues() && (forms & these) != 0 && (forms & others) == 0;
  }

  private Form form(CsvColumn column) {
    if (!column.hasValues()) {
      return Form.POINT;
    }
    int forms = column.possible();
    if (isAmbiguous(forms)) {
      return ofThousandths(forms);
    }
    boolean areThousands =
        Form.POINT.isIn(forms)
            && Form.COMMA_GROUPED.isIn(forms)
            && (forms & (Form.COMMA.bit() | Form.WHOLE.bit())) == 0;
    if (areThousands && hasCommas) {
      return Form.COMMA_GROUPED;
    }
    return Arrays.stream(Form.values()).filter(form -> form.isIn(forms)).findFirst().orElseThrow();
  }

  /** Whether all cells with a comma are like 1,234. */
  static boolean isAmbiguous(int forms) {
    boolean isPlain = (forms & (Form.POINT.bit() | Form.WHOLE.bit())) != 0;
    return Form.COMMA.isIn(forms) && Form.POINT_GROUPED.isIn(forms) && !isPlain;
  }

  private Form ofThousandths(int forms) {
    if (hasCommas && !hasPoints) {
      return Form.COMMA;
    }
    boolean areThousands = separator == ',' || hasPoints;
    return areThousands && !hasCommas ? Form.POINT_GROUPED : Form.TEXT;
  }

  @Override
  public String toString() {
    return "forms in a file with decimal commas: " + hasCommas + ", points: " + hasPoints;
  }
}
