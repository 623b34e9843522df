package pathprox.tutorial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.training.TrainingDivergedException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several ways to a small classifier under the same conditions: each has its λ and learning rate
 * chosen on parts of the first seed's training set, and is then judged once by the test set of each
 * seed.
 */
public final class Contest {
  /** One of five parts is held out to choose by; so many of them are used. */
  private static final int FOLDS = 2;

  /** One way to train a network. */
  @FunctionalInterface
  public interface Recipe {
    /** {@return a network trained on {@code samples}, by a seed, a λ and a learning rate} */
    Network train(Dataset samples, long seed, double lambda, double rate);
  }

  /**
   * How one of the ways did.
   *
   * @param name what it is called
   * @param lambda the λ that was chosen
   * @param rate the learning rate that was chosen
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
      return String.format(
          Locale.ROOT,
          "%s: %.2f ± %.2f %% with %.0f units; λ %s, rate %s, of %d tried",
          name, mean(), deviation(), meanUnits(), lambda, rate, tried);
    }
  }

  private final LongFunction<Split> data;
  private final long[] seeds;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Contest(LongFunction<Split> data, long[] seeds) {
    this.data = data;
    this.seeds = seeds;
  }

  /**
   * Prepares a contest.
   *
   * @param data the samples of a seed
   * @param first the first seed
   * @param count how many seeds, one after the other, 2 or more
   * @return a contest without entries
   * @throws IllegalArgumentException if {@code count} is below 2
   */
  public static Contest over(LongFunction<Split> data, long first, int count) {
    if (count < 2) {
      throw new IllegalArgumentException("count must be >= 2 seeds, was " + count);
    }
    return new Contest(data, LongStream.range(first, first + count).toArray());
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
  public Entry run(String name, Recipe recipe, double[] lambdas, double[] rates) {
    List<Split> folds = data.apply(seeds[0]).train().folds(5, seeds[0]).subList(0, FOLDS);
    double[] best = {lambdas[0], rates[0], Double.NEGATIVE_INFINITY};
    for (double lambda : lambdas) {
      for (double rate : rates) {
        double accuracy = lambdas.length * rates.length == 1 ? 0 : judged(recipe, folds, lambda, rate);
        best = accuracy > best[2] ? new double[] {lambda, rate, accuracy} : best;
      }
    }
    int[] units = new int[seeds.length];
    double[] percent = new double[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      Split split = data.apply(seeds[i]);
      Network network = recipe.train(split.train(), seeds[i], best[0], best[1]).compact();
      units[i] = ActiveUnits.of(network);
      percent[i] = percent(network, split.test());
    }
    int tried = lambdas.length * rates.length;
    Entry entry = new Entry(name, best[0], best[1], tried, units, percent);
    entries.put(name, entry);
    return entry;
  }

  private double judged(Recipe recipe, List<Split> folds, double lambda, double rate) {
    try {
      return folds.stream()
          .mapToDouble(
              fold -> percent(recipe.train(fold.train(), seeds[0], lambda, rate), fold.test()))
          .sum();
    } catch (TrainingDivergedException e) { // not to be chosen
      return Double.NEGATIVE_INFINITY;
    }
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

  private static double[] numbers(
      List<Entry> entries, ToDoubleFunction<Entry> value) {
    double[] exact = entries.stream().mapToDouble(value).toArray();
    return Arrays.stream(exact).map(each -> Math.round(1e4 * each) / 1e4).toArray();
  }

  @Override
  public String toString() {
    return entries.size() + " ways, seeds " + seeds[0] + " to " + seeds[seeds.length - 1];
  }
}
