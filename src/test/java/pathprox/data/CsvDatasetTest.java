package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

class CsvDatasetTest {
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
  void fromCsv_linesThatBeginWithANumberSign_areSamples() throws IOException {
    Path path = csv("label,a", "#java,1", "#python,2", "#java,3", "python,4", "java,5");

    Dataset data = Dataset.fromCsv(path.toString(), "label");

    assertEquals(5, data.size());
    assertEquals(List.of("#java", "#python", "java", "python"), data.classNames());
  }

  @Test
  void regressionFromCsv_semicolonsAndDecimalCommas_areRead() throws IOException {
    Path path = csv("x;price", "1;2,5", "2;5");

    Dataset data = Dataset.regressionFromCsv(path.toString(), "price");

    assertArrayEquals(new double[] {2.5, 5}, data.targets().getColumn(0).toDoubleVector());
  }

  @Test
  void fromCsv_twelveThousandColumns_areFeatures() throws IOException {
    StringBuilder names = new StringBuilder("label");
    StringBuilder cells = new StringBuilder("a");
    for (int i = 1; i <= 12_000; i++) {
      names.append(",x").append(i);
      cells.append(',').append(i);
    }

    Dataset data = Dataset.fromCsv(csv(names.toString(), cells.toString()), "label");

    assertEquals(12_000, data.inputs());
    assertEquals(12_000, data.features().getDouble(0, 11_999));
  }

  @Test
  void fromCsv_textAfterManyNumbers_isNamedWithRowAndLine() throws IOException {
    StringBuilder text = new StringBuilder("x,label\n\n");
    for (int row = 1; row <= 30_000; row++) {
      text.append(row == 12_345 ? "oops" : "7").append(",a\n");
    }
    Path path = Files.writeString(folder.resolve("long.csv"), text);

    var thrown = assertThrows(IllegalArgumentException.class, () -> Dataset.fromCsv(path, "label"));

    assertTrue(
        thrown.getMessage().contains("'x' holds 'oops' at row 12345, line 12347 of the file"),
        thrown.getMessage());
  }

  record Bad(String content, String message) {}

  static Stream<Bad> refusedColumns() {
    return Stream.of(
        new Bad("label,x\na,1\nb,\n", "column 'x' has no value at row 2, line 3 of the file"),
        new Bad("label,x\na,NaN\nb,2\n", "column 'x' has no value at row 1, line 2"),
        new Bad("label,x\na,-\nb,2\n", "column 'x' has no value at row 1, line 2"),
        new Bad("label,x\n,1\nb,2\n", "column 'label' has no value at row 1"),
        new Bad("label,x\n?,1\nb,2\n", "column 'label' has no value at row 1"),
        new Bad("label,x\na,Infinity\n", "column 'x' holds Infinity at row 1"),
        new Bad("label,x\n1.5,1\n", "label column 'label' holds real numbers"),
        new Bad("label;x\na;1,234\n", "holds '1,234' at row 1, line 2 of the file, which is no"),
        new Bad("5.1,a\n4.9,b\n", "if the first line of the file holds data"),
        new Bad("label,x\n", "has no rows"));
  }

  @ParameterizedTest
  @MethodSource("refusedColumns")
  void fromCsv_badColumn_isRefused(Bad bad) throws IOException {
    Path path = Files.writeString(folder.resolve("bad.csv"), bad.content());

    var thrown = assertThrows(IllegalArgumentException.class, () -> Dataset.fromCsv(path, "label"));

    assertTrue(thrown.getMessage().contains(bad.message()), thrown.getMessage());
  }

  @Test
  void regressionFromCsv_noFile_isRefusedByName() {
    Path path = folder.resolve("absent.csv");

    var thrown =
        assertThrows(UncheckedIOException.class, () -> Dataset.regressionFromCsv(path, "y"));

    assertEquals("file " + path + " does not exist", thrown.getMessage());
  }
}
