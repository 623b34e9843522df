package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Expected values are what stands in the files, or is said beside. */
class CsvFileTest {
  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content);
  }

  private CsvFile read(String content) throws IOException {
    return CsvFile.read(file(content));
  }

  private static List<List<String>> cells(Table table) {
    return IntStream.range(0, table.rowCount())
        .mapToObj(row -> table.columns().stream().map(column -> "" + column.get(row)).toList())
        .toList();
  }

  private static void assertNote(CsvFile file, String... words) {
    for (String word : words) {
      assertTrue(file.notes().stream().anyMatch(note -> note.contains(word)), file::toString);
    }
  }

  record Layout(String name, String content, String... notes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Layout> layouts() {
    String rows = "name,x\nred,1.5\n\"a,b\",2.5\n";
    return Stream.of(
        new Layout("comma", rows, "separated by ',', guessed"),
        new Layout("no last line end", rows.strip()),
        new Layout("CR LF", rows.replace("\n", "\r\n")),
        new Layout("CR", rows.replace("\n", "\r")),
        new Layout("mixed line ends", "name,x\r\nred,1.5\r\"a,b\",2.5\n"),
        new Layout("blank lines", "\n" + rows.replace("\n", "\n\n"), "4 blank lines were left out"),
        new Layout("lines of blanks", rows.replace("\n", "\n  \n"), "3 blank lines"),
        new Layout("empty rows", rows + ",\n,\n", "2 rows were left out, of empty cells"),
        new Layout(
            "empty column",
            rows.replace("\n", ",\n"),
            "column 3 was left out, without name and values"),
        new Layout("semicolon", "name;x\nred;1.5\na,b;2.5\n", "separated by ';'"),
        new Layout("decimal comma", "name;x\nred;1,5\na,b;2,5\n", "decimal comma: 'x'"),
        new Layout("tab", "name\tx\nred\t1.5\na,b\t2.5\n", "separated by tabs"),
        new Layout("bar", "name|x\nred|1.5\na,b|2.5\n", "separated by '|'"),
        new Layout("blanks", "  name   x\nred   1.5  \n\"a,b\" \t2.5\n", "by runs of blanks"),
        new Layout("quotes", "\"name\",\"x\"\n\"red\",\"1.5\"\n\"a,b\",\"2.5\"\n", "in quotes"),
        new Layout("blanks around quotes", "name, x\nred , 1.5\n \"a,b\" , \"2.5\"\n"),
        new Layout("byte order mark", "\uFEFF" + rows, "UTF-8 by its byte order mark"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void read_anyLayout_givesTheSameTable(Layout layout) throws IOException {
    CsvFile file = read(layout.content());

    assertEquals("table", file.table().name());
    assertEquals(List.of("name", "x"), file.table().columnNames());
    assertEquals(List.of(List.of("red", "1.5"), List.of("a,b", "2.5")), cells(file.table()));
    assertNote(file, layout.notes());
  }

  record Encoded(Charset charset, String mark, String note) {}

  static Stream<Encoded> encodings() {
    return Stream.of(
        new Encoded(StandardCharsets.UTF_8, "", "encoding UTF-8"),
        new Encoded(StandardCharsets.UTF_8, "\uFEFF", "UTF-8 by its byte order mark"),
        new Encoded(StandardCharsets.UTF_16LE, "\uFEFF", "UTF-16LE by its byte order mark"),
        new Encoded(StandardCharsets.UTF_16BE, "\uFEFF", "UTF-16BE by its byte order mark"),
        new Encoded(Charset.forName("windows-1252"), "", "windows-1252, guessed, as it is not"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void read_anyEncoding_isRecognized(Encoded encoded) throws IOException {
    // The letter stands behind what is looked at first.
    String content = encoded.mark() + "x,label\n" + "1,a\n".repeat(30_000) + "2,Müller\n";
    Path path = Files.write(folder.resolve("a.csv"), content.getBytes(encoded.charset()));

    CsvFile file = CsvFile.read(path);

    assertEquals("Müller", file.table().getString(30_000, "label"));
    assertEquals(30_002, file.lineOf(30_001));
    assertNote(file, encoded.note());
  }

  @Test
  void read_chosenEncoding_isUsed() throws IOException {
    Path path = Files.write(folder.resolve("a.csv"), "x\né\n".getBytes("IBM850"));

    CsvFile file = CsvFile.read(path, CsvOptions.guess().withEncoding(Charset.forName("IBM850")));

    assertEquals("é", file.table().getString(0, 0));
    assertNote(file, "IBM850, as said");
  }

  private static byte[] packed(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void read_gzip_isUnpackedByItsFirstBytes() throws IOException {
    CsvFile file = CsvFile.read(Files.write(folder.resolve("b.csv.gz"), packed("x\n1\n")));

    assertEquals("b", file.table().name());
    assertEquals(1, file.table().longColumn("x").getLong(0));
    assertNote(file, "unpacked by gzip");
  }

  @Test
  void read_gzipWithOneWrongBit_isRefused() throws IOException {
    byte[] bytes = packed("x\n" + "1\n".repeat(1000));
    bytes[bytes.length - 6] ^= 1; // in the checksum
    Path path = Files.write(folder.resolve("b.csv"), bytes);

    assertThrows(UncheckedIOException.class, () -> CsvFile.read(path));
  }

  @Test
  void read_interruptedThread_readsAndStaysInterrupted() throws IOException {
    Path path = file("x\n1\n");
    Thread.currentThread().interrupt();

    CsvFile file = CsvFile.read(path);

    assertTrue(Thread.interrupted());
    assertEquals(1, file.table().rowCount());
  }

  @Test
  void read_wideAndLong_isRead() throws IOException {
    int count = 12_000;
    String names = String.join(",", IntStream.range(0, count).mapToObj(i -> "x" + i).toList());
    String cell = "y".repeat(200_000);

    Table table = read(names + "\n" + cell + ",1".repeat(count - 1) + "\n").table();

    assertEquals(count, table.columnCount());
    assertEquals(cell, table.getString(0, 0));
    assertEquals(1, table.longColumn(count - 1).getLong(0));
  }

  @Test
  void read_cellsAcrossBlocks_areWhole() throws IOException {
    // Each row has another length, so that every kind of cell lies across the end of a block.
    StringBuilder content = new StringBuilder("n,x,text\n");
    for (int i = 0; i < 20_000; i++) {
      content.append(i).append(',').append(i / 8.0).append(",\"t\"\"").append(i).append("\n\"\r\n");
    }

    Table table = read(content.toString()).table();

    for (int i = 0; i < 20_000; i++) {
      assertEquals(i, table.longColumn("n").getLong(i));
      assertEquals(i / 8.0, table.doubleColumn("x").getDouble(i));
      assertEquals("t\"" + i, table.getString(i, "text").strip());
    }
  }

  @Test
  void read_originalAutoMpg_needsOnlyNames() throws IOException {
    // The first and the 33rd line of the file in the UCI Machine Learning Repository.
    String content =
        """
        18.0   8   307.0      130.0      3504.      12.0   70  1\t"chevrolet chevelle malibu"
        25.0   4   98.00      ?          2046.      19.0   71  1\t"ford pinto"
        """;

    CsvFile file =
        CsvFile.read(
            file(content),
            CsvOptions.guess()
                .withNames("mpg", "cyl", "size", "hp", "weight", "acc", "year", "origin", "name"));

    assertEquals("chevrolet chevelle malibu", file.table().getString(0, "name"));
    assertEquals(3504, file.table().doubleColumn("weight").getDouble(0));
    assertEquals(1, file.table().column("hp").countMissing());
    assertNote(file, "1 cell '?' was taken as missing: hp 1");
  }

  @Test
  void read_dataInTheFirstLine_isToldWithItsCure() throws IOException {
    Path path = file("5.1,3.5,a\n4.9,3.0,b\n");

    assertNote(CsvFile.read(path), "looks like data", "withoutHeader()");
    CsvFile cured = CsvFile.read(path.toString(), CsvOptions.guess().withoutHeader());
    assertEquals(List.of("c1", "c2", "c3"), cured.table().columnNames());
    assertEquals(2, cured.table().rowCount());
  }

  @Test
  void read_namesThatDifferByCapitalsOrAreEmpty_getNames() throws IOException {
    CsvFile file = read(",a,A\n1,2,3\n");

    assertEquals(List.of("c1", "a", "A_2"), file.table().columnNames());
    assertEquals(2, file.table().longColumn("a").getLong(0));
    assertEquals(3, file.table().longColumn("A_2").getLong(0));
    assertNote(file, "are called by their number: 'c1'", "'A' in the file, is called 'A_2'");
  }

  @Test
  void read_noRowButEmptyOnes_hasColumnsWithoutRows() throws IOException {
    CsvFile file = read("a,b\n,\n,\n");

    assertEquals(List.of("a", "b"), file.table().columnNames());
    assertEquals(0, file.table().rowCount());
    assertNote(file, "2 rows were left out, of empty cells");
  }

  @Test
  void read_lineThatBeginsWithANumberSign_isData() throws IOException {
    CsvFile file = read("#a,b\n#java,1\njava,2\n");

    assertEquals(List.of("#a", "b"), file.table().columnNames());
    assertEquals("#java", file.table().getString(0, 0));
  }

  record Refused(String content, String message) {}

  static Stream<Refused> refused() {
    String unequal = "put a cell that holds ',' in quotes";
    return Stream.of(
        new Refused("", "the file is empty"),
        new Refused("\n\n", "the file is empty"),
        new Refused("\uFEFF", "the file is empty"),
        new Refused(
            "a,b\n1,2\n\n1,2,3\n", "line 4 (row 2) has 3 cells, expected 2, as the first row has"),
        new Refused("a,b\n\"1\n\n\",2\n3\n", "line 5 (row 2) has 1 cell, expected 2"),
        new Refused("a,b\n1,2\n3\n", unequal),
        new Refused("x,y,x\n1,2,3\n", "line 1: columns 1 and 3 are both called 'x'"),
        new Refused("a,b\n1,2\n3,\"4\n5,6\n", "line 3, cell 2: the quote (\") that opens here is"),
        new Refused("a,b\n\"1\n2\",\"3\n4,5\n", "line 3, cell 2: the quote"),
        new Refused("a,b\n\"1\" 2,3\n", "line 2, cell 1: the quote (\") that opens here is closed"),
        new Refused("a\u0000b\n1\n", "is no text: a character of its first rows has the code 0"),
        new Refused("PK\u0003\u0004", "is a zip archive or a workbook"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void read_badFile_isRefusedWithItsPathAndTheLine(Refused bad) throws IOException {
    Path path = file(bad.content());

    var thrown = assertThrows(UncheckedIOException.class, () -> CsvFile.read(path));

    assertTrue(thrown.getMessage().contains(bad.message()), thrown.getMessage());
    assertTrue(thrown.getMessage().startsWith(path + ": "), thrown.getMessage());
  }

  @Test
  void read_neitherUtf8NorWindows1252_isRefused() throws IOException {
    Path path = Files.write(folder.resolve("a.csv"), new byte[] {'x', '\n', (byte) 0x81, '\n'});

    var thrown = assertThrows(UncheckedIOException.class, () -> CsvFile.read(path));

    assertTrue(thrown.getMessage().contains("neither UTF-8 nor windows-1252"), thrown::getMessage);
    assertTrue(thrown.getMessage().contains("withEncoding"), thrown::getMessage);
  }

  @Test
  void read_folderOrNothing_isRefusedByName() {
    var absent = assertThrows(UncheckedIOException.class, () -> CsvFile.read(folder + "/no.csv"));
    var directory = assertThrows(UncheckedIOException.class, () -> CsvFile.read(folder));

    assertEquals("file " + folder + "/no.csv does not exist", absent.getMessage());
    assertTrue(directory.getMessage().contains("is a folder"), directory.getMessage());
  }

  @Test
  void lineOf_rowsBehindBlankLinesAndLongCells_isWhereTheyBegin() throws IOException {
    CsvFile file = read("a,b\n1,2\n\n\"3\n\",4\n5,6\n");

    assertEquals(List.of(2L, 4L, 6L), IntStream.of(1, 2, 3).mapToObj(file::lineOf).toList());
    assertThrows(IllegalArgumentException.class, () -> file.lineOf(0));
    assertThrows(IllegalArgumentException.class, () -> file.lineOf(4));
  }

  @Test
  void read_namesOfAnotherNumber_areRefused() throws IOException {
    Path path = file("1,2\n");
    CsvOptions names = CsvOptions.guess().withNames("a");

    var thrown = assertThrows(UncheckedIOException.class, () -> CsvFile.read(path, names));

    assertTrue(thrown.getMessage().contains("has 2 cells, but 1 names"), thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '.', 'a', '7', '-'})
  void withSeparator_signOfCells_isRefused(char sign) {
    CsvOptions options = CsvOptions.guess();

    assertThrows(IllegalArgumentException.class, () -> options.withSeparator(sign));
  }

  @Test
  void read_null_isRefused() {
    CsvOptions options = CsvOptions.guess();

    assertThrows(IllegalArgumentException.class, () -> CsvFile.read((String) null));
    assertThrows(IllegalArgumentException.class, () -> CsvFile.read(folder, null));
    assertThrows(IllegalArgumentException.class, () -> options.withEncoding(null));
    assertThrows(IllegalArgumentException.class, () -> options.withMissing("?", null));
    assertThrows(IllegalArgumentException.class, () -> options.withNames("a", null));
  }

  @Test
  void withNames_equalNames_areRefused() {
    CsvOptions options = CsvOptions.guess();

    assertThrows(IllegalArgumentException.class, () -> options.withNames("a", "A"));
    assertThrows(IllegalArgumentException.class, () -> options.withNames("a", " "));
  }

  @Test
  void toString_file_saysSizesNotesAndColumns() throws IOException {
    String text = read("name;x\na;1,5\nb;\n").toString();

    String expected =
        """
        table.csv: 2 rows × 2 columns
        - encoding UTF-8, separated by ';', guessed
        - decimal comma: 'x'
        - 1 empty cell was taken as missing: x 1
          name  texts
          x     numbers, 1 missing
        """;
    assertEquals(expected, text);
  }
}
