package pathprox.csv;

/** What the columns of one reading share. */
record CellReader(Words missing, NumberScanner number, TextPool texts) {
  static CellReader of(CsvOptions options) {
    Words missing = options.missing().map(Words::of).orElseGet(Words::usual);
    return new CellReader(missing, new NumberScanner(), new TextPool());
  }

  /** {@return the forms that a cell without blanks around it has, of those that are possible} */
  int forms(int possible, char[] text, int from, int to) {
    int forms = (possible & Form.NUMBERS) == 0 ? 0 : number.scan(text, from, to);
    if (forms == 0 && (possible & ~Form.NUMBERS & ~Form.TEXT.bit()) != 0) {
      forms = Moments.scan(text, from, to);
    }
    return forms | Form.TEXT.bit();
  }
}
