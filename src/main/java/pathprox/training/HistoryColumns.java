package pathprox.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pathprox.matrix.State;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;

/** The rows of a history as columns of numbers, one value a row, and back without loss. */
final class HistoryColumns {
  private static final Map<String, ToDoubleFunction<Measurement>> COLUMNS = columns();

  private HistoryColumns() {}

  private static Map<String, ToDoubleFunction<Measurement>> columns() {
    Map<String, ToDoubleFunction<Measurement>> columns = new LinkedHashMap<>();
    columns.put("iteration", Measurement::iteration);
    columns.put("seconds", Measurement::seconds);
    columns.put("learning_rate", Measurement::learningRate);
    columns.put("undone_steps", Measurement::undoneSteps);
    columns.put("batch_loss", Measurement::batchLoss);
    columns.put("train_loss", row -> row.train().loss());
    columns.put("train_accuracy", row -> row.train().accuracy());
    columns.put("test_loss", row -> row.test().loss());
    columns.put("test_accuracy", row -> row.test().accuracy());
    columns.put("path_norm", row -> row.regularity().pathNorm());
    columns.put("half_squared_norm", row -> row.regularity().halfSquaredNorm());
    columns.put("half_squared_unpaired", row -> row.regularity().halfSquaredUnpaired());
    columns.put("penalty", row -> row.regularity().penalty());
    columns.put("optimality", Measurement::optimality);
    return columns;
  }

  /** {@return a column for each number, and {@code active_1}, {@code strong_1}, … for the pairs} */
  static Map<String, double[]> of(List<Measurement> rows) {
    Map<String, double[]> values = new LinkedHashMap<>();
    COLUMNS.forEach(
        (name, column) -> values.put(name, rows.stream().mapToDouble(column).toArray()));
    putUnits(values, "active_", rows, Regularity::activeUnits);
    putUnits(values, "strong_", rows, Regularity::strongUnits);
    return values;
  }

  /** NaN for a pair that a row does not have. */
  private static void putUnits(
      Map<String, double[]> values,
      String name,
      List<Measurement> rows,
      Function<Regularity, List<Integer>> units) {
    List<List<Integer>> counts = rows.stream().map(Measurement::regularity).map(units).toList();
    int pairs = counts.stream().mapToInt(List::size).max().orElse(0);
    for (int pair = 0; pair < pairs; pair++) {
      int place = pair;
      values.put(
          name + (pair + 1),
          counts.stream()
              .mapToDouble(row -> place < row.size() ? row.get(place) : Double.NaN)
              .toArray());
    }
  }

  /** Keeps {@code rows} in {@code state}, or takes those that were kept in their place. */
  static void keep(List<Measurement> rows, State state) {
    Map<String, double[]> columns = of(rows);
    int pairs = state.keep("pairs", columns.size() - COLUMNS.size()) / 2;
    for (int pair = 1; pair <= pairs; pair++) {
      columns.putIfAbsent("active_" + pair, new double[0]);
      columns.putIfAbsent("strong_" + pair, new double[0]);
    }
    columns.replaceAll(state::keep);
    rows.clear();
    rows.addAll(rows(columns));
  }

  /** {@return the rows of {@code columns}, each by its name} */
  static List<Measurement> rows(Map<String, double[]> columns) {
    int count = columns.get("iteration").length;
    List<Measurement> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = i;
      ToDoubleFunction<String> at = name -> columns.get(name)[row];
      rows.add(
          new Measurement(
              (int) at.applyAsDouble("iteration"),
              at.applyAsDouble("seconds"),
              at.applyAsDouble("learning_rate"),
              (int) at.applyAsDouble("undone_steps"),
              at.applyAsDouble("batch_loss"),
              new Score(at.applyAsDouble("train_loss"), at.applyAsDouble("train_accuracy")),
              new Score(at.applyAsDouble("test_loss"), at.applyAsDouble("test_accuracy")),
              new Regularity(
                  at.applyAsDouble("path_norm"),
                  at.applyAsDouble("half_squared_norm"),
                  at.applyAsDouble("half_squared_unpaired"),
                  units(columns, "active_", row),
                  units(columns, "strong_", row),
                  at.applyAsDouble("penalty")),
              at.applyAsDouble("optimality")));
    }
    return rows;
  }

  private static List<Integer> units(Map<String, double[]> columns, String name, int row) {
    return IntStream.iterate(1, pair -> columns.containsKey(name + pair), pair -> pair + 1)
        .mapToDouble(pair -> columns.get(name + pair)[row])
        .filter(count -> !Double.isNaN(count))
        .mapToObj(count -> (int) count)
        .toList();
  }
}
