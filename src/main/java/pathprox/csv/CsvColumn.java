package pathprox.csv;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * One column while the rows of a file go by: it finds out which forms all cells have, and keeps
 * their values in the form that was guessed from the first rows as long as that is right.
 */
final class CsvColumn {
  private final MissingWords words;
  private final NumberScanner number;
  private final Form form;
  private final int[] missing;
  private Column<?> values;
  private boolean isPlain;
  private int possible;
  private int row;
  private boolean hasValues;
  private int rounded;
  private int firstRounded;
  private boolean hadNumbers;
  private String otherCell;
  private int otherRow;

  /**
   * A column that keeps values in a form, with room for so many at first, or with {@code null} only
   * looks at them.
   */
  CsvColumn(MissingWords words, NumberScanner number, Form form, int possible, int room) {
    this.words = words;
    this.number = number;
    this.form = form;
    this.possible = possible;
    boolean isUngrouped = form == Form.WHOLE || form == Form.POINT || form == Form.COMMA;
    isPlain = isUngrouped && !words.haveNumbers();
    missing = new int[words.all().size()];
    values = form == null ? null : values(form, room);
  }

  /** Columns that grow leave copies behind, for which a program that has just begun collects. */
  private static Column<?> values(Form form, int room) {
    if (form == Form.WHOLE) {
      LongColumn values = LongColumn.create("", new long[room]);
      values.clear();
      return values;
    }
    if (form.isIn(Form.REALS)) {
      DoubleColumn values = DoubleColumn.create("", new double[room]);
      values.clear();
      return values;
    }
    return form.type().create("");
  }

  /** {@return a column for the same cells once more, in the form that they were found to have} */
  CsvColumn again(Form right) {
    int forms = right == Form.TEXT ? Form.TEXT.bit() : possible;
    return new CsvColumn(words, number, right, forms, row);
  }

  /**
   * Takes the cell of the next row if it begins there, is a plain number in the form that is kept,
   * and a sign follows.
   *
   * @return the index of that sign, or −1 if it is anything else
   */
  int addNumber(char[] text, int from, int to, char separator) {
    if (!isPlain) {
      return -1;
    }
    int start = from;
    while (start < to && text[start] == ' ') {
      start++;
    }
    int forms = number.scan(text, start, to, separator == ',' ? '.' : ',');
    int next = number.end();
    if (!form.isIn(forms) || next == to || !isEnd(text[next], separator)) {
      return -1;
    }
    keepNumber(text, start, forms);
    return next;
  }

  private static boolean isEnd(char c, char separator) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void keepNumber(char[] text, int from, int forms) {
    row++;
    hasValues = true;
    hadNumbers = true;
    possible &= forms | Form.TEXT.bit();
    if (form == Form.WHOLE) {
      ((LongColumn) values).append(number.whole());
      return;
    }
    double value = number.value();
    ((DoubleColumn) values).append(value);
    if (number.mayBeRoundedAs(value)) {
      countRounded(value, new String(text, from, number.end() - from));
    }
  }

  /** Takes the cell of the next row, which has no blanks around it. */
  void add(char[] text, int from, int to) {
    if (isPlain && from < to) {
      int forms = number.scan(text, from, to, ',');
      if (form.isIn(forms) && number.end() == to) {
        keepNumber(text, from, forms);
        return;
      }
    }
    add(new String(text, from, to - from));
  }

  void add(String cell) {
    row++;
    Integer word = words.indexes().get(cell);
    if (word != null) {
      missing[word]++;
      keepMissing(word);
      return;
    }
    hasValues = true;
    if (possible != Form.TEXT.bit()) {
      restrict(cell);
    }
    keep(cell);
  }

  private void restrict(String cell) {
    int before = possible;
    possible &= CellForms.of(cell);
    boolean wasNumber = (before & Form.NUMBERS) != 0;
    boolean isNumber = (possible & Form.NUMBERS) != 0;
    if (wasNumber && !isNumber && (hadNumbers || cell.matches("0\\d+"))) {
      otherCell = cell.substring(0, Math.min(cell.length(), 40));
      otherRow = row;
    }
    hadNumbers |= isNumber;
  }

  private void keep(String cell) {
    if (form != null && form.isIn(possible)) {
      values.appendObj(value(cell));
    } else {
      values = null; // the guess was wrong
      isPlain = false;
    }
  }

  private Object value(String cell) {
    return switch (form) {
      case TEXT -> cell;
      case WHOLE -> Long.valueOf(cell);
      case TRUTH -> Boolean.valueOf(cell);
      case DATE, DOTTED_DATE, DAY_FIRST, MONTH_FIRST -> CellForms.day(cell, form);
      case DATE_TIME -> CellForms.time(cell);
      default -> real(cell);
    };
  }

  private double real(String cell) {
    double value = CellForms.number(cell, form);
    countRounded(value, cell);
    return value;
  }

  private void countRounded(double value, String cell) {
    if (CellForms.isRounded(value, cell)) {
      rounded++;
      firstRounded = rounded == 1 ? row : firstRounded;
    }
  }

  private void keepMissing(int word) {
    if (form == Form.TEXT && word >= words.inTexts()) {
      values.appendObj(words.all().get(word));
    } else if (values != null) {
      values.appendMissing();
    }
  }

  /** {@return the forms, as bits, that all cells have} */
  int possible() {
    return possible;
  }

  /** {@return the form in which values were kept} */
  Form form() {
    return form;
  }

  boolean hasValues() {
    return hasValues;
  }

  /** {@return how many cells are the missing word of that index} */
  int missing(int word) {
    return missing[word];
  }

  /** {@return how many numbers have more digits than a double, or are beyond its range} */
  int rounded() {
    return rounded;
  }

  /** {@return the row, from 1, of the first of them} */
  int firstRounded() {
    return firstRounded;
  }

  /** {@return the cell that made a column of numbers one of texts, or null} */
  String otherCell() {
    return otherCell;
  }

  /** {@return its row, from 1} */
  int otherRow() {
    return otherRow;
  }

  /** {@return the values of the first rows, by a name} */
  Column<?> values(String name, int rows) {
    Column<?> kept = values.size() == rows ? values : values.where(Selection.withRange(0, rows));
    return kept.setName(name);
  }
}
