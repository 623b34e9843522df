package pathprox.tutorial;

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
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FullRunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({",false", "'',false", "0,false", "1,true"})
  void isRequested_word_isTrueForOneOnly(String word, boolean expected) {
    assertEquals(expected, FullRun.isRequested(word));
  }

  @Test
  void isRequested_anotherWord_isRefused() {
    Exception e = assertThrows(IllegalStateException.class, () -> FullRun.isRequested("yes"));
    assertEquals("PATHPROX_FULL must be 1 or not set, was yes", e.getMessage());
  }

  @Test
  void keep_quickRun_writesNothing() {
    Path file = folder.resolve("curve.csv");
    assertEquals(
        "a quick run: %s stays as it is".formatted(file), FullRun.keep(table(), file.toString()));
    assertTrue(Files.notExists(file));
  }

  @Test
  void write_thenCurves_givesSevenDigitsAndNoEmptyColumn() {
    Path file = folder.resolve("curve.csv");
    assertEquals("kept in " + file, FullRun.write(table(), file));
    Table read = FullRun.curves(file.toString());
    assertEquals(List.of("run", "iteration", "objective"), read.columnNames());
    assertEquals("a, b", read.getString(0, "run"));
    assertEquals(2000, read.intColumn("iteration").get(1));
    assertEquals(0.3333333, read.doubleColumn("objective").get(0));
    assertTrue(read.doubleColumn("objective").isMissing(1));
  }

  @Test
  void write_table_leavesItAloneAndReplacesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("curve.csv"), "older");
    Table table = table();
    FullRun.write(table, file);
    assertEquals(1 / 3.0, table.doubleColumn("objective").get(0));
    assertTrue(Files.readString(file).startsWith("\uFEFF\"run\","));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void write_missingFolder_saysWhere() {
    Path file = folder.resolve("none").resolve("curve.csv");
    Exception e = assertThrows(UncheckedIOException.class, () -> FullRun.write(table(), file));
    assertTrue(e.getMessage().startsWith("the table cannot be saved as " + file), e.getMessage());
  }

  @Test
  void curves_missingFile_saysHowToMakeIt() {
    String file = folder.resolve("none.csv").toString();
    Exception e = assertThrows(UncheckedIOException.class, () -> FullRun.curves(file));
    assertTrue(e.getMessage().contains("PATHPROX_FULL=1 makes them"), e.getMessage());
  }

  private static Table table() {
    return Table.create(
        "curves",
        StringColumn.create("run", "a, b", "c"),
        IntColumn.create("iteration", 1000, 2000),
        DoubleColumn.create("objective", 1 / 3.0, Double.NaN),
        DoubleColumn.create("optimality", Double.NaN, Double.NaN));
  }
}
