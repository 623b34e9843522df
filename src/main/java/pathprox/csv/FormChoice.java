package pathprox.csv;

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
    boolean hasCommas = false;
    boolean hasPoints = false;
    for (CsvColumn column : columns) {
      hasCommas |= isOnly(column, Form.COMMAS, Form.POINTS);
      hasPoints |= isOnly(column, Form.POINTS, Form.COMMAS);
    }
    FormChoice choice = new FormChoice(hasCommas, hasPoints, separator);
    Form[] forms = new Form[columns.length];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = choice.form(columns[i]);
    }
    return forms;
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
    for (Form form : Form.values()) {
      if (form.isIn(forms)) {
        return form;
      }
    }
    throw new IllegalStateException("each cell is a text");
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
