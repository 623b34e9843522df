package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.certificate.Optimality;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.evaluation.ClassificationReport;
import pathprox.experiment.Compare;
import pathprox.experiment.Comparison;
import pathprox.experiment.CrossValidation;
import pathprox.experiment.Lambdas;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.RegularizationPath;
import pathprox.experiment.SparsitySearch;
import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.metrics.InputNoise;
import pathprox.metrics.Robustness;
import pathprox.network.Network;
import pathprox.penalty.GroupLasso;
import pathprox.plot.Curves;
import pathprox.training.History;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TableFileTest {
  private static final Network START = Problem.factorized(DataType.DOUBLE);
  private static final Split SPLIT = new Split(Problem.data(), Problem.data().shuffled(3));
  private static final Trainer TRAINER = Trainer.with(Problem.options().withIterations(8));
  private static final TrainingResult RESULT = TRAINER.train(START, SPLIT, PathProx.of(0.1));

  @TempDir Path folder;

  private static Stream<Table> tables() {
    History nothing = new History("λ", new GroupLasso(1), List.of());
    PathResult path =
        RegularizationPath.over(Lambdas.of(0.1, 0.2)).train(TRAINER, START, Problem.data());
    Refit refit = Refit.of(RESULT, TRAINER, SPLIT);
    return Stream.of(
        HistoryTable.of(RESULT.history()),
        HistoryTable.of(nothing),
        HistoryTable.of(RESULT, RESULT.named("\"a\", b\r\nc\n"), refit.result().named(" d ")),
        Compare.table(
            TRAINER.train(START, Problem.data(), PathProx.of(0.1).withMomentum(0.9)), RESULT),
        ResultTable.of("results", List.of(RESULT)),
        ResultTable.of("no results", List.of()),
        ResultTable.ofRecords("records", RESULT.history().measurements()),
        LearningRateTable.of("run", LearningRate.exponential(0.1, 0.5, 3), 10),
        RobustnessTable.of("run", Robustness.of(START, SPLIT.test(), new InputNoise(1), 0, 0.5)),
        UnitTable.of(START, 0),
        ResidualTable.of(Optimality.of(START, SPLIT.train(), new CrossEntropy(), 0.1)),
        path.table(),
        path.table("path"),
        refit.table(),
        Comparison.of(new WeightDecay(0.1), PathProx.of(1)).train(TRAINER, START, SPLIT).table(),
        SparsitySearch.of(UnitTarget.share(1))
            .withTrainings(2)
            .train(TRAINER, START, SPLIT)
            .table(),
        CrossValidation.of(PathProx.of(0.1))
            .train(TRAINER, START, SPLIT.train().folds(2, 0))
            .table(),
        ClassificationReport.of(
                List.of("a, \"b\"", "2"), new int[] {0, 1}, new double[][] {{1, 0}, {1, 0}})
            .confusionTable(),
        unusual(),
        Table.create(LongColumn.create("least of an int", Integer.MIN_VALUE, 5)),
        Table.create(DoubleColumn.create("a,b")),
        Table.create(DoubleColumn.create("a;b")),
        Table.create(StringColumn.create("texts")),
        Table.create(DoubleColumn.create("x", 1, Double.NaN)));
  }

  /** All types that tables of this library have, with the values that are easily lost. */
  private static Table unusual() {
    double nan = Double.NaN;
    return Table.create(
        "unusual",
        StringColumn.create("text, \"λ\"", "123", "", " blank\n", "true"),
        StringColumn.create("nothing said", "", "", "", ""),
        DoubleColumn.create("a, b", 1, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, nan),
        DoubleColumn.create("infinite", Double.POSITIVE_INFINITY, -0.0, 0.1 + 0.2, 1e300),
        DoubleColumn.create("optimality", nan, nan, nan, nan),
        DoubleColumn.create("whole", 1, 2, 3, nan),
        IntColumn.create("count", new Integer[] {Integer.MAX_VALUE, null, -1, 0}),
        IntColumn.create("active_12", new Integer[] {null, null, null, null}),
        LongColumn.create("seed", 1, 2, -3, (1L << 53) + 1),
        LongColumn.create("other", Long.MAX_VALUE, 1, 2, -Long.MAX_VALUE),
        BooleanColumn.create("truth", new Boolean[] {true, false, null, true}),
        BooleanColumn.create("settled", new Boolean[] {null, null, null, null}));
  }

  static void assertSame(Table expected, Table found) {
    assertEquals(expected.columnNames(), found.columnNames());
    assertEquals(expected.rowCount(), found.rowCount());
    for (int i = 0; i < expected.columnCount(); i++) {
      Column<?> column = expected.column(i);
      assertEquals(column.getClass(), found.column(i).getClass(), column.name());
      assertEquals(column.asList(), found.column(i).asList(), column.name());
      assertArrayEquals(
          column.isMissing().toArray(), found.column(i).isMissing().toArray(), column.name());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void load_whatWasSaved_isTheSame(Table table) {
    Path file = folder.resolve("yesterday.csv");
    String before = table.printAll();
    TableFile.save(table, file);
    Table found = TableFile.load(file.toString());

    assertSame(table, found);
    assertEquals(before, table.printAll(), "not modified");
    assertEquals("yesterday", found.name());
  }

  @Test
  void save_table_isPlainCsvInUtf8() throws IOException {
    Path file = folder.resolve("a.csv");
    Table table = unusual().selectColumns("text, \"λ\"", "a, b", "count", "truth").first(2);
    TableFile.save(table, file.toString());

    assertEquals(
        "\uFEFF\"text, \"\"λ\"\"\",\"a, b\",count,truth\n\"123\",1.0,2147483647,true\n"
            + "\"\",4.9E-324,,false\n",
        Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * What was saved yesterday and today's history, both with columns that nothing was measured for.
   */
  @Test
  void append_todaysTable_drawsBothRuns() {
    TrainingResult result = TRAINER.train(START, Problem.data(), PathProx.of(0.1));
    Path file = folder.resolve("yesterday.csv");
    TableFile.save(Compare.table(result), file);
    Table both = TableFile.load(file).append(Compare.table(result));

    assertEquals(18, both.rowCount());
    assertEquals(2, Curves.objective(both).data().size());
    assertEquals("PathProx λ=0.1 (2)", Curves.objective(both).data().get(1).get("name"));
    assertEquals(0, Curves.optimality(both).data().size(), "nothing was measured");
  }

  /** A program whose platform writes ASCII: reads a file and saves it again. */
  public static void main(String[] files) {
    TableFile.save(TableFile.load(files[0]), files[1]);
  }

  @Test
  void saveAndLoad_whereThePlatformIsAscii_keepEachSign() throws Exception {
    Path file = folder.resolve("here.csv");
    Path copy = folder.resolve("there.csv");
    TableFile.save(unusual(), file);
    run(TableFileTest.class, file, copy);

    assertEquals(read(file), read(copy));
  }

  private void run(Class<?> program, Path... files) throws Exception {
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Dfile.encoding=US-ASCII", "-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    Stream.of(files).map(Path::toString).forEach(command::add);
    Process running =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertEquals(0, running.waitFor(), () -> read(output));
  }

  /** A program that uses DoubleColumn before any other class of Tablesaw. */
  private static final class NumbersFirst {
    public static void main(String[] files) {
      DoubleColumn classes = DoubleColumn.create("y", 1.2, 2.7, 1.3, 2.0);
      Table table = Table.create("t", DoubleColumn.create("z", 1, 2, 3, 4), classes);
      TableFile.save(table, files[0]);
      assertSame(table, TableFile.load(files[0]));
      refused(
          IllegalArgumentException.class,
          "label column 'y' holds real numbers, not classes",
          () -> Dataset.fromTable(table, "y"));
    }
  }

  /** Tablesaw makes two types of such columns then, as its classes make each other. */
  @Test
  void save_whereNumbersAreTheFirstColumns_isAsElsewhere() throws Exception {
    run(NumbersFirst.class, folder.resolve("numbers.csv"));

    assertEquals(
        "\uFEFFz,y\n1.0,1.2\n2.0,2.7\n3.0,1.3\n4.0,2.0\n", read(folder.resolve("numbers.csv")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file is empty, expected a line of names",
        "'a,b\n1\n' | row 2 has 1 cells, the first has 2",
        "'a,A\n' | two columns are named 'A'",
        "'a\n\"b\n' | row 2 has a quote (\") that is never closed",
        "'a\n\"b\"c\n' | row 2 has a quote (\") that is closed before its cell ends"
      })
  void load_noSuchTable_saysWhere(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), text);

    refused(UncheckedIOException.class, "bad.csv: " + message, () -> TableFile.load(file));
  }

  @Test
  void load_noFileOrOtherEncoding_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("bad.csv"), "é".getBytes(StandardCharsets.ISO_8859_1));

    refused(UncheckedIOException.class, "is not in UTF-8", () -> TableFile.load(file));
    refused(
        UncheckedIOException.class,
        "none.csv does not exist",
        () -> TableFile.load(folder.resolve("none.csv")));
  }

  @Test
  void save_whatFilesCannotHold_isRefusedAndLeavesTheOlderFile() {
    Path file = folder.resolve("a.csv");
    TableFile.save(unusual(), file);
    String before = read(file);
    Table dates = Table.create(DateColumn.create("day", LocalDate.of(2020, 1, 2)));
    Table half = Table.create(StringColumn.create("half", "a", "\uD800"));
    Table halfName = Table.create(DoubleColumn.create("a", 1), DoubleColumn.create("\uDC00", 1));
    Table alike = Table.create(DoubleColumn.create("ſ", 1), DoubleColumn.create("S", 1));

    refused(
        IllegalArgumentException.class,
        "column 'day' is of the type LOCAL_DATE",
        () -> TableFile.save(dates, file));
    refused(
        IllegalArgumentException.class,
        "without columns",
        () -> TableFile.save(Table.create("none"), file));
    refused(
        IllegalArgumentException.class,
        "column 'half' has half of a surrogate pair in row 2",
        () -> TableFile.save(half, file));
    refused(
        IllegalArgumentException.class,
        "the name of column 2 has half of a surrogate pair",
        () -> TableFile.save(halfName, file));
    refused(
        IllegalArgumentException.class,
        "two columns are named 'S'",
        () -> TableFile.save(alike, file));
    refused(
        UncheckedIOException.class,
        "does not exist",
        () -> TableFile.save(unusual(), "no" + File.separator + "folder.csv"));
    assertEquals(before, read(file));
  }

  static void refused(Class<? extends RuntimeException> type, String message, Runnable call) {
    String found = assertThrows(type, call::run).getMessage();
    assertTrue(found.contains(message), found);
  }
}
