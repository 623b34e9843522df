package pathprox.csv;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pathprox.csv.FirstRows.Cell;

/**
 * The sign between cells as the first rows of a file tell it: with the right one, nearly all rows
 * have the same number of cells, two or more. If several do, a tab, a semicolon or a bar wins over
 * a comma, which numbers have too.
 */
final class Separator {
  private static final List<Character> SIGNS = List.of('\t', ';', '|', ',');
  private static final char BLANKS = ' ';
  private static final double NEARLY_ALL = 0.9;
  private static final double MOST = 0.5;

  /** Takes the first rows apart by a sign. */
  interface Trial {
    List<List<Cell>> rows(char sign) throws IOException;
  }

  private Separator() {}

  static char guess(Trial trial) throws IOException {
    for (char sign : SIGNS) {
      List<List<Cell>> found = trial.rows(sign);
      if (fits(found) && share(found, Separator::isAligned) < MOST) {
        return sign;
      }
    }
    List<List<Cell>> aligned = trial.rows(BLANKS);
    boolean hasNumbers = share(aligned, Separator::hasNumber) >= MOST;
    if (fits(aligned) && hasNumbers) {
      return BLANKS;
    }
    for (char sign : SIGNS) {
      List<List<Cell>> found = trial.rows(sign);
      if (!found.isEmpty() && found.get(0).size() > 1) {
        return sign; // reading all rows says what is wrong
      }
    }
    return ',';
  }

  /** The first row may differ, as it has the names. */
  private static boolean fits(List<List<Cell>> rows) {
    List<List<Cell>> data = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
    Map<Integer, Integer> counts = new HashMap<>();
    int most = 0;
    for (List<Cell> row : data) {
      int count = counts.merge(row.size(), 1, Integer::sum);
      most = row.size() > 1 ? Math.max(most, count) : most;
    }
    return most > 0 && most >= NEARLY_ALL * data.size();
  }

  /** Whether a cell has blanks that only put columns below each other. */
  private static boolean isAligned(List<Cell> row) {
    return row.stream().anyMatch(cell -> !cell.isQuoted() && cell.text().contains("  "));
  }

  private static boolean hasNumber(List<Cell> row) {
    return row.stream().map(Cell::text).anyMatch(CellForms::isNumber);
  }

  private static double share(List<List<Cell>> rows, Predicate<List<Cell>> condition) {
    return rows.stream().filter(condition).count() / (double) Math.max(1, rows.size());
  }
}
