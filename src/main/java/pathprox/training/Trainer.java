package pathprox.training;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.progress.Progress;

/**
 * Trains networks: a function of network, data and method.
 *
 * <p>The start network is left alone, so that a notebook cell gives the same answer every time it
 * runs. Training happens on the calling thread, in the type of the start network, and is seen as
 * {@link Progress}. Interrupting the thread ends it within one batch: the result so far is
 * returned. The thread stays interrupted, so that trainings that would follow end at once too.
 *
 * @param options how to train
 * @param listeners what follows the trainings
 */
public record Trainer(TrainingOptions options, List<TrainingListener> listeners) {
  /**
   * @throws NullPointerException if something is null
   */
  public Trainer {
    Objects.requireNonNull(
        options, "the options must not be null; TrainingOptions.defaults() is a first try");
    listeners = List.copyOf(listeners);
  }

  /**
   * {@return a trainer, usable any number of times}
   *
   * @param options how to train
   */
  public static Trainer with(TrainingOptions options) {
    return new Trainer(options, List.of());
  }

  /**
   * Lets a listener follow the trainings too.
   *
   * @param listener what follows them
   * @return a new trainer
   */
  public Trainer listening(TrainingListener listener) {
    Objects.requireNonNull(listener, "the listener must not be null");
    return new Trainer(options, Stream.concat(listeners.stream(), Stream.of(listener)).toList());
  }

  /**
   * Shows trainings as parts of a task, instead of each one as a task of its own.
   *
   * @param task told of them
   * @return a new trainer
   */
  public Trainer listening(Progress task) {
    return listening(new ProgressListener(task));
  }

  /**
   * {@return the trained network and what was recorded}
   *
   * @param start where to start. Not modified.
   * @param data a training set, or a split, on whose test part the network is measured too. Not
   *     modified.
   * @param method how each step is made
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, or the
   *     network holds NaN or infinite numbers; before any step
   * @throws NullPointerException if something is null
   * @throws TrainingDivergedException if a loss, a norm or a learning rate is no finite number; it
   *     keeps the history and says the likely cause
   */
  public TrainingResult train(Network start, TrainingData data, Method method) {
    try (Training training = training(start, data, method)) {
      return run(training, method);
    }
  }

  /**
   * Goes on from an earlier result: with its network, at its iteration, so that batches and
   * learning rates are those of a training that was not stopped. Momentum starts at 0 again.
   *
   * @param earlier where to go on, perhaps {@linkplain TrainingResult#compact compact}. Not
   *     modified.
   * @param data a training set, or a split. Not modified.
   * @param method how each step is made
   * @return the trained network, the earlier history and what was recorded after it, with the
   *     iterations counted from the first start
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, or all
   *     iterations of the options were made
   * @throws NullPointerException if something is null
   * @throws TrainingDivergedException if a loss, a norm or a learning rate is no finite number; it
   *     keeps the history and says the likely cause
   */
  public TrainingResult resume(TrainingResult earlier, TrainingData data, Method method) {
    Objects.requireNonNull(earlier, "the earlier result must not be null");
    if (earlier.iterations() >= options.iterations()) {
      throw new IllegalArgumentException(
          "a training of %s iterations has nothing left to do after %s"
              .formatted(options.iterations(), earlier.iterations()));
    }
    try (Training training = training(earlier.network(), data, method)) {
      training.goOnFrom(earlier);
      return run(training, method);
    }
  }

  private Training training(Network start, TrainingData data, Method method) {
    Objects.requireNonNull(start, "the start network must not be null");
    Objects.requireNonNull(data, "the data must not be null");
    Objects.requireNonNull(method, "the method must not be null");
    Training training = new Training(options, start, data.trainingSet(), method);
    data.testSet().ifPresent(training::alsoMeasure);
    return training;
  }

  private TrainingResult run(Training training, Method method) {
    if (listeners.stream().anyMatch(ProgressListener.class::isInstance)) {
      return training.run(listeners);
    }
    try (Progress progress = Progress.of(method.name(), 1)) {
      return training.run(listening(progress).listeners);
    }
  }

  @Override
  public String toString() {
    return "trainer: " + options;
  }
}
