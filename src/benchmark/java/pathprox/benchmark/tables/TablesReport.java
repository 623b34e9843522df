package pathprox.benchmark.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pathprox.benchmark.report.Report;
import pathprox.benchmark.report.Row;

/** Shows what both sides came to on the tables, and how files were read. */
public final class TablesReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INTRODUCTION =
      "Accuracy in percent, or R², on the test rows: mean ± deviation over five splits (a quarter"
          + " of the rows, of each class, for the test), and the mean seconds of a fit on one"
          + " thread. Classes: LogisticRegression, MLPClassifier; numbers: RidgeCV, MLPRegressor;"
          + " all as they come, and with C or alpha chosen by five folds. Missing cells are filled"
          + " by the median or the most frequent text, numbers standardized, texts one-hot; columns"
          + " that only name rows are left out for all.\n\n";
  private static final List<String> HEADER =
      List.of(
          "table",
          "PathProx",
          "units",
          "linear",
          "network",
          "linear, C chosen",
          "network, alpha chosen");

  private TablesReport() {}

  /**
   * Prints the tables beside each other, and what is judged. Standard input is an object with
   * {@code ours}, the results of {@link TableFits}, and {@code rows} of other figures.
   *
   * @param arguments the folder with {@code tables.csv} and the rivals' results, and the file to
   *     write
   * @throws IOException if something cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    JsonNode measured = JSON.readTree(System.in);
    List<TableFit> tables = new ArrayList<>();
    Map<String, String> versions = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("tables.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      TableFit table = new TableFit(cells[0], cells[2].equals("classification"), new TreeMap<>());
      measured.get("ours").forEach(table::addIfOwn);
      Path rivals = folder.resolve(cells[0]).resolve("rivals.json");
      if (Files.exists(rivals)) {
        JsonNode found = JSON.readTree(rivals.toFile());
        found.get("results").forEach(table::addRival);
        JsonNode told = found.get("versions");
        told.fieldNames().forEachRemaining(each -> versions.put(each, told.get(each).asText()));
      }
      tables.add(table);
    }
    List<Row> rows = new ArrayList<>(tables.stream().map(TableFit::row).toList());
    rows.add(count(rows));
    measured.get("rows").forEach(row -> rows.add(Report.row(row)));
    String told =
        versions.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("versions", versions);
    content.put("tables", tables.stream().map(TableFit::content).toList());
    Report.tell(
        rows,
        INTRODUCTION
            + (told.isEmpty() ? "without rivals" : told)
            + "\n\n"
            + Report.table(HEADER, tables.stream().map(TableFit::cells).toList()),
        content,
        false,
        Path.of(arguments[1]));
  }

  /** Judged only when all tables were run. */
  private static Row count(List<Row> tables) {
    boolean all = tables.stream().allMatch(row -> row.measured() != null);
    return Row.higher(
        "tables of %s where PathProx is at or above the better of the two".formatted(tables.size()),
        all ? (double) tables.stream().filter(row -> row.measured() >= 0).count() : null,
        null,
        4.0,
        all ? "" : "not all tables were run");
  }
}
