package pathprox.benchmark.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import pathprox.csv.CsvFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Reads a CSV file once in a JVM that has read none before, and prints the seconds and the peak of
 * resident memory above what the process had before, in bytes, as a line of JSON. Tablesaw's
 * classes are loaded before, as those of pandas are by its import; nothing is compiled yet.
 */
public final class CsvReading {
  private static final Path STATUS = Path.of("/proc/self/status");

  private CsvReading() {}

  /**
   * Reads one file.
   *
   * @param arguments the file
   * @throws IOException if the answer cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Table.create(
        "loaded",
        DoubleColumn.create("x", 1.0),
        LongColumn.create("n", 1L),
        StringColumn.create("s", "a"));
    long before = memory("VmRSS:");
    long start = System.nanoTime();
    Table table = CsvFile.read(arguments[0]).table();
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = memory("VmHWM:") - before;
    Map<String, Object> answer =
        Map.of(
            "seconds",
            seconds,
            "bytes",
            bytes,
            "rows",
            table.rowCount(),
            "columns",
            table.columnCount());
    System.out.println(new ObjectMapper().writeValueAsString(answer));
  }

  private static long memory(String name) throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(name)) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException(STATUS + " does not tell " + name);
  }
}
