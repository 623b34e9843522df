package pathprox.tutorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pathprox.plot.SignificantDigits;
import pathprox.table.TableFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The lengths of the paper, for notebooks that are quick by default.
 *
 * <p>With the environment variable {@code PATHPROX_FULL=1} a notebook trains as long as the paper
 * and keeps its curves as CSV files; without it, it trains briefly and shows the curves that a full
 * run has kept before.
 */
public final class FullRun {
  private static final SignificantDigits DIGITS = new SignificantDigits(7);

  private FullRun() {}

  /**
   * Tells whether the paper's lengths were asked for.
   *
   * @return true if the environment variable {@code PATHPROX_FULL} is {@code 1}
   * @throws IllegalStateException if it is something else than {@code 1}, {@code 0} or nothing
   */
  public static boolean isRequested() {
    return isRequested(System.getenv("PATHPROX_FULL"));
  }

  static boolean isRequested(String word) {
    if (word == null || word.isEmpty() || word.equals("0")) {
      return false;
    }
    if (!word.equals("1")) {
      throw new IllegalStateException("PATHPROX_FULL must be 1 or not set, was " + word);
    }
    return true;
  }

  /**
   * Chooses a number, such as that of the iterations.
   *
   * @param quick what it is by default
   * @param full what it is in a full run
   * @return one of the two
   * @throws IllegalStateException if {@code PATHPROX_FULL} is something else than 1, 0 or nothing
   */
  public static int choose(int quick, int full) {
    return isRequested() ? full : quick;
  }

  /**
   * Keeps the curves of a full run; without a full run it does nothing.
   *
   * @param table what was recorded. Not modified. Fractions are written with seven digits.
   * @param file where the CSV file appears, whole or not at all; an older one is replaced
   * @return what was done, to be shown
   * @throws UncheckedIOException if the file cannot be written
   */
  public static String keep(Table table, String file) {
    return isRequested() ? write(table, Path.of(file)) : "a quick run: " + file + " stays as it is";
  }

  static String write(Table table, Path file) {
    TableFile.save(rounded(table), file);
    return "kept in " + file;
  }

  /**
   * Reads the curves that a full run has kept.
   *
   * @param file the CSV file, with a header
   * @return its table, named as the file; a column without any value is left out
   * @throws UncheckedIOException if there is no such file, or it cannot be read
   */
  public static Table curves(String file) {
    if (!Files.isRegularFile(Path.of(file))) {
      throw new UncheckedIOException(
          new IOException(
              "there are no curves in '%s'; PATHPROX_FULL=1 makes them".formatted(file)));
    }
    return TableFile.load(file);
  }

  private static Table rounded(Table table) {
    Table result = Table.create(table.name());
    for (Column<?> column : table.columns()) {
      if (column.countMissing() < column.size()) {
        result.addColumns(column instanceof DoubleColumn fractions ? rounded(fractions) : column);
      }
    }
    return result;
  }

  private static DoubleColumn rounded(DoubleColumn column) {
    return column.map(value -> Double.parseDouble(DIGITS.format(value)));
  }
}
