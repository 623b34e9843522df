package pathprox.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * One column while the rows of a file go by: it finds out which forms all cells have, and keeps
 * their values in the form that was guessed from the first rows as long as that is right.
 */
final class CsvColumn {
  private final CellReader cells;
  private final Form form;
  private final boolean isPlain;
  private final int bit;
  private final int[] missing;
  private LongChunks values;
  private List<String> texts;
  private int possible;
  private int row;
  private int present;
  private int rounded;
  private int firstRounded;
  private boolean hadNumbers;
  private String otherCell;
  private int otherRow;

  /** A column that keeps values in a form, or with {@code null} only looks at them. */
  CsvColumn(CellReader cells, Form form, int possible) {
    this.cells = cells;
    this.form = form;
    this.possible = possible;
    boolean isUngrouped = form == Form.WHOLE || form == Form.POINT || form == Form.COMMA;
    isPlain = isUngrouped && !cells.missing().haveNumbers();
    bit = form == null ? 0 : form.bit();
    missing = new int[cells.missing().all().size()];
    if (form == Form.TEXT) {
      texts = new ArrayList<>();
    } else if (form != null) {
      values = new LongChunks();
    }
  }

  /**
   * Takes the cell of the next row if it begins there, is a plain number in the form that is kept,
   * and a sign follows.
   *
   * @return the index of that sign, or −1 if it is anything else
   */
  int addNumber(char[] text, int from, int to, char separator) {
    if (!isPlain || values == null) {
      return -1;
    }
    NumberScanner number = cells.number();
    int forms = number.scanPlain(text, from, to, separator == ',' ? '.' : ',');
    int next = number.end();
    boolean isKept = forms > 0 && (forms & bit) != 0 && next < to;
    if (!isKept || text[next] != separator && text[next] != '\n' && text[next] != '\r') {
      return -1;
    }
    row++;
    present++;
    possible &= forms | Form.TEXT.bit();
    hadNumbers = true;
    values.add(form == Form.WHOLE ? number.whole() : real());
    return next;
  }

  /** Takes the cell of the next row. */
  void add(char[] text, int start, int end) {
    row++;
    int from = start;
    int to = end;
    while (from < to && isBlank(text[from])) {
      from++;
    }
    while (to > from && isBlank(text[to - 1])) {
      to--;
    }
    if (possible == Form.TEXT.bit()) {
      addText(text, from, to);
    } else {
      addAny(text, from, to);
    }
  }

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0';
  }

  private void addAny(char[] text, int from, int to) {
    int forms = from == to ? 0 : cells.forms(possible, text, from, to);
    boolean mayBeWord = (forms & Form.NUMBERS) == 0 || cells.missing().haveNumbers();
    int word = mayBeWord ? cells.missing().find(text, from, to) : -1;
    if (word >= 0) {
      missing[word]++;
      keepMissing(word);
      return;
    }
    if ((possible & forms & Form.NUMBERS) == 0) {
      endNumbers(text, from, to);
    }
    present++;
    possible &= forms;
    hadNumbers |= (possible & Form.NUMBERS) != 0;
    keep(text, from, to);
  }

  private void endNumbers(char[] text, int from, int to) {
    boolean wasNumber = (possible & Form.NUMBERS) != 0;
    if (wasNumber && (hadNumbers || text[from] >= '0' && text[from] <= '9')) {
      otherCell = new String(text, from, Math.min(to - from, 40));
      otherRow = row;
    }
  }

  private void keep(char[] text, int from, int to) {
    if (texts != null) {
      texts.add(cells.texts().of(text, from, to));
    } else if (values != null && form.isIn(possible)) {
      values.add(value(text, from, to));
    } else {
      values = null; // the guess was wrong
    }
  }

  private long value(char[] text, int from, int to) {
    return switch (form) {
      case WHOLE -> cells.number().whole();
      case DATE, DATE_TIME -> Moments.packed(form, text, from, to);
      case TRUTH -> to - from == "true".length() ? 1 : 0;
      default -> real();
    };
  }

  private long real() {
    double value = cells.number().value(form);
    if (cells.number().isRoundedAs(value)) {
      rounded++;
      firstRounded = rounded == 1 ? row : firstRounded;
    }
    return Double.doubleToRawLongBits(value);
  }

  private void keepMissing(int word) {
    if (texts != null) {
      texts.add(word < cells.missing().inTexts() ? "" : cells.missing().all().get(word));
    } else if (values != null) {
      values.add(form.isIn(Form.REALS) ? Double.doubleToRawLongBits(Double.NaN) : Long.MIN_VALUE);
    }
  }

  private void addText(char[] text, int from, int to) {
    int word = cells.missing().find(text, from, to);
    if (word >= 0) {
      missing[word]++;
      keepMissing(word);
    } else {
      present++;
      if (texts != null) {
        texts.add(cells.texts().of(text, from, to));
      }
    }
  }

  /** Takes the last row back, which was an empty cell. */
  void removeEmptyRow() {
    row--;
    missing[0]--;
    if (texts != null) {
      texts.remove(texts.size() - 1);
    } else if (values != null) {
      values.removeLast();
    }
  }

  int possible() {
    return possible;
  }

  /** {@return the form in which values were kept} */
  Form form() {
    return form;
  }

  boolean hasValues() {
    return present > 0;
  }

  /**
   * {@return the number of cells with each of the words for a missing value, not to be modified}
   */
  int[] missing() {
    return missing;
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

  LongChunks values() {
    return values;
  }

  List<String> texts() {
    return texts;
  }
}
