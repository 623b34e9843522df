package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class CsvFileTest {
  @TempDir private Path folder;

  private Path csv(String... lines) throws IOException {
    return Files.write(folder.resolve("flowers.csv"), List.of(lines));
  }

  @Test
  void fromCsv_numbersAndTruths_becomeFeaturesNamedByTheHeader() throws IOException {
    Path path =
        csv("kind,width,wild", "rose,1.5,true", "\"tulip, red\",2,FALSE", "rose,-3e-1,True");

    Dataset data = Dataset.fromCsv(path, "kind");

    assertEquals("flowers", data.name());
    assertEquals(List.of("rose", "tulip, red"), data.classNames());
    float[][] expected = {{1.5f, 1}, {2, 0}, {-0.3f, 1}};
    assertEquals(Nd4j.createFromArray(expected), data.features());
    assertEquals(List.of("kind", "width", "wild"), data.table().columnNames());
  }

  @Test
  void regressionFromCsv_target_isTaken() throws IOException {
    Dataset data = Dataset.regressionFromCsv(csv("x,price", "1,2.5", "2,5"), "price");

    assertArrayEquals(new double[] {2.5, 5}, data.targets().getColumn(0).toDoubleVector());
  }

  @Test
  void read_byteOrderMark_isNoPartOfTheFirstName() throws IOException {
    assertEquals(List.of("kind", "x"), CsvFile.read(csv("\uFEFFkind,x", "a,1")).columnNames());
  }

  record Cells(ColumnType type, String... cells) {}

  static Stream<Cells> columns() {
    return Stream.of(
        new Cells(ColumnType.LONG, "1", " -2 ", "+3"),
        new Cells(ColumnType.LONG, "0", "1", ""),
        new Cells(ColumnType.DOUBLE, "1", "2.", ".5"),
        new Cells(ColumnType.DOUBLE, "123456789012345678901", "1E5", "NA"),
        new Cells(ColumnType.DOUBLE, "1", "-Infinity", "NaN"),
        new Cells(ColumnType.BOOLEAN, "true", "FALSE", ""),
        new Cells(ColumnType.STRING, "Y", "N", "T"),
        new Cells(ColumnType.STRING, "\"1,5\"", "2", "3"),
        new Cells(ColumnType.STRING, "0x10", "1d", "2f"),
        new Cells(ColumnType.STRING, "2020-01-01", "2020-01-02", "2020-01-03"));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void read_column_hasTheTypeOfAllItsCells(Cells column) throws IOException {
    String[] cells = column.cells();
    Table table = CsvFile.read(csv("x,y", cells[0] + ",1", cells[1] + ",1", cells[2] + ",1"));

    assertEquals(column.type(), table.column("x").type());
    assertEquals(3, table.rowCount());
  }

  @Test
  void read_textAfterManyNumbers_isSeen() throws IOException {
    StringBuilder text = new StringBuilder("x,label\n");
    for (int row = 0; row < 30_000; row++) {
      text.append(row == 12_345 ? "oops" : "7").append(",a\n");
    }
    Path path = Files.writeString(folder.resolve("long.csv"), text);

    var thrown = assertThrows(IllegalArgumentException.class, () -> Dataset.fromCsv(path, "label"));

    assertTrue(thrown.getMessage().contains("'x' holds 'oops' at row 12345"), thrown.getMessage());
  }

  record Bad(String content, String message) {}

  static Stream<Bad> refusedColumns() {
    return Stream.of(
        new Bad("label,x\na,1\nb,\n", "column 'x' has no value at row 1"),
        new Bad("label,x\na,NaN\nb,2\n", "column 'x' has no value at row 0"),
        new Bad("label,x\n,1\nb,2\n", "column 'label' has no value at row 0"),
        new Bad("label,x\na,Infinity\n", "hold Infinity at row 0, column 0 ('x')"),
        new Bad("label,x\n1.5,1\n", "label column 'label' holds real numbers"),
        new Bad("label;x\na;1\n", "has no column 'label', its columns are [label;x]"),
        new Bad("label,x\n", "has no rows"));
  }

  @ParameterizedTest
  @MethodSource("refusedColumns")
  void fromCsv_badColumn_isRefused(Bad bad) throws IOException {
    Path path = Files.writeString(folder.resolve("bad.csv"), bad.content());

    var thrown = assertThrows(IllegalArgumentException.class, () -> Dataset.fromCsv(path, "label"));

    assertTrue(thrown.getMessage().contains(bad.message()), thrown.getMessage());
  }

  static Stream<Bad> unreadable() {
    return Stream.of(
        new Bad("", "the file is empty"),
        new Bad("\n\n", "the file is empty"),
        new Bad("\uFEFF", "the file is empty"),
        new Bad("label,x\na,1,2\n", "Row number 1 contains 3 columns. 2 expected"),
        new Bad("label,x\na\n", "Row number 1 contains 1 columns. 2 expected"),
        new Bad("x,x\n1,2\n", "duplicate name x"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void read_notCsv_isRefusedWithThePath(Bad bad) throws IOException {
    Path path = Files.writeString(folder.resolve("bad.csv"), bad.content());

    var thrown = assertThrows(UncheckedIOException.class, () -> CsvFile.read(path));

    assertTrue(thrown.getMessage().contains(bad.message()), thrown.getMessage());
    assertTrue(thrown.getMessage().startsWith(path + ": "), thrown.getMessage());
  }

  @Test
  void read_otherEncoding_isRefused() throws IOException {
    byte[] latin = "label,x\nM\u00fcller,1\n".getBytes(StandardCharsets.ISO_8859_1);
    Path path = Files.write(folder.resolve("latin.csv"), latin);

    var thrown = assertThrows(UncheckedIOException.class, () -> CsvFile.read(path));

    assertTrue(
        thrown.getMessage().contains("latin.csv: the text is not UTF-8"), thrown.getMessage());
  }

  @Test
  void read_noFile_isRefusedByName() {
    Path path = folder.resolve("absent.csv");

    var thrown =
        assertThrows(UncheckedIOException.class, () -> Dataset.regressionFromCsv(path, "y"));

    assertEquals("file " + path + " does not exist", thrown.getMessage());
  }
}
