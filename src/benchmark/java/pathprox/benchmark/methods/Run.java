package pathprox.benchmark.methods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.data.Split;
import pathprox.matrix.Arena;
import pathprox.method.Method;
import pathprox.metrics.Evaluator;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.training.History;
import pathprox.training.Measurement;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** One training and what is to be told of it. */
final class Run {
  private static final List<Double> OBJECTIVES = List.of(0.0054, 0.0037);

  private final Trial trial;
  private final Problem problem;
  private final Split data;
  private final Setting setting;
  private final long seed;

  Run(Trial trial, Split data, Setting setting, long seed) {
    this.trial = trial;
    this.problem = trial.problem();
    this.data = data;
    this.setting = setting;
    this.seed = seed;
  }

  Result train() {
    int iterations = trial.iterations();
    Method method = setting.contender().method(problem.lambda());
    UnitChanges watched = new UnitChanges(method);
    boolean isRecommended = setting.contender() == Contender.RECOMMENDED;
    TrainingOptions options =
        TrainingOptions.defaults()
            .withIterations(iterations)
            .withBatchSize(problem.batchSize())
            .withLoss(problem.loss(data))
            .withRecordEvery(Math.max(1, iterations / trial.records()))
            .withSeed(seed);
    TrainingOptions augmented =
        problem.augmentation().map(options::withAugmentation).orElse(options);
    TrainingResult result =
        train(setting.applyTo(augmented, method), isRecommended ? watched : method);
    return result(result, finite(watched.perStep()));
  }

  private TrainingResult train(TrainingOptions options, Method method) {
    Network start = problem.start(seed);
    try {
      return Trainer.with(options).train(start, data.train(), method);
    } catch (TrainingDivergedException diverged) {
      return diverged.result();
    }
  }

  /** The test set is looked at once: at each record it would take as long as the steps. */
  private Score onTest(Network network) {
    Examples test = Examples.of(data.test(), network.type(), new Arena());
    return new Evaluator(network.working(), test, problem.loss(data)).evaluate();
  }

  private Result result(TrainingResult result, Double changes) {
    History history = result.history();
    Measurement last = history.last();
    boolean diverged = result.outcome() == Outcome.DIVERGED;
    Score test = onTest(result.network());
    return new Result(
        problem.title(),
        trial.fingerprint(),
        setting.contender().title(),
        setting.schedule().name().toLowerCase(Locale.ROOT),
        setting.rate(),
        seed,
        trial.iterations(),
        result.outcome().name(),
        finite(history.objective(history.measurements().get(0))),
        diverged ? null : finite(history.objective(last)),
        finite(-highest(history, row -> -history.objective(row))),
        finite(last.train().loss()),
        finite(last.train().accuracy()),
        finite(highest(history, row -> row.train().accuracy())),
        finite(test.accuracy()),
        finite(test.loss()),
        data.train().isClassification() ? largestClass(data.train()) : null,
        last.regularity().totalActiveUnits(),
        last.regularity().totalStrongUnits(),
        units(result.network()),
        changes,
        reached(history),
        last.seconds());
  }

  private static int units(Network network) {
    return network.architecture().pairing().pairs().stream().mapToInt(UnitPair::units).sum();
  }

  private static double highest(History history, ToDoubleFunction<Measurement> value) {
    return history.measurements().stream().mapToDouble(value).max().orElseThrow();
  }

  private static double largestClass(Dataset train) {
    int largest = IntStream.of(train.countPerClass()).max().orElseThrow();
    return (double) largest / train.size();
  }

  private static Map<String, Integer> reached(History history) {
    Map<String, Integer> reached = new LinkedHashMap<>();
    for (double objective : OBJECTIVES) {
      Optional<Measurement> first =
          history.measurements().stream()
              .filter(row -> history.objective(row) <= objective)
              .findFirst();
      first.ifPresent(row -> reached.put(Double.toString(objective), row.iteration()));
    }
    return reached;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
