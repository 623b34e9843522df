package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What a column is, which all of its cells decide. */
class CsvTypesTest {
  @TempDir private Path folder;

  private CsvFile read(String content, CsvOptions options) throws IOException {
    return CsvFile.read(Files.writeString(folder.resolve("t.csv"), content), options);
  }

  /** The cells of a column x in a file separated by semicolons, and what they are. */
  record Cells(ColumnType type, List<String> cells, List<?> values) {
    static Cells of(ColumnType type, String cells, Object... values) {
      return new Cells(type, Arrays.asList(cells.split(" ", -1)), Arrays.asList(values));
    }

    @Override
    public String toString() {
      return String.join(" ", cells);
    }
  }

  static Stream<Cells> columns() {
    return Stream.of(
        Cells.of(ColumnType.LONG, "1 -2 +3", 1L, -2L, 3L),
        Cells.of(ColumnType.LONG, "0 1 NA", 0L, 1L, null),
        Cells.of(ColumnType.DOUBLE, "31.960 k.A. 1,5", 31960.0, null, 1.5),
        Cells.of(
            ColumnType.LOCAL_DATE,
            "31.12.2020 1.2.2021",
            LocalDate.of(2020, 12, 31),
            LocalDate.of(2021, 2, 1)),
        Cells.of(
            ColumnType.LOCAL_DATE,
            "3/4/2020 5/16/2020",
            LocalDate.of(2020, 3, 4),
            LocalDate.of(2020, 5, 16)),
        Cells.of(
            ColumnType.LOCAL_DATE,
            "3/4/2020 16/5/2020",
            LocalDate.of(2020, 4, 3),
            LocalDate.of(2020, 5, 16)),
        Cells.of(ColumnType.STRING, "3/4/2020 5/6/2020", "3/4/2020", "5/6/2020"),
        Cells.of(ColumnType.STRING, "30.2.2021 1.2.2021", "30.2.2021", "1.2.2021"),
        Cells.of(
            ColumnType.LOCAL_DATE_TIME,
            "2013-01-01T11:00:00Z 2013-01-01T12:30:00Z",
            LocalDateTime.of(2013, 1, 1, 11, 0),
            LocalDateTime.of(2013, 1, 1, 12, 30)),
        Cells.of(
            ColumnType.LONG, "999999999999999999 1600000001", 999999999999999999L, 1600000001L),
        Cells.of(ColumnType.DOUBLE, "1 2. .5", 1.0, 2.0, 0.5),
        Cells.of(ColumnType.DOUBLE, "0.0 1.0", 0.0, 1.0),
        Cells.of(
            ColumnType.DOUBLE,
            "1e-50 4.9e-324 1.7976931348623157e308",
            1e-50,
            4.9e-324,
            1.7976931348623157e308),
        Cells.of(ColumnType.DOUBLE, "1 -Infinity NaN inf", 1.0, -1 / 0.0, null, 1 / 0.0),
        Cells.of(ColumnType.DOUBLE, "1,5 2 -0,25", 1.5, 2.0, -0.25),
        Cells.of(ColumnType.DOUBLE, "1,5 1,234", 1.5, 1.234),
        Cells.of(ColumnType.DOUBLE, "1,234,567 12", 1234567.0, 12.0),
        Cells.of(ColumnType.DOUBLE, "1,234.5 12", 1234.5, 12.0),
        Cells.of(ColumnType.DOUBLE, "1.234,5 12", 1234.5, 12.0),
        Cells.of(ColumnType.DOUBLE, "1.234 12.345", 1.234, 12.345),
        Cells.of(ColumnType.DOUBLE, "1\u00A0234 -12", 1234.0, -12.0),
        Cells.of(ColumnType.DOUBLE, "1'234.5 0.5", 1234.5, 0.5),
        Cells.of(ColumnType.DOUBLE, "NA ?", null, null),
        Cells.of(ColumnType.BOOLEAN, "true FALSE - None", true, false, null, null),
        Cells.of(ColumnType.STRING, "Y N T", "Y", "N", "T"),
        Cells.of(ColumnType.STRING, "yes no", "yes", "no"),
        Cells.of(ColumnType.STRING, "01234 10115", "01234", "10115"),
        Cells.of(ColumnType.STRING, "1,234 12,345", "1,234", "12,345"),
        Cells.of(ColumnType.STRING, "1,234 1234 x", "1,234", "1234", "x"),
        Cells.of(ColumnType.STRING, "1,5 1.5", "1,5", "1.5"),
        Cells.of(ColumnType.STRING, "12,34,567 1", "12,34,567", "1"),
        Cells.of(ColumnType.STRING, "0x10 1d 2f 1e", "0x10", "1d", "2f", "1e"),
        Cells.of(ColumnType.STRING, "a None - * . NULL ?", "a", "None", "-", "*", ".", "", ""),
        Cells.of(ColumnType.LOCAL_DATE, "2020-02-29 NA", LocalDate.of(2020, 2, 29), null),
        Cells.of(
            ColumnType.LOCAL_DATE_TIME,
            "2020-01-31T23:59 2020-01-31T23:59:58.125",
            LocalDateTime.of(2020, 1, 31, 23, 59),
            LocalDateTime.of(2020, 1, 31, 23, 59, 58, 125_000_000)),
        Cells.of(ColumnType.STRING, "2021-02-29 2020-01-01", "2021-02-29", "2020-01-01"),
        Cells.of(ColumnType.STRING, "2020-01-31T23:59:58.123456", "2020-01-31T23:59:58.123456"));
  }

  /** The first cells alone, and behind more of the kind than the guess looks at. */
  @ParameterizedTest
  @MethodSource("columns")
  void read_column_hasTypeAndValuesOfAllItsCells(Cells column) throws IOException {
    Column<?> read = read(content(column.cells()), CsvOptions.guess()).table().column("x");

    assertEquals(column.type(), read.type());
    assertEquals(column.values(), read.asList());
  }

  private static String content(List<String> cells) {
    return "x;label\n" + cells.stream().map(cell -> cell + ";a\n").collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void read_sameAfterOtherGuess_isTheSame(Cells column) throws IOException {
    // Cells that fit no guess stand behind the first rows, and gaps change no type.
    String content = content(column.cells());
    String gaps = "x;label\n" + ";a\n".repeat(500) + content.substring(content.indexOf('\n') + 1);

    Column<?> read = read(gaps, CsvOptions.guess()).table().column("x");

    assertEquals(column.type(), read.type());
    assertEquals(column.values(), read.asList().subList(500, read.size()));
  }

  record Late(String first, String last, ColumnType type, Object value) {}

  static Stream<Late> lateCells() {
    return Stream.of(
        new Late("7", "0.5", ColumnType.DOUBLE, 7.0),
        new Late("7", "oops", ColumnType.STRING, "7"),
        new Late("7.50", "oops", ColumnType.STRING, "7.50"),
        new Late("true", "2", ColumnType.STRING, "true"),
        new Late("2020-01-01", "x", ColumnType.STRING, "2020-01-01"),
        new Late("1,234", "1,5", ColumnType.DOUBLE, 1.234),
        new Late("1,234", "1,234,567", ColumnType.DOUBLE, 1234.0),
        new Late("1.234", "1.234.567", ColumnType.DOUBLE, 1234.0));
  }

  @ParameterizedTest
  @MethodSource("lateCells")
  void read_lateCell_decidesForAllRows(Late late) throws IOException {
    String content = "x;y\n" + (late.first() + ";3\n").repeat(40_000) + late.last() + ";4\n";

    Table table = read(content, CsvOptions.guess()).table();

    assertEquals(late.type(), table.column("x").type());
    assertEquals(late.value(), table.column("x").get(0));
    assertEquals(ColumnType.LONG, table.column("y").type());
    assertEquals(40_001, table.rowCount());
    assertEquals(4, table.longColumn("y").getLong(40_000));
  }

  record Told(String content, String note) {}

  static Stream<Told> told() {
    return Stream.of(
        new Told("x;y\n1,234;a\n", "as 1,234 may be 1.234 or 1234: say which"),
        new Told("x,y\n\"1,234\",a\n", "between thousands were left out, points are decimal"),
        new Told("x;y\n1.234;2,5\n", "between thousands were left out, commas are decimal"),
        new Told("x;y\n01234;2\n", "'01234' in line 2 is no number but a code"),
        new Told(
            "x;y\n1;2\noops;2\n",
            "'oops' in line 3 is no number; if it means a missing value, say so by withMissing(…)"),
        new Told("x;y\n31.12.2020;2\n", "dates as 31.12.2020: 'x'"),
        new Told("x;y\n3/4/2020;2\n", "texts, as 3/4/2020 may be in March or in April: 'x'"),
        new Told(
            "x;y\n12345678901234567890;2\n", "1 number was rounded, being beyond the 17 digits"),
        new Told("x;y\n1e400;2\n", "first in line 2"),
        new Told("x;y\n1e-400;2\n", "first in line 2"),
        new Told("x;y\n?;2\nNA;\n1;NA\n", "2 cells 'NA' were taken as missing: x 1, y 1"),
        new Told(
            "x;y\na;2\nNone;3\n",
            "1 cell 'None' was kept as text, which withMissing(…) changes: x 1"),
        new Told("x;y\n;2\n;3\n", "no value at all: 'x'"));
  }

  @ParameterizedTest
  @MethodSource("told")
  void notes_whatIsNotCertain_isTold(Told told) throws IOException {
    List<String> notes = read(told.content(), CsvOptions.guess()).notes();

    assertTrue(notes.stream().anyMatch(note -> note.contains(told.note())), notes::toString);
  }

  @Test
  void notes_plainFile_haveNothingElse() throws IOException {
    String content = "x,y\n0.1,10000000000000000000000\n0.0,1e22\n";

    List<String> notes = read(content, CsvOptions.guess()).notes();

    assertEquals(List.of("encoding UTF-8, separated by ',', guessed"), notes);
  }

  @Test
  void read_chosenDecimalSign_decides() throws IOException {
    String content = "x;y\n1,234;2.345\n";

    Table comma = read(content, CsvOptions.guess().withDecimalComma()).table();
    Table point = read(content, CsvOptions.guess().withDecimalPoint()).table();

    assertEquals(List.of(1.234, 2345.0), List.of(comma.get(0, 0), comma.get(0, 1)));
    assertEquals(List.of(1234.0, 2.345), List.of(point.get(0, 0), point.get(0, 1)));
  }

  @Test
  void read_chosenWordsForMissing_areTheOnlyOnes() throws IOException {
    CsvOptions options = CsvOptions.guess().withMissing("none", "-9");

    Table table = read("x,name\n1,none\n-9,NA\n", options).table();

    assertEquals(Arrays.asList(1L, null), table.column("x").asList());
    assertEquals(List.of("", "NA"), table.column("name").asList());
  }

  /** Java's own parser is right for all texts (since JDK 8, by its specification). */
  @Test
  void read_doublesAsTheyArePrinted_comeBackExactly() throws IOException {
    Random random = new Random(1);
    StringBuilder content = new StringBuilder("x,y\n");
    double[] values = new double[20_000];
    for (int i = 0; i < values.length; i++) {
      double size = Math.pow(10, random.nextInt(-3, 4) * random.nextInt(1, 40));
      values[i] = random.nextGaussian() * size;
      String text =
          new BigDecimal(values[i]).round(new MathContext(random.nextInt(1, 20))).toString();
      values[i] = Double.parseDouble(text);
      content.append(text).append(",a\n");
    }

    Table table = read(content.toString(), CsvOptions.guess()).table();

    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], table.doubleColumn("x").getDouble(i));
    }
  }
}
