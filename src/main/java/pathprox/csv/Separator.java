package pathprox.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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

  private Separator() {}

  static char guess(Sample sample) {
    for (char sign : SIGNS) {
      List<List<Sample.Cell>> rows = sample.rows(sign);
      if (fits(rows) && share(rows, Separator::isAligned) < MOST) {
        return sign;
      }
    }
    List<List<Sample.Cell>> aligned = sample.rows(BLANKS);
    boolean hasNumbers = share(aligned, Separator::hasNumber) >= MOST;
    if (fits(aligned) && hasNumbers) {
      return BLANKS;
    }
    // Reading the rows says what is wrong, if the first one has two names or more.
    return SIGNS.stream().filter(sign -> hasNames(sample, sign)).findFirst().orElse(',');
  }

  private static boolean hasNames(Sample sample, char sign) {
    List<List<Sample.Cell>> rows = sample.rows(sign);
    return !rows.isEmpty() && rows.get(0).size() > 1;
  }

  /** The first row may differ, as it has the names. */
  private static boolean fits(List<List<Sample.Cell>> rows) {
    List<List<Sample.Cell>> data = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
    Map<Integer, Integer> counts = new HashMap<>();
    int most = 0;
    for (List<Sample.Cell> row : data) {
      int count = counts.merge(row.size(), 1, Integer::sum);
      most = row.size() > 1 ? Math.max(most, count) : most;
    }
    return most > 0 && most >= NEARLY_ALL * data.size();
  }

  /** Whether a cell has blanks that only put columns below each other. */
  private static boolean isAligned(List<Sample.Cell> row) {
    return row.stream().anyMatch(cell -> !cell.isQuoted() && cell.text().contains("  "));
  }

  private static boolean hasNumber(List<Sample.Cell> row) {
    return row.stream().map(Sample.Cell::text).anyMatch(NumberScanner::isNumber);
  }

  private static double share(
      List<List<Sample.Cell>> rows, Predicate<List<Sample.Cell>> condition) {
    return rows.stream().filter(condition).count() / (double) Math.max(1, rows.size());
  }
}
