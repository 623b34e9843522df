package pathprox.model;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pathprox.csv.CsvFile;
import pathprox.data.Dataset;
import pathprox.experiment.Lambdas;
import pathprox.features.ClassTarget;
import pathprox.features.FeaturePlan;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.loss.WeightedCrossEntropy;
import pathprox.method.Method;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.Table;

/**
 * How a {@link Model} is made of a table: an immutable value whose {@code with} methods give
 * another one.
 *
 * @param plan what becomes of the columns
 * @param method how to train; empty for PathProx, as recommended, with λ by cross-validation
 * @param options of the trainings, without an early stop, whose loss is not looked at; empty for
 *     those that suit the number of rows
 * @param loss empty for cross-entropy where classes are predicted, and mean squared error where
 *     numbers are
 * @param widths hidden units, those of each layer
 * @param folds of the cross-validation, 2 or more, at most one for each row; 0 for none
 * @param seed of the folds, the first weights, and the order of the rows
 */
public record Fitting(
    FeaturePlan plan,
    Optional<Method> method,
    Optional<TrainingOptions> options,
    Optional<Loss> loss,
    List<Integer> widths,
    int folds,
    long seed) {
  /** Wide enough for λ to be chosen inside: losses are about 1 at the start, whatever the table. */
  static final Lambdas LAMBDAS =
      Lambdas.of(3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001);

  private static final int WIDTH = 100;
  private static final int BATCH = 100;
  private static final int EPOCHS = 20;
  private static final int FEWEST_ITERATIONS = 2_000;
  private static final int MOST_ITERATIONS = 10_000;

  public Fitting {
    Objects.requireNonNull(plan, "the plan must not be null");
    Objects.requireNonNull(method, "the method must not be null, but may be empty");
    Objects.requireNonNull(options, "the options must not be null, but may be empty");
    boolean isStopped = options.stream().anyMatch(each -> each.recording().patience() > 0);
    String stopped =
        "the network is trained on all rows, so there is no second set for an early stop: give"
            + " options without stoppingEarly, such as with fewer iterations";
    require(!isStopped, stopped);
    widths = List.copyOf(widths);
    require(folds == 0 || folds >= 2, "folds must be 2 or more, or 0 for none, were %d", folds);
    boolean isChosen = folds > 0 || method.isPresent();
    require(isChosen, "λ is chosen by cross-validation: give a method, or 2 folds or more");
  }

  /** {@return how to predict the column {@code target} of {@code table}, nothing else chosen} */
  public static Fitting of(Table table, String target) {
    return of(FeaturePlan.of(table, target));
  }

  /** {@return the same for {@code target} in {@code file}} */
  public static Fitting of(CsvFile file, String target) {
    return of(FeaturePlan.of(file, target));
  }

  /** {@return the same by {@code plan}} */
  public static Fitting of(FeaturePlan plan) {
    return new Fitting(
        plan, Optional.empty(), Optional.empty(), Optional.empty(), List.of(WIDTH), 5, 0);
  }

  /** {@return this with training by {@code newMethod}, whose λ is not chosen any more} */
  public Fitting withMethod(Method newMethod) {
    return new Fitting(plan, Optional.of(newMethod), options, loss, widths, folds, seed);
  }

  /** {@return this with {@code newLoss}} */
  public Fitting withLoss(Loss newLoss) {
    return new Fitting(plan, method, options, Optional.of(newLoss), widths, folds, seed);
  }

  /**
   * {@return this with each class counting as much as any other in the loss, however few rows it
   * has, see {@link WeightedCrossEntropy#balanced}}
   *
   * @throws IllegalStateException if a number is predicted
   */
  public Fitting withBalancedClasses() {
    if (plan.encoder().target() instanceof ClassTarget classes) {
      int[] counts = classes.counts().stream().mapToInt(Integer::intValue).toArray();
      return withLoss(WeightedCrossEntropy.balanced(counts));
    }
    throw new IllegalStateException("'" + plan.target().column() + "' is a number, no class");
  }

  /**
   * {@return this with {@code newOptions}, except for their seed}
   *
   * @throws IllegalArgumentException if they stop early: a network that is trained on all rows has
   *     no second set
   */
  public Fitting withOptions(TrainingOptions newOptions) {
    return new Fitting(plan, method, Optional.of(newOptions), loss, widths, folds, seed);
  }

  /**
   * {@return this with hidden layers of {@code units}, such as 100, 50; none for a linear model,
   * which needs a method without path norms, such as weight decay}
   */
  public Fitting withHidden(int... units) {
    return new Fitting(
        plan, method, options, loss, Arrays.stream(units).boxed().toList(), folds, seed);
  }

  /** {@return this with {@code count} folds, 2 or more; 0 for none, where a method is given} */
  public Fitting withFolds(int count) {
    return new Fitting(plan, method, options, loss, widths, count, seed);
  }

  /** {@return this with {@code newSeed}} */
  public Fitting withSeed(long newSeed) {
    return new Fitting(plan, method, options, loss, widths, folds, newSeed);
  }

  /**
   * {@return the model: a network that was trained on all rows, and measures of networks that were
   * trained by the same method on all folds but one, on that one} Cross-validation is one task with
   * its progress, whose trainings run side by side, and the training on all rows another.
   *
   * @throws IllegalArgumentException if plan, rows, method, options and network do not fit together
   * @throws IllegalStateException if the thread is interrupted before there is a network
   */
  public Model fit() {
    return new FittingRun(this).model();
  }

  /** The options that were given, or those for so many rows. */
  TrainingOptions optionsFor(Dataset data) {
    Loss suitable = data.isClassification() ? new CrossEntropy() : new MeanSquaredError();
    return options.orElseGet(() -> suitable(data)).withLoss(loss.orElse(suitable)).withSeed(seed);
  }

  private static TrainingOptions suitable(Dataset data) {
    int epochs = EPOCHS * (data.size() / BATCH + 1);
    return TrainingOptions.defaults()
        .withBatchSize(BATCH)
        .withIterations(Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, epochs)));
  }

  @Override
  public String toString() {
    return "%s, hidden units %s, %s folds, seed %s%n%s%n%s"
        .formatted(
            method.map(Method::name).orElse("λ of " + LAMBDAS),
            widths,
            folds,
            seed,
            options.map(TrainingOptions::toString).orElse("options that suit the rows"),
            plan);
  }
}
