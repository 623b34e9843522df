package pathprox.features;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Two opposite words as 0 and 1; the more frequent one stands in for a missing one. */
record YesNo(String no, String yes, boolean mostlyYes) implements Encoding {
  private static final List<List<String>> WORDS =
      List.of(
          List.of("no", "yes"),
          List.of("n", "y"),
          List.of("false", "true"),
          List.of("f", "t"),
          List.of("off", "on"),
          List.of("0", "1"));

  /** Null if these are no two opposite words. */
  static YesNo of(Set<String> values) {
    Set<String> found =
        values.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return WORDS.stream()
        .filter(pair -> found.equals(Set.copyOf(pair)))
        .map(pair -> new YesNo(pair.get(0), pair.get(1), false))
        .findFirst()
        .orElse(null);
  }

  @Override
  public String kind() {
    return "yes or no";
  }

  @Override
  public List<String> features(String column) {
    return List.of(column + "=" + yes);
  }

  @Override
  public Encoding learned(Cells cells, int[] rows) {
    long all = Arrays.stream(rows).filter(row -> !cells.isMissing(row)).count();
    long positive =
        Arrays.stream(rows).filter(row -> !cells.isMissing(row) && is(yes, cells, row)).count();
    return all == 0 ? this : new YesNo(no, yes, 2 * positive > all);
  }

  private static boolean is(String word, Cells cells, int row) {
    return word.equalsIgnoreCase(cells.text(row));
  }

  @Override
  public String unusual(Cells cells, int row) {
    return isKnown(cells, row) ? "" : "'" + cells.text(row) + "' is unknown";
  }

  private boolean isKnown(Cells cells, int row) {
    return is(yes, cells, row) || is(no, cells, row);
  }

  /** An unknown word is as a missing one. */
  @Override
  public void encode(Cells cells, int row, double[] target, int from) {
    if (isKnown(cells, row)) {
      target[from] = is(yes, cells, row) ? 1 : 0;
    } else {
      fill(target, from);
    }
  }

  @Override
  public void fill(double[] target, int from) {
    target[from] = mostlyYes ? 1 : 0;
  }

  @Override
  public String filler() {
    return "'" + (mostlyYes ? yes : no) + "'";
  }

  @Override
  public String toString() {
    return "1 for '%s', 0 for '%s'".formatted(yes, no);
  }
}
