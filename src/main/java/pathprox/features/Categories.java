package pathprox.features;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of several values as a column of 0 and 1 for each; the most frequent one stands in for a
 * missing one. With {@code others}, the last column is for all values that have none of their own;
 * else an unknown value is 0 in all columns.
 */
record Categories(List<String> values, boolean others, String mostFrequent) implements Encoding {
  private static final int MOST = 50;
  private static final int LISTED = 6;
  private static final String OTHER = "(other)";

  Categories {
    values = List.copyOf(values);
    boolean differ = values.stream().distinct().count() == values.size();
    require(differ, "the values must all be different, were %s", values);
  }

  /** The values by number or letter; of more than 50 the most frequent ones. */
  static Categories of(Cells cells, int[] rows) {
    Map<String, Long> counts = counts(cells, rows);
    List<String> byCount = byCount(counts);
    List<String> values =
        byCount.stream().limit(MOST).sorted(Cells.order(counts.keySet())).toList();
    return new Categories(values, byCount.size() > MOST, byCount.isEmpty() ? "" : byCount.get(0));
  }

  static Map<String, Long> counts(Cells cells, int[] rows) {
    return Arrays.stream(rows)
        .filter(row -> !cells.isMissing(row))
        .mapToObj(cells::text)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<String> byCount(Map<String, Long> counts) {
    Comparator<String> byCount = Comparator.comparing(counts::get);
    return counts.keySet().stream()
        .sorted(byCount.reversed().thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  @Override
  public String kind() {
    return "category";
  }

  @Override
  public List<String> features(String column) {
    List<String> names = new ArrayList<>(values);
    if (others) {
      names.add(OTHER);
    }
    return names.stream().map(value -> column + "=" + value).toList();
  }

  /** The columns stay as they are, so that networks of other rows can be compared. */
  @Override
  public Encoding learned(Cells cells, int[] rows) {
    List<String> byCount = byCount(counts(cells, rows));
    return byCount.isEmpty() ? this : new Categories(values, others, byCount.get(0));
  }

  @Override
  public String unusual(Cells cells, int row) {
    String text = cells.text(row);
    return others || values.contains(text) ? "" : "'" + text + "' is unknown";
  }

  @Override
  public void encode(Cells cells, int row, double[] target, int from) {
    mark(cells.text(row), target, from);
  }

  @Override
  public void fill(double[] target, int from) {
    mark(mostFrequent, target, from);
  }

  private void mark(String value, double[] target, int from) {
    int place = values.indexOf(value);
    if (place >= 0) {
      target[from + place] = 1;
    } else if (others) {
      target[from + values.size()] = 1;
    }
  }

  @Override
  public String filler() {
    return "'" + mostFrequent + "'";
  }

  @Override
  public String toString() {
    String rest = others ? " and one for all others" : "";
    String more = values.size() > LISTED ? ", …" : "";
    List<String> first = values.subList(0, Math.min(LISTED, values.size()));
    return values.size() + " columns of 0 and 1" + rest + ": " + String.join(", ", first) + more;
  }
}
