package pathprox.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import pathprox.csv.FirstRows.Cell;
import pathprox.io.BadFile;
import tech.tablesaw.api.Table;

/**
 * How a file becomes a table: the separator and the forms of the columns are guessed from its first
 * rows; all rows are read in these forms; and columns in which a cell has another form are read
 * once more. So numbers are kept as numbers from the start, and no cell as a text without need.
 */
final class CsvReading {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final int MOST_ROOM = 1 << 24; // values of all columns

  private final TextFile file;
  private final CsvOptions options;
  private final Charset charset;
  private final char separator;
  private final FirstRows first;
  private final MissingWords words;
  private final NumberScanner number = new NumberScanner();

  private CsvReading(TextFile file, CsvOptions options, Charset charset) throws IOException {
    this.file = file;
    this.options = options;
    this.charset = charset;
    words = MissingWords.of(options.missing());
    separator =
        options.separator().isPresent()
            ? options.separator().get()
            : Separator.guess(sign -> first(sign, FirstRows.FOR_SEPARATOR).rows());
    first = first(separator, FirstRows.FOR_FORMS);
    first.requireText();
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
      throw new IOException(refusal + " by CsvOptions.guess().withEncoding(…)", e);
    }
  }

  private FirstRows first(char sign, int enough) throws IOException {
    return FirstRows.of(file.open(charset), sign, enough);
  }

  private CsvFile read() throws IOException {
    CsvColumn[] columns = guessed();
    Rows rows = rows(columns);
    CsvColumn[] again = again(columns);
    if (Arrays.stream(again).anyMatch(Objects::nonNull)) {
      int found = rows(again).filledRows();
      BadFile.unless(found == rows.filledRows(), "has changed while it was read");
    }
    return file(columns, again, rows);
  }

  private Rows rows(CsvColumn[] columns) throws IOException {
    Rows rows = new Rows(columns, separator, options.hasHeader());
    RowReader.read(file.open(charset), separator, rows);
    return rows;
  }

  /** One column for each cell of the first row, in the form of the cells of the first rows. */
  private CsvColumn[] guessed() throws IOException {
    List<List<Cell>> rows = first.rows();
    int count = rows.get(0).size();
    CsvColumn[] columns = new CsvColumn[count];
    if (rows.stream().anyMatch(row -> row.size() != count)) {
      return columns; // which is refused when all rows are read, and may have a million columns
    }
    Arrays.setAll(columns, i -> new CsvColumn(words, number, null, possible(), 0));
    for (List<Cell> row : rows.subList(options.hasHeader() ? 1 : 0, rows.size())) {
      for (int i = 0; i < count; i++) {
        columns[i].add(row.get(i).text());
      }
    }
    Form[] forms = Form.of(columns, separator);
    int room = room(count);
    Arrays.setAll(columns, i -> new CsvColumn(words, number, forms[i], possible(), room));
    return columns;
  }

  /** About as many values as the file has rows, if they are as long as the first ones. */
  private int room(int columns) throws IOException {
    double rows = (double) Files.size(file.path()) / first.charactersOfARow();
    return (int) Math.min(MOST_ROOM / columns, 1 + 1.05 * rows);
  }

  /** A chosen decimal sign leaves out the forms with the other one. */
  private int possible() {
    int others = options.decimalSign().map(c -> c == ',' ? Form.POINTS : Form.COMMAS).orElse(0);
    return Form.ANY & ~others;
  }

  /** New columns in place of those that have another form than was guessed, and null for others. */
  private CsvColumn[] again(CsvColumn[] columns) {
    Form[] forms = Form.of(columns, separator);
    CsvColumn[] again = new CsvColumn[columns.length];
    Arrays.setAll(again, i -> forms[i] == columns[i].form() ? null : columns[i].again(forms[i]));
    return again;
  }

  private CsvFile file(CsvColumn[] guessed, CsvColumn[] again, Rows rows) throws IOException {
    CsvColumn[] right = new CsvColumn[guessed.length];
    Arrays.setAll(right, i -> again[i] == null ? guessed[i] : again[i]);
    int count = right.length - (isLastEmpty(right, rows) ? 1 : 0);
    List<String> cells = first.rows().get(0).stream().limit(count).map(Cell::text).toList();
    Header header =
        options.hasHeader()
            ? Header.of(cells, first.firstLine())
            : Header.without(options.names(), count);
    Table table = Table.create(file.name());
    for (int i = 0; i < count; i++) {
      // Names are known to differ, and Tablesaw takes a minute to compare those of 20,000 columns.
      String name = header.names().get(i);
      table.internalAddWithoutValidation(right[i].values(name, rows.filledRows()));
    }
    List<String> notes = new ArrayList<>();
    notes.add(encoding() + ", " + separated(right.length));
    if (count < right.length) {
      notes.add("column " + right.length + " was left out, without name and values");
    }
    notes.addAll(header.notes());
    Notes more = new Notes(header.names(), guessed, right, rows, words);
    if (options.hasHeader()) {
      more.addHeader(first.rows().get(0), first.firstLine());
    }
    notes.addAll(more.all());
    return new CsvFile(file.path(), table, List.copyOf(notes), rows.lines());
  }

  /** Whether each line only ends with a separator. */
  private boolean isLastEmpty(CsvColumn[] columns, Rows rows) {
    int last = columns.length - 1;
    boolean isUnnamed =
        options.hasHeader()
            ? first.rows().get(0).get(last).text().isEmpty()
            : options.names().size() < columns.length;
    return last > 0 && isUnnamed && columns[last].missing(0) == rows.lines().size();
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
    boolean isGuessed = options.separator().isEmpty();
    return isGuessed && columns == 1
        ? "one column: no separator was found"
        : "separated by " + CsvOptions.named(separator) + (isGuessed ? ", guessed" : ", as said");
  }
}
