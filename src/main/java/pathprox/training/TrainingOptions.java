package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
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
    Recording recording)
    implements Serializable {
  public TrainingOptions {
    Objects.requireNonNull(learningRate, "learningRate must not be null, but may be empty");
    Objects.requireNonNull(loss, "the loss must not be null");
    Objects.requireNonNull(batching, "the batching must not be null");
    Objects.requireNonNull(recording, "the recording must not be null");
    require(iterations >= 0, "iterations must be >= 0, was %s", iterations);
  }

  /**
   * {@return options for a first try: 1,000 iterations with batches of 100, the learning rate of
   * the method, cross-entropy, a record every 100 iterations, shuffled, seed 0}
   */
  public static TrainingOptions defaults() {
    Batching batching = new Batching(100, true, 0, Optional.empty());
    Recording recording = new Recording(100, false, Double.NaN, 0);
    return new TrainingOptions(1000, Optional.empty(), new CrossEntropy(), batching, recording);
  }

  /** {@return these options with {@code newIterations} steps} */
  public TrainingOptions withIterations(int newIterations) {
    return new TrainingOptions(newIterations, learningRate, loss, batching, recording);
  }

  /** {@return these options with the constant learning rate γ = {@code rate}, above 0} */
  public TrainingOptions withLearningRate(double rate) {
    return withLearningRate(LearningRate.constant(rate));
  }

  /** {@return these options with {@code schedule}, a {@link LearningRate#stepped} or a lambda} */
  public TrainingOptions withLearningRate(LearningRate schedule) {
    Objects.requireNonNull(
        schedule, "the learning rate must not be null; without one it is the method's own");
    return new TrainingOptions(iterations, Optional.of(schedule), loss, batching, recording);
  }

  /** {@return the schedule that was given, or else the constant rate of {@code method}} */
  public LearningRate learningRateFor(Method method) {
    return learningRate.orElseGet(() -> LearningRate.constant(method.defaultLearningRate()));
  }

  /** {@return these options with the data loss {@code newLoss}} */
  public TrainingOptions withLoss(Loss newLoss) {
    return new TrainingOptions(iterations, learningRate, newLoss, batching, recording);
  }

  private TrainingOptions with(Batching newBatching) {
    return new TrainingOptions(iterations, learningRate, loss, newBatching, recording);
  }

  /** {@return these options with {@code size} samples a step} */
  public TrainingOptions withBatchSize(int size) {
    return with(new Batching(size, batching.shuffles(), batching.seed(), batching.augmentation()));
  }

  /** {@return these options with the samples of each epoch in the order of the dataset} */
  public TrainingOptions withoutShuffling() {
    return with(new Batching(batching.size(), false, batching.seed(), batching.augmentation()));
  }

  /** {@return these options with {@code seed} for the shuffling and the augmentation} */
  public TrainingOptions withSeed(long seed) {
    return with(new Batching(batching.size(), batching.shuffles(), seed, batching.augmentation()));
  }

  /**
   * {@return these options with the random change {@code augmentation} of each batch, such as
   * {@link pathprox.data.Cifar10#cropAndFlip}, by seed and iteration; records do not see it}
   */
  public TrainingOptions withAugmentation(Augmentation augmentation) {
    Objects.requireNonNull(
        augmentation, "the augmentation must not be null; without one there is none");
    Optional<Augmentation> change = Optional.of(augmentation);
    return with(new Batching(batching.size(), batching.shuffles(), batching.seed(), change));
  }

  private TrainingOptions with(Recording newRecording) {
    return new TrainingOptions(iterations, learningRate, loss, batching, newRecording);
  }

  /** {@return these options with {@code every} iterations between two rows of the history} */
  public TrainingOptions withRecordEvery(int every) {
    return with(
        new Recording(every, recording.optimality(), recording.tolerance(), recording.patience()));
  }

  /** {@return these options with the {@link pathprox.certificate.Optimality} in each row} */
  public TrainingOptions measuringOptimality() {
    return with(new Recording(recording.every(), true, Double.NaN, recording.patience()));
  }

  /**
   * {@return these options with an end at the first row whose residual relative to λ, absolute for
   * λ = 0, is at most {@code tolerance}, above 0; published PathProx, regularized biases and small
   * batches at a constant learning rate may not get there}
   */
  public TrainingOptions stopWhenOptimal(double tolerance) {
    require(!Double.isNaN(tolerance), "tolerance must be > 0, was NaN");
    return with(new Recording(recording.every(), true, tolerance, recording.patience()));
  }

  /**
   * {@return these options with an early stop: the training ends after {@code patience} rows, 1 or
   * more, whose loss on the second set of its data, a validation set then, is not below the lowest
   * one before; unless it is interrupted or diverges, it gives back the network of the lowest}
   *
   * <p>The last row of the history is that of this network; its undone steps count those after it.
   * {@link pathprox.method.AdaptivePathProx} has the smallest steps and penalty at its end, so that
   * its loss may well rise on the way: a patience of less than half of its rows can end it too
   * soon, and fewer iterations, planned, are better than many that are stopped.
   */
  public TrainingOptions stoppingEarly(int patience) {
    require(patience >= 1, "patience must be >= 1 rows, was %s", patience);
    return with(
        new Recording(recording.every(), recording.optimality(), recording.tolerance(), patience));
  }

  @Override
  public String toString() {
    String steps = String.format(Locale.ROOT, "%,d iterations in %s, ", iterations, batching);
    String rate = learningRate.map(StepSizes::text).orElse("learning rate of the method");
    return steps + "%s, %s, %s".formatted(rate, loss, recording);
  }
}
