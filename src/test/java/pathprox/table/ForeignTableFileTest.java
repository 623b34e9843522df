package pathprox.table;

import static pathprox.table.TableFileTest.assertSame;
import static pathprox.table.TableFileTest.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Files of tables that other programs have saved. */
class ForeignTableFileTest {
  @TempDir Path folder;

  /** As pandas and spreadsheets save: without quotes that are not needed, and their own truth. */
  @Test
  void load_savedAgainByAnotherProgram_decidesByTheCells() throws IOException {
    Path file = folder.resolve("pandas.csv");
    Files.writeString(
        file,
        "run,lambda,seed,iteration,settled,optimality\r\nPathProx λ=0.1,0.1,1,0,True,\r\nb,inf,2,10,FALSE,\r\n");

    assertSame(
        Table.create(
            StringColumn.create("run", "PathProx λ=0.1", "b"),
            DoubleColumn.create("lambda", 0.1, Double.POSITIVE_INFINITY),
            LongColumn.create("seed", 1, 2),
            IntColumn.create("iteration", 0, 10),
            BooleanColumn.create("settled", true, false),
            DoubleColumn.create("optimality", Double.NaN, Double.NaN)),
        TableFile.load(file));
  }

  /** What is Tablesaw's own sign of a missing value is a number in a file. */
  @Test
  void load_leastWholeNumbers_areWhereTheyAreNumbers() throws IOException {
    Path file = folder.resolve("least.csv");
    Files.writeString(file, "unit,seed\n-2147483648,-9223372036854775808\n5,5\n");

    assertSame(
        Table.create(
            LongColumn.create("unit", Integer.MIN_VALUE, 5),
            DoubleColumn.create("seed", -0x1p63, 5)),
        TableFile.load(file));
  }

  @Test
  void load_missingInTheWordsOfPandas_areNumbersStill() throws IOException {
    Path file = Files.writeString(folder.resolve("nan.csv"), "x,y,z\nNaN,nan,NaN\n1.0,nan,b\n");

    assertSame(
        Table.create(
            DoubleColumn.create("x", Double.NaN, 1),
            DoubleColumn.create("y", Double.NaN, Double.NaN),
            StringColumn.create("z", "NaN", "b")),
        TableFile.load(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", " \n"})
  void load_blankLastLines_areNoRows(String blank) throws IOException {
    Path file = Files.writeString(folder.resolve("blank.csv"), "a,b\n1,2\n" + blank);

    assertSame(
        Table.create(IntColumn.create("a", new int[] {1}), IntColumn.create("b", new int[] {2})),
        TableFile.load(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b\n1;2\n", "a;b\n1,5;2\n", "a;b\n", "a;\"b\"\n1;\"c\"\n"})
  void load_semicolons_areRefusedWithTheCure(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("semicolons.csv"), text);
    String message = "has semicolons (;) between its cells: read it with CsvFile.read(file)";

    refused(UncheckedIOException.class, message, () -> TableFile.load(file));
  }
}
