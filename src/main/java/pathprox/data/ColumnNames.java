package pathprox.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the columns of a dataset are called in tables and in messages.
 *
 * @param features one name for each input
 * @param targets one name for each target column, a single one for classes
 */
record ColumnNames(List<String> features, List<String> targets) {
  ColumnNames {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
  }

  /** Names inputs {@code x0, x1, …} and the class column {@code label}. */
  static ColumnNames ofClasses(int inputs) {
    return new ColumnNames(numbered("x", inputs), List.of("label"));
  }

  /** Names inputs {@code x0, x1, …} and targets {@code y0, y1, …}, a single one {@code y}. */
  static ColumnNames ofValues(int inputs, int targets) {
    List<String> values = targets == 1 ? List.of("y") : numbered("y", targets);
    return new ColumnNames(numbered("x", inputs), values);
  }

  private static List<String> numbered(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
  }
}
