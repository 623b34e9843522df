package pathprox.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pathprox.io.BadFile;
import tech.tablesaw.api.Table;

/**
 * How a file becomes a table: the separator and the forms of the columns are guessed from its first
 * rows; all rows are read in these forms; and columns in which a cell has another form are read
 * once more. So numbers are kept as numbers from the start, and no cell as a text without need.
 */
final class CsvReading {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final int ENOUGH_ROWS = 100;

  private final TextFile file;
  private final CsvOptions options;
  private final Charset charset;
  private final char separator;
  private final Sample sample;
  private final CellReader cells;

  private CsvReading(TextFile file, CsvOptions options, Charset charset) throws IOException {
    this.file = file;
    this.options = options;
    this.charset = charset;
    sample = Sample.of(file.open(charset));
    separator = options.separator().orElseGet(() -> Separator.guess(sample.start()));
    cells = CellReader.of(options);
  }

  static CsvFile read(TextFile file, CsvOptions options) throws IOException {
    Charset known = options.encoding().or(file::marked).orElse(null);
    if (known != null) {
      return in(known, file, options, "the text is not " + known + ": name another encoding");
    }
    try {
      return new CsvReading(file, options, StandardCharsets.UTF_8).read();
    } catch (CharacterCodingException e) {
      String neither = "the text is neither UTF-8 nor windows-1252: name its encoding";
      return in(WINDOWS, file, options, neither);
    }
  }

  private static CsvFile in(Charset charset, TextFile file, CsvOptions options, String refusal)
      throws IOException {
    try {
      return new CsvReading(file, options, charset).read();
    } catch (CharacterCodingException e) {
      String cure = refusal + " by CsvOptions.guess().withEncoding(…)";
      throw new IOException(cure, e);
    }
  }

  private CsvFile read() throws IOException {
    CsvColumn[] guessed = guessed();
    Rows rows = new Rows(options, separator, guessed);
    RowReader.read(file.open(charset), separator, rows);
    return file(guessed, right(guessed, rows), rows);
  }

  /** One column for each cell of the first row, in the form of the cells of the first rows. */
  private CsvColumn[] guessed() throws IOException {
    List<List<Sample.Cell>> rows = sample.rows(separator);
    rows.removeIf(row -> row.size() == 1 && row.get(0).text().isEmpty());
    BadFile.unless(!rows.isEmpty(), "the file is empty");
    int count = rows.get(0).size();
    CsvColumn[] columns = new CsvColumn[count];
    Arrays.setAll(columns, i -> new CsvColumn(cells, null, possible()));
    int last = Math.min(rows.size(), ENOUGH_ROWS);
    for (int row = options.hasHeader() ? 1 : 0; row < last; row++) {
      for (int i = 0; i < Math.min(count, rows.get(row).size()); i++) {
        char[] text = rows.get(row).get(i).text().toCharArray();
        columns[i].add(text, 0, text.length);
      }
    }
    Form[] forms = FormChoice.of(columns, separator);
    Arrays.setAll(columns, i -> new CsvColumn(cells, forms[i], possible()));
    return columns;
  }

  /** A chosen decimal sign leaves out the forms with the other one. */
  private int possible() {
    if (options.decimalSign().isEmpty()) {
      return Form.ANY;
    }
    return Form.ANY & ~(options.decimalSign().get() == ',' ? Form.POINTS : Form.COMMAS);
  }

  /** Reads those columns again that have another form than was guessed. */
  private CsvColumn[] right(CsvColumn[] guessed, Rows rows) throws IOException {
    Form[] forms = FormChoice.of(guessed, separator);
    CsvColumn[] again = new CsvColumn[guessed.length];
    boolean isRight = true;
    for (int i = 0; i < guessed.length; i++) {
      if (forms[i] != guessed[i].form()) {
        int possible = forms[i] == Form.TEXT ? Form.TEXT.bit() : guessed[i].possible();
        again[i] = new CsvColumn(cells, forms[i], possible);
        isRight = false;
      }
    }
    if (isRight) {
      return guessed;
    }
    Rows second = new Rows(options, separator, again);
    RowReader.read(file.open(charset), separator, second);
    BadFile.unless(second.filledRows() == rows.filledRows(), "has changed while it was read");
    Arrays.setAll(again, i -> again[i] == null ? guessed[i] : again[i]);
    return again;
  }

  private CsvFile file(CsvColumn[] guessed, CsvColumn[] right, Rows rows) throws IOException {
    int count = right.length - (isLastEmpty(right, rows) ? 1 : 0);
    Header header =
        options.hasHeader()
            ? Header.of(rows.header().subList(0, count), rows.headerLine())
            : Header.without(options.names(), count);
    Table table = Table.create(file.name());
    TableColumn column = new TableColumn(rows.filledRows());
    for (int i = 0; i < count; i++) {
      // Names are known to differ, and Tablesaw takes a minute to compare those of 20,000 columns.
      table.internalAddWithoutValidation(column.of(header.names().get(i), right[i]));
    }
    List<String> notes = new ArrayList<>();
    notes.add(encoding() + ", " + separated(right.length));
    if (count < right.length) {
      notes.add("column " + right.length + " was left out, without name and values");
    }
    notes.addAll(header.notes());
    CsvColumn[] kept = Arrays.copyOf(right, count);
    notes.addAll(Notes.of(header.names(), guessed, kept, rows, cells));
    return new CsvFile(file.path(), table, List.copyOf(notes), rows.lines());
  }

  /** Whether each line only ends with a separator. */
  private boolean isLastEmpty(CsvColumn[] columns, Rows rows) {
    int last = columns.length - 1;
    boolean isUnnamed =
        options.hasHeader()
            ? rows.header().get(last).isEmpty()
            : options.names().size() < columns.length;
    return last > 0 && isUnnamed && columns[last].missing()[0] == rows.allRows();
  }

  private String encoding() {
    String origin = charset.equals(StandardCharsets.UTF_8) ? "" : ", guessed, as it is not UTF-8";
    if (options.encoding().isPresent()) {
      origin = ", as said";
    } else if (file.marked().isPresent()) {
      origin = " by its byte order mark";
    }
    return (file.isPacked() ? "unpacked by gzip, " : "") + "encoding " + charset.name() + origin;
  }

  private String separated(int columns) {
    if (options.separator().isPresent()) {
      return "separated by " + CsvOptions.named(separator) + ", as said";
    }
    return columns == 1
        ? "one column: no separator was found"
        : "separated by " + CsvOptions.named(separator) + ", guessed";
  }
}
