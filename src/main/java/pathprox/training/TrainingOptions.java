package pathprox.training;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import pathprox.data.Augmentation;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.method.Method;

/**
 * How to train, whatever the method.
 *
 * @param iterations how many steps, 0 or more
 * @param batchSize samples a step, 1 or more; the last batch of an epoch may be smaller, and a
 *     batch is never more than all samples
 * @param learningRate the schedule of step sizes γ; empty to leave them to the method
 * @param loss the data loss
 * @param recordEvery how many iterations lie between two rows of the history, 1 or more; the first
 *     and the last state are always recorded
 * @param shuffles whether each epoch has an order of its own, or that of the dataset
 * @param seed of the shuffling, any value
 * @param optimality whether records measure the distance from a stationary point
 * @param augmentation a random change of each batch, none at first
 */
public record TrainingOptions(
    int iterations,
    int batchSize,
    Optional<LearningRate> learningRate,
    Loss loss,
    int recordEvery,
    boolean shuffles,
    long seed,
    OptimalityCheck optimality,
    Optional<Augmentation> augmentation) {
  /**
   * @throws IllegalArgumentException if a number is out of its range
   * @throws NullPointerException if something is null
   */
  public TrainingOptions {
    Objects.requireNonNull(learningRate, "learningRate must not be null, but may be empty");
    Objects.requireNonNull(loss, "the loss must not be null");
    Objects.requireNonNull(optimality, "the optimality check must not be null");
    Objects.requireNonNull(augmentation, "augmentation must not be null, but may be empty");
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must be >= 0, was " + iterations);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be >= 1, was " + batchSize);
    }
    if (recordEvery < 1) {
      throw new IllegalArgumentException("recordEvery must be >= 1, was " + recordEvery);
    }
  }

  /**
   * {@return options for a first try: 1,000 iterations with batches of 100, the learning rate of
   * the method, cross-entropy, a record every 100 iterations, shuffled, seed 0}
   */
  public static TrainingOptions defaults() {
    return new TrainingOptions(
        1000,
        100,
        Optional.empty(),
        new CrossEntropy(),
        100,
        true,
        0,
        OptimalityCheck.off(),
        Optional.empty());
  }

  /**
   * Changes the number of steps.
   *
   * @param newIterations 0 or more
   * @return new options
   * @throws IllegalArgumentException if it is negative
   */
  public TrainingOptions withIterations(int newIterations) {
    return new TrainingOptions(
        newIterations,
        batchSize,
        learningRate,
        loss,
        recordEvery,
        shuffles,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Changes the number of samples a step.
   *
   * @param newBatchSize 1 or more
   * @return new options
   * @throws IllegalArgumentException if it is below 1
   */
  public TrainingOptions withBatchSize(int newBatchSize) {
    return new TrainingOptions(
        iterations,
        newBatchSize,
        learningRate,
        loss,
        recordEvery,
        shuffles,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Changes the learning rate to a constant.
   *
   * @param rate γ, above 0 and finite
   * @return new options
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public TrainingOptions withLearningRate(double rate) {
    return withLearningRate(LearningRate.constant(rate));
  }

  /**
   * Changes the learning rate schedule.
   *
   * @param newLearningRate such as {@link LearningRate#stepped}, or a lambda
   * @return new options
   * @throws NullPointerException if it is null
   */
  public TrainingOptions withLearningRate(LearningRate newLearningRate) {
    Objects.requireNonNull(
        newLearningRate, "the learning rate must not be null; without one it is the method's own");
    return new TrainingOptions(
        iterations,
        batchSize,
        Optional.of(newLearningRate),
        loss,
        recordEvery,
        shuffles,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Returns the schedule of a training by a method.
   *
   * @param method what is asked if these options leave the learning rate to it
   * @return the schedule that was given, or the constant {@link Method#defaultLearningRate}
   */
  public LearningRate learningRateFor(Method method) {
    return learningRate.orElseGet(() -> LearningRate.constant(method.defaultLearningRate()));
  }

  /**
   * Changes the data loss.
   *
   * @param newLoss such as {@code new MeanSquaredError()}
   * @return new options
   */
  public TrainingOptions withLoss(Loss newLoss) {
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        newLoss,
        recordEvery,
        shuffles,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Changes how often the history gets a row.
   *
   * @param newRecordEvery iterations between two rows, 1 or more
   * @return new options
   * @throws IllegalArgumentException if it is below 1
   */
  public TrainingOptions withRecordEvery(int newRecordEvery) {
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        loss,
        newRecordEvery,
        shuffles,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Takes the samples in the order of the dataset, every epoch the same.
   *
   * @return new options
   */
  public TrainingOptions withoutShuffling() {
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        loss,
        recordEvery,
        false,
        seed,
        optimality,
        augmentation);
  }

  /**
   * Changes the seed of the shuffling.
   *
   * @param newSeed any value
   * @return new options
   */
  public TrainingOptions withSeed(long newSeed) {
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        loss,
        recordEvery,
        shuffles,
        newSeed,
        optimality,
        augmentation);
  }

  /**
   * Measures at each record how far the whole network is from a stationary point of the objective
   * over the training set, see {@link pathprox.certificate.Optimality}.
   *
   * @return new options
   */
  public TrainingOptions measuringOptimality() {
    return withOptimality(OptimalityCheck.measuring());
  }

  /**
   * Ends the training at the first record whose residual is small enough, and measures it at each
   * record. Not every training gets there: published PathProx ends beside stationary points where
   * active units keep biases, see {@link pathprox.certificate.Optimality}; regularized biases
   * belong to another objective; and small batches, at a constant learning rate, never settle.
   *
   * @param tolerance the largest residual relative to λ, absolute for λ = 0; above 0
   * @return new options
   * @throws IllegalArgumentException if the tolerance is not above 0
   */
  public TrainingOptions stopWhenOptimal(double tolerance) {
    return withOptimality(OptimalityCheck.stoppingAt(tolerance));
  }

  private TrainingOptions withOptimality(OptimalityCheck check) {
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        loss,
        recordEvery,
        shuffles,
        seed,
        check,
        augmentation);
  }

  /**
   * Changes the samples of each batch at random before the step; the change is f(seed, iteration).
   *
   * <p>What is recorded is measured on the samples as they are: losses, accuracies, optimality. A
   * batch costs one more copy of itself in memory.
   *
   * @param newAugmentation such as {@link pathprox.data.Cifar10#cropAndFlip}
   * @return new options
   */
  public TrainingOptions withAugmentation(Augmentation newAugmentation) {
    Objects.requireNonNull(
        newAugmentation, "the augmentation must not be null; without one there is none");
    return new TrainingOptions(
        iterations,
        batchSize,
        learningRate,
        loss,
        recordEvery,
        shuffles,
        seed,
        optimality,
        Optional.of(newAugmentation));
  }

  /** {@return all options in one line} */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d iterations in %s batches of %,d, %s, %s, recorded every %,d, seed %d, optimality %s%s",
        iterations,
        shuffles ? "shuffled" : "ordered",
        batchSize,
        learningRate.map(StepSizes::text).orElse("learning rate of the method"),
        loss,
        recordEvery,
        seed,
        optimality,
        augmentation.map(change -> ", " + change).orElse(""));
  }
}
