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
 * @param learningRate the schedule of step sizes γ; empty to leave them to the method
 * @param loss the data loss
 * @param batching how the samples of each step are chosen
 * @param recording what the history gets, and when that ends the training
 */
public record TrainingOptions(
    int iterations,
    Optional<LearningRate> learningRate,
    Loss loss,
    Batching batching,
    Recording recording) {
  /**
   * @throws IllegalArgumentException if a number is out of its range
   * @throws NullPointerException if something is null
   */
  public TrainingOptions {
    Objects.requireNonNull(learningRate, "learningRate must not be null, but may be empty");
    Objects.requireNonNull(loss, "the loss must not be null");
    Objects.requireNonNull(batching, "the batching must not be null");
    Objects.requireNonNull(recording, "the recording must not be null");
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must be >= 0, was " + iterations);
    }
  }

  /**
   * {@return options for a first try: 1,000 iterations with batches of 100, the learning rate of
   * the method, cross-entropy, a record every 100 iterations, shuffled, seed 0}
   */
  public static TrainingOptions defaults() {
    return new TrainingOptions(
        1000,
        Optional.empty(),
        new CrossEntropy(),
        new Batching(100, true, 0, Optional.empty()),
        new Recording(100, false, Double.NaN));
  }

  /**
   * {@return options with another number of steps}
   *
   * @param newIterations 0 or more
   * @throws IllegalArgumentException if it is negative
   */
  public TrainingOptions withIterations(int newIterations) {
    return new TrainingOptions(newIterations, learningRate, loss, batching, recording);
  }

  /**
   * {@return options with a constant learning rate}
   *
   * @param rate γ, above 0 and finite
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public TrainingOptions withLearningRate(double rate) {
    return withLearningRate(LearningRate.constant(rate));
  }

  /**
   * {@return options with a schedule of learning rates}
   *
   * @param schedule such as {@link LearningRate#stepped}, or a lambda
   * @throws NullPointerException if it is null
   */
  public TrainingOptions withLearningRate(LearningRate schedule) {
    Objects.requireNonNull(
        schedule, "the learning rate must not be null; without one it is the method's own");
    return new TrainingOptions(iterations, Optional.of(schedule), loss, batching, recording);
  }

  /**
   * {@return the schedule that was given, or the constant {@link Method#defaultLearningRate}}
   *
   * @param method what is asked if these options leave the learning rate to it
   */
  public LearningRate learningRateFor(Method method) {
    return learningRate.orElseGet(() -> LearningRate.constant(method.defaultLearningRate()));
  }

  /**
   * {@return options with another data loss}
   *
   * @param newLoss such as {@code new MeanSquaredError()}
   * @throws NullPointerException if it is null
   */
  public TrainingOptions withLoss(Loss newLoss) {
    return new TrainingOptions(iterations, learningRate, newLoss, batching, recording);
  }

  private TrainingOptions with(Batching newBatching) {
    return new TrainingOptions(iterations, learningRate, loss, newBatching, recording);
  }

  /**
   * {@return options with another number of samples a step}
   *
   * @param size 1 or more
   * @throws IllegalArgumentException if it is below 1
   */
  public TrainingOptions withBatchSize(int size) {
    return with(new Batching(size, batching.shuffles(), batching.seed(), batching.augmentation()));
  }

  /** {@return options for the samples in the order of the dataset, every epoch the same} */
  public TrainingOptions withoutShuffling() {
    return with(new Batching(batching.size(), false, batching.seed(), batching.augmentation()));
  }

  /**
   * {@return options with another seed of the shuffling and the augmentation}
   *
   * @param seed any value
   */
  public TrainingOptions withSeed(long seed) {
    return with(new Batching(batching.size(), batching.shuffles(), seed, batching.augmentation()));
  }

  /**
   * Changes the samples of each batch at random before the step; the change is f(seed, iteration).
   *
   * <p>What is recorded is measured on the samples as they are: losses, accuracies, optimality. A
   * batch costs one more copy of itself in memory.
   *
   * @param augmentation such as {@link pathprox.data.Cifar10#cropAndFlip}
   * @return new options
   * @throws NullPointerException if it is null
   */
  public TrainingOptions withAugmentation(Augmentation augmentation) {
    Objects.requireNonNull(
        augmentation, "the augmentation must not be null; without one there is none");
    return with(
        new Batching(
            batching.size(), batching.shuffles(), batching.seed(), Optional.of(augmentation)));
  }

  private TrainingOptions with(Recording newRecording) {
    return new TrainingOptions(iterations, learningRate, loss, batching, newRecording);
  }

  /**
   * {@return options with rows of the history at other distances}
   *
   * @param every iterations between two rows, 1 or more
   * @throws IllegalArgumentException if it is below 1
   */
  public TrainingOptions withRecordEvery(int every) {
    return with(new Recording(every, recording.optimality(), recording.tolerance()));
  }

  /**
   * {@return options that measure at each record how far the whole network is from a stationary
   * point of the objective over the training set, see {@link pathprox.certificate.Optimality}}
   */
  public TrainingOptions measuringOptimality() {
    return with(new Recording(recording.every(), true, Double.NaN));
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
    if (Double.isNaN(tolerance)) {
      throw new IllegalArgumentException("tolerance must be > 0, was NaN");
    }
    return with(new Recording(recording.every(), true, tolerance));
  }

  /** {@return all options in one line} */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d iterations in %s, %s, %s, %s",
        iterations,
        batching,
        learningRate.map(StepSizes::text).orElse("learning rate of the method"),
        loss,
        recording);
  }
}
