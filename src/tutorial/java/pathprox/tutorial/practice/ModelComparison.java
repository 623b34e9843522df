package pathprox.tutorial.practice;

import static java.util.Comparator.comparingDouble;
import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pathprox.data.Dataset;
import pathprox.experiment.Lambdas;
import pathprox.features.FeaturePlan;
import pathprox.features.TableEncoder;
import pathprox.features.TableParts;
import pathprox.features.ValueTarget;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.parallel.Tasks;
import pathprox.progress.Progress;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingOptions;
import pathprox.tutorial.contest.Trial;
import tech.tablesaw.api.Table;

/**
 * Several methods that predict the same numbers, on the same divisions of a table into rows to
 * train on (60 %), to validate by (20 %) and to test on (20 %). Of its candidates, λ and learning
 * rates, each method takes the one with the smallest validation error, once for each division. The
 * test rows take no part in that.
 *
 * @param table the rows. Not modified.
 * @param target the column of numbers to predict
 * @param seeds one for each division, which also draws the first weights and the batches
 * @param rivals the methods with their candidates
 */
public record ModelComparison(
    Table table, String target, List<Long> seeds, List<ModelComparison.Rival> rivals) {
  private static final double[] SHARES = {0.6, 0.2, 0.2};
  private static final int ITERATIONS = 2_000;
  private static final MeanSquaredError LOSS = new MeanSquaredError();

  /** Copies the lists. */
  public ModelComparison {
    seeds = List.copyOf(seeds);
    rivals = List.copyOf(rivals);
  }

  /**
   * One method.
   *
   * @param name what figures call it
   * @param hidden its hidden units, those of each layer; none for a linear model
   * @param methods the method with each λ
   * @param rates the learning rates; none for that of the method
   */
  public record Rival(
      String name, List<Integer> hidden, List<Method> methods, List<Double> rates) {}

  /** A part of the rows to train on, and two that are encoded by what was learned from it. */
  private record Division(
      long seed, TableEncoder encoder, Dataset train, Dataset validation, Dataset test) {
    static Division of(Table table, String target, long seed) {
      List<Table> parts = TableParts.of(table, target, seed, SHARES);
      TableEncoder encoder = FeaturePlan.of(parts.get(0), target).encoder();
      List<Dataset> sets =
          parts.stream().map(it -> encoder.dataset(it, encoder.trainableRows(it))).toList();
      return new Division(seed, encoder, sets.get(0), sets.get(1), sets.get(2));
    }

    /** The root mean squared error on a set, in the unit of the target. */
    double error(Network network, Dataset set) {
      return deviation() * Math.sqrt(Score.of(network, set, LOSS).loss());
    }

    private double deviation() {
      return ((ValueTarget) encoder.target()).deviation();
    }

    /** That of always predicting the mean of the training rows, which is 0 when standardized. */
    double baseline() {
      return deviation() * test.targets().norm2Number().doubleValue() / Math.sqrt(test.size());
    }
  }

  /** One candidate on one division. */
  private record Job(Rival rival, Division division, Method method, Optional<Double> rate) {
    Network train(Trainer trainer) {
      IntStream hidden = rival.hidden.stream().mapToInt(Integer::intValue);
      int[] sizes =
          IntStream.concat(
                  IntStream.concat(IntStream.of(division.train.inputs()), hidden), IntStream.of(1))
              .toArray();
      TrainingOptions options = trainer.options().withSeed(division.seed);
      Network start = Architecture.mlp(sizes).initialize(division.seed);
      return trainer
          .withOptions(rate.map(options::withLearningRate).orElse(options))
          .train(start, division.train, method)
          .network();
    }
  }

  /** What a job came to; the error of a training that diverged is infinite. */
  private record Trial(Job job, double validationError, Optional<Network> network) {
    TestErrors.Entry entry() {
      Network chosen = network.orElseThrow();
      double rate = job.rate.orElse(Double.NaN);
      double error = job.division.error(chosen, job.division.test);
      int units = job.rival.hidden.isEmpty() ? 0 : ActiveUnits.of(chosen);
      return new TestErrors.Entry(
          job.rival.name, job.division.seed, job.method.lambda(), rate, error, units);
    }
  }

  /**
   * {@return a comparison of methods still to be named, which predict {@code target} in {@code
   * table} on {@code divisions} divisions, by {@code firstSeed} and those after it}
   *
   * @throws IllegalArgumentException if there is no division, no such column, or no number in it
   */
  public static ModelComparison of(Table table, String target, long firstSeed, int divisions) {
    require(divisions >= 1, "a comparison needs a division or more, was %s", divisions);
    boolean isNumber = FeaturePlan.of(table, target).target() instanceof ValueTarget;
    require(isNumber, "the target of this comparison must be a number, '%s' is a class", target);
    List<Long> seeds = LongStream.range(firstSeed, firstSeed + divisions).boxed().toList();
    return new ModelComparison(table, target, seeds, List.of());
  }

  /**
   * {@return this with a network of 100 hidden units under {@code name}, trained by what {@code
   * method} makes of each of {@code lambdas}, with each of {@code rates}; none for that of the
   * method}
   */
  public ModelComparison with(
      String name, Lambdas lambdas, DoubleFunction<Method> method, double... rates) {
    return with(name, List.of(100), lambdas, method, rates);
  }

  /**
   * {@return as {@link #with} a linear model: {@code name}, {@code lambdas}, {@code method}, {@code
   * rates}}
   */
  public ModelComparison withLinear(
      String name, Lambdas lambdas, DoubleFunction<Method> method, double... rates) {
    return with(name, List.of(), lambdas, method, rates);
  }

  private ModelComparison with(
      String name,
      List<Integer> hidden,
      Lambdas lambdas,
      DoubleFunction<Method> method,
      double... rates) {
    List<Method> methods = lambdas.values().stream().map(method::apply).toList();
    List<Rival> more = new ArrayList<>(rivals);
    more.add(new Rival(name, hidden, methods, Arrays.stream(rates).boxed().toList()));
    return new ModelComparison(table, target, seeds, more);
  }

  /** {@return the test errors of each method on each division, and those of the training mean} */
  public TestErrors train() {
    List<Division> divisions =
        seeds.stream().map(seed -> Division.of(table, target, seed)).toList();
    List<Job> jobs = rivals.stream().flatMap(it -> jobs(it, divisions).stream()).toList();
    List<Trial> trials = trials(jobs);
    List<TestErrors.Entry> entries = new ArrayList<>();
    for (Division division : divisions) {
      entries.add(
          new TestErrors.Entry(
              TestErrors.BASELINE, division.seed, Double.NaN, Double.NaN, division.baseline(), 0));
    }
    for (Rival rival : rivals) {
      divisions.forEach(division -> entries.add(best(trials, rival, division).entry()));
    }
    return new TestErrors(target, entries);
  }

  private static List<Job> jobs(Rival rival, List<Division> divisions) {
    List<Optional<Double>> rates =
        rival.rates.isEmpty()
            ? List.of(Optional.empty())
            : rival.rates.stream().map(Optional::of).toList();
    List<Job> jobs = new ArrayList<>();
    for (Division division : divisions) {
      for (Method method : rival.methods) {
        rates.forEach(rate -> jobs.add(new Job(rival, division, method, rate)));
      }
    }
    return jobs;
  }

  private static List<Trial> trials(List<Job> jobs) {
    Trial[] trials = new Trial[jobs.size()];
    String title = "comparison, %s trainings".formatted(jobs.size());
    TrainingOptions options =
        TrainingOptions.defaults()
            .withLoss(LOSS)
            .withIterations(ITERATIONS)
            .withRecordEvery(ITERATIONS);
    try (Progress progress = Progress.of(title, 1)) {
      progress.begins(title, 0, ITERATIONS * jobs.size());
      Trainer trainer = Trainer.with(options).countingFor(progress);
      Tasks.run(jobs.size(), i -> trials[i] = trial(jobs.get(i), trainer));
      progress.ends("completed", Optional.empty());
    }
    return List.of(trials);
  }

  private static Trial trial(Job job, Trainer trainer) {
    try {
      Network network = job.train(trainer);
      return new Trial(
          job, job.division.error(network, job.division.validation), Optional.of(network));
    } catch (TrainingDivergedException e) {
      return new Trial(job, Double.POSITIVE_INFINITY, Optional.empty());
    }
  }

  private static Trial best(List<Trial> trials, Rival rival, Division division) {
    return trials.stream()
        .filter(trial -> trial.job.rival == rival && trial.job.division == division)
        .min(comparingDouble(Trial::validationError))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "%s of '%s' on %s divisions"
        .formatted(
            String.join(", ", rivals.stream().map(Rival::name).toList()), target, seeds.size());
  }
}
