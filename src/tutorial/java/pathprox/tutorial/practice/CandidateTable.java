package pathprox.tutorial.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Networks from which one is chosen by their validation accuracy, in the order in which they were
 * added.
 *
 * @param candidates the trainings by their names. Copied.
 */
public record CandidateTable(Map<String, TrainingResult> candidates) {
  private static final double DIGITS = 1e4;

  public CandidateTable {
    candidates = new LinkedHashMap<>(candidates);
  }

  /** {@return a table without any candidate} */
  public static CandidateTable empty() {
    return new CandidateTable(Map.of());
  }

  /** {@return these candidates and {@code result}, called {@code name}} */
  public CandidateTable with(String name, TrainingResult result) {
    Map<String, TrainingResult> more = new LinkedHashMap<>(candidates);
    more.put(name, result);
    return new CandidateTable(more);
  }

  /**
   * {@return the name of the candidate with the fewest active units of those whose validation
   * accuracy is at most one standard error below the best, {@code samples} validation samples; of
   * equally many the more accurate; if there is no candidate, an IllegalArgumentException}
   */
  public String simplest(int samples) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("there is no candidate to choose");
    }
    double best =
        candidates.values().stream().mapToDouble(CandidateTable::validated).max().orElse(0);
    double least = best - ValidationCurve.standardError(best, samples);
    String simplest = null;
    double fewest = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, TrainingResult> each : candidates.entrySet()) {
      // A whole unit counts more than any accuracy, which is at most 1.
      double cost = 2 * ActiveUnits.of(each.getValue().network()) - validated(each.getValue());
      if (validated(each.getValue()) >= least && cost < fewest) {
        fewest = cost;
        simplest = each.getKey();
      }
    }
    return simplest;
  }

  /** {@return a row for each: {@code candidate}, {@code units}, {@code validation} accuracy} */
  public Table validation() {
    return Table.create(
        "candidates",
        StringColumn.create("candidate", List.copyOf(candidates.keySet())),
        IntColumn.create(
            "units",
            candidates.values().stream().mapToInt(it -> ActiveUnits.of(it.network())).toArray()),
        percents("validation %", CandidateTable::validated));
  }

  /** {@return {@link #validation} with the accuracies on {@code test} in one more column} */
  public Table tested(Dataset test) {
    return validation()
        .addColumns(
            percents("test %", it -> Score.of(it.network(), test, new CrossEntropy()).accuracy()));
  }

  private DoubleColumn percents(String name, ToDoubleFunction<TrainingResult> share) {
    List<Double> percents = new ArrayList<>();
    candidates
        .values()
        .forEach(it -> percents.add(Math.round(DIGITS * share.applyAsDouble(it)) / (DIGITS / 100)));
    return DoubleColumn.create(name, percents);
  }

  private static double validated(TrainingResult result) {
    return result.history().last().test().accuracy();
  }

  @Override
  public String toString() {
    return "candidates: " + candidates.keySet();
  }
}
