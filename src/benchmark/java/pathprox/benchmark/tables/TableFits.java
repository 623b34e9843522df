package pathprox.benchmark.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import pathprox.csv.CsvFile;
import pathprox.features.ClassTarget;
import pathprox.model.Model;
import pathprox.progress.Progress;
import tech.tablesaw.api.Table;

/**
 * Fits the training rows of each split of some tables by default, and measures on its test rows:
 * accuracy, or R². Prints a line of JSON for each split.
 */
public final class TableFits {
  private TableFits() {}

  /**
   * Reads {@code tables.csv} (table, target) in the folder {@code arguments[0]}, and {@code
   * TABLE/train-SPLIT.csv} and {@code TABLE/test-SPLIT.csv} for the splits from 0 on.
   *
   * @throws IOException if there is no such folder
   */
  public static void main(String[] arguments) throws IOException {
    Progress.hide();
    Path folder = Path.of(arguments[0]);
    List<String> lines = Files.readAllLines(folder.resolve("tables.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      for (int split = 0; isThere(folder, cells[0], split); split++) {
        fit(folder.resolve(cells[0]), cells[1], split);
      }
    }
  }

  private static boolean isThere(Path folder, String table, int split) {
    return Files.exists(folder.resolve(table).resolve("train-" + split + ".csv"));
  }

  private static void fit(Path folder, String target, int split) {
    Table train = CsvFile.read(folder.resolve("train-" + split + ".csv")).table();
    Table test = CsvFile.read(folder.resolve("test-" + split + ".csv")).table();
    long start = System.nanoTime();
    Model model = Model.fit(train, target);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double measure =
        model.target() instanceof ClassTarget
            ? model.classification(test).accuracy()
            : model.regression(test).rSquared();
    System.out.printf(
        Locale.ROOT,
        "{\"table\": \"%s\", \"split\": %d, \"measure\": %.6f, \"seconds\": %.2f,"
            + " \"units\": %d, \"lambda\": %s}%n",
        folder.getFileName(),
        split,
        measure,
        seconds,
        model.network().architecture().parametricLayers().get(0).outputs(),
        model.origin().lambda());
  }
}
