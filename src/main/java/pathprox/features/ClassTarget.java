package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One of some classes, whatever the type of their column.
 *
 * @param column the name of the column
 * @param classes the names, all different, by number or letter; class numbers are places here
 * @param counts the number of training rows of each class
 */
public record ClassTarget(String column, List<String> classes, List<Integer> counts)
    implements Target {
  public ClassTarget {
    classes = List.copyOf(classes);
    counts = List.copyOf(counts);
    require(counts.size() == classes.size(), "%s classes need as many counts", classes.size());
    boolean differ = classes.stream().distinct().count() == classes.size();
    require(differ, "the classes must all be different, were %s", classes);
    require(counts.stream().allMatch(count -> count >= 0), "counts were %s", counts);
    require(classes.size() > 1, "target '%s' has one class only: %s", column, classes);
  }

  static ClassTarget of(Cells cells, int[] rows) {
    String name = cells.column().name();
    Map<String, Long> counts = Categories.counts(cells, rows);
    boolean isName = rows.length >= 20 && 2L * counts.size() > rows.length;
    String own =
        "target '%s' has %d different values in %d rows: these are no classes, and no numbers";
    require(!isName, own, name, counts.size(), rows.length);
    List<String> classes = new ArrayList<>(counts.keySet());
    classes.sort(Cells.order(classes));
    return new ClassTarget(
        name, classes, classes.stream().map(each -> counts.get(each).intValue()).toList());
  }

  /** The same classes, counted in some rows alone. */
  ClassTarget learned(Cells cells, int[] rows) {
    Map<String, Long> found = Categories.counts(cells, rows);
    return new ClassTarget(
        column,
        classes,
        classes.stream().map(each -> found.getOrDefault(each, 0L).intValue()).toList());
  }

  /** The class numbers of rows that have one. */
  int[] numbers(Cells cells, int[] rows) {
    return Arrays.stream(rows).map(row -> number(cells, row)).toArray();
  }

  private int number(Cells cells, int row) {
    int number = classes.indexOf(cells.text(row));
    String unknown = "column '%s', row %d: the class '%s' is none of those of the training, %s";
    require(number >= 0, unknown, column, row + 1, cells.text(row), classes);
    return number;
  }

  @Override
  public int outputs() {
    return classes.size();
  }

  /** {@return the share of the most frequent class among the training rows, 0 to 1} */
  public double majority() {
    return (double) Collections.max(counts) / counts.stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    List<String> each = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      each.add(classes.get(k) + " (" + counts.get(k) + ")");
    }
    return column + ": one of " + classes.size() + " classes, " + String.join(", ", each);
  }
}
