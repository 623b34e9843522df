package pathprox.tutorial.contest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.TrainingDivergedException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several ways to a small classifier under the same conditions: all make as many steps, each has
 * its λ and learning rate chosen on parts of the first seed's training set, and is then judged once
 * by the test set of each seed.
 */
public final class Contest {
  private static final int PARTS = 5; // of the training set, one of them held out to choose by
  private static final int FOLDS = 2; // how many of them are, in turn

  /**
   * How one of the ways did.
   *
   * @param name what it is called
   * @param lambda the λ that was chosen
   * @param rate the learning rate that was chosen, NaN if the method has its own
   * @param tried how many pairs of λ and rate it was chosen from
   * @param units the active units that are left, for each seed
   * @param percent the accuracy on the test set in percent, for each seed
   */
  public record Entry(
      String name, double lambda, double rate, int tried, int[] units, double[] percent) {
    /** {@return the mean accuracy over the seeds in percent} */
    public double mean() {
      return Arrays.stream(percent).average().orElse(Double.NaN);
    }

    /** {@return the standard deviation of the accuracy over the seeds, in points} */
    public double deviation() {
      double mean = mean();
      double squares = Arrays.stream(percent).map(each -> (each - mean) * (each - mean)).sum();
      return Math.sqrt(squares / (percent.length - 1));
    }

    /** {@return the mean number of units over the seeds} */
    public double meanUnits() {
      return Arrays.stream(units).average().orElse(Double.NaN);
    }

    @Override
    public String toString() {
      String chosen = "λ " + lambda + (Double.isNaN(rate) ? "" : ", rate " + rate);
      return String.format(
          Locale.ROOT,
          "%s: %.2f ± %.2f %% with %.0f units; %s, of %d settings tried",
          name,
          mean(),
          deviation(),
          meanUnits(),
          chosen,
          tried);
    }
  }

  private final LongFunction<Split> data;
  private final long[] seeds;
  private final int steps;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Contest(LongFunction<Split> data, long[] seeds, int steps) {
    this.data = data;
    this.seeds = seeds;
    this.steps = steps;
  }

  /**
   * Prepares a contest.
   *
   * @param data the samples of a seed
   * @param first the first seed
   * @param count how many seeds, one after the other, 2 or more
   * @param steps how many steps each network may be trained for, 1 or more
   * @return a contest without entries
   * @throws IllegalArgumentException if {@code count} is below 2
   */
  public static Contest over(LongFunction<Split> data, long first, int count, int steps) {
    if (count < 2) {
      throw new IllegalArgumentException("count must be >= 2 seeds, was " + count);
    }
    return new Contest(data, LongStream.range(first, first + count).toArray(), steps);
  }

  /**
   * Chooses λ and rate, and judges.
   *
   * @param name what it is called; an entry of the same name is replaced
   * @param recipe how a network is trained
   * @param lambdas the λ to choose from. Not modified.
   * @param rates the learning rates to choose from. Not modified.
   * @return how it did
   */
  public Entry run(String name, Function<Trial, Network> recipe, double[] lambdas, double[] rates) {
    List<Split> folds = data.apply(seeds[0]).train().folds(PARTS, seeds[0]).subList(0, FOLDS);
    int tried = lambdas.length * rates.length;
    int networks = tried * FOLDS + seeds.length;
    try (Progress progress = Progress.of(name, 1)) {
      progress.begins(name, 0, networks * steps);
      double[] best = {lambdas[0], rates[0], Double.NEGATIVE_INFINITY};
      for (double lambda : lambdas) {
        for (double rate : rates) {
          double accuracy = validated(recipe, folds, lambda, rate, progress);
          best = accuracy > best[2] ? new double[] {lambda, rate, accuracy} : best;
        }
      }
      Entry entry = judged(name, recipe, best, tried, progress);
      progress.ends("completed", Optional.empty());
      entries.put(name, entry);
      return entry;
    }
  }

  /**
   * Chooses λ for a method that has step sizes of its own, and judges.
   *
   * @param name what it is called; an entry of the same name is replaced
   * @param recipe how a network is trained
   * @param lambdas the λ to choose from. Not modified.
   * @return how it did
   */
  public Entry run(String name, Function<Trial, Network> recipe, double... lambdas) {
    return run(name, recipe, lambdas, new double[] {Double.NaN});
  }

  private double validated(
      Function<Trial, Network> recipe,
      List<Split> folds,
      double lambda,
      double rate,
      Progress progress) {
    double sum = 0;
    for (Split fold : folds) {
      try {
        Trial trial = new Trial(fold.train(), seeds[0], lambda, rate, steps, progress);
        sum += percent(recipe.apply(trial), fold.test());
      } catch (TrainingDivergedException e) { // not to be chosen
        return Double.NEGATIVE_INFINITY;
      }
    }
    return sum;
  }

  private Entry judged(
      String name, Function<Trial, Network> recipe, double[] best, int tried, Progress progress) {
    int[] units = new int[seeds.length];
    double[] percent = new double[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      Split split = data.apply(seeds[i]);
      Trial trial = new Trial(split.train(), seeds[i], best[0], best[1], steps, progress);
      Network network = recipe.apply(trial).compact();
      units[i] = ActiveUnits.of(network);
      percent[i] = percent(network, split.test());
    }
    return new Entry(name, best[0], best[1], tried, units, percent);
  }

  private static double percent(Network network, Dataset judges) {
    return 100 * Score.of(network, judges, new CrossEntropy()).accuracy();
  }

  /**
   * {@return the entry called {@code name}}
   *
   * @throws IllegalArgumentException if there is none
   */
  public Entry entry(String name) {
    if (!entries.containsKey(name)) {
      throw new IllegalArgumentException("there is no '" + name + "' among " + entries.keySet());
    }
    return entries.get(name);
  }

  /** {@return the entries in their order} */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * {@return a row for each entry: {@code method}, {@code units}, {@code accuracy} in percent,
   * {@code deviation}, {@code lambda}, {@code rate}}
   */
  public Table table() {
    List<Entry> all = entries();
    return Table.create(
        "contest",
        StringColumn.create("method", all.stream().map(Entry::name).toList()),
        DoubleColumn.create("units", numbers(all, Entry::meanUnits)),
        DoubleColumn.create("accuracy", numbers(all, Entry::mean)),
        DoubleColumn.create("deviation", numbers(all, Entry::deviation)),
        DoubleColumn.create("lambda", numbers(all, Entry::lambda)),
        DoubleColumn.create("rate", numbers(all, Entry::rate)));
  }

  private static double[] numbers(List<Entry> entries, ToDoubleFunction<Entry> value) {
    double[] exact = entries.stream().mapToDouble(value).toArray();
    return Arrays.stream(exact)
        .map(each -> Double.isNaN(each) ? each : Math.round(1e4 * each) / 1e4)
        .toArray();
  }

  @Override
  public String toString() {
    return entries.size() + " ways, seeds " + seeds[0] + " to " + seeds[seeds.length - 1];
  }
}
