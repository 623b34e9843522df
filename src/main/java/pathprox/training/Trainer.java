package pathprox.training;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pathprox.data.TrainingData;
import pathprox.matrix.Arguments;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.progress.ProgressReport;

/**
 * Trains networks: a function of network, data and method.
 *
 * <p>The start network is left alone. Training happens on the calling thread, in the type of the
 * start network, and is seen as {@link Progress}. Interrupting the thread ends it within one batch
 * with the result so far; the thread stays interrupted, so that trainings that follow end too.
 *
 * @param options how to train
 * @param listeners what follows the trainings
 */
public record Trainer(TrainingOptions options, List<TrainingListener> listeners) {
  public Trainer {
    Objects.requireNonNull(
        options, "the options must not be null; TrainingOptions.defaults() is a first try");
    listeners = List.copyOf(listeners);
  }

  /** {@return a trainer with {@code options}, usable any number of times} */
  public static Trainer with(TrainingOptions options) {
    return new Trainer(options, List.of());
  }

  /** {@return a trainer whose trainings {@code listener} follows too} */
  public Trainer listening(TrainingListener listener) {
    Objects.requireNonNull(listener, "the listener must not be null");
    return new Trainer(options, Stream.concat(listeners.stream(), Stream.of(listener)).toList());
  }

  /** {@return a trainer whose trainings are seen as parts of {@code task}, not each on its own} */
  public Trainer listening(Progress task) {
    return listening(new Shown(task));
  }

  /** {@return a trainer whose trainings, several at a time, only count as steps of {@code task}} */
  public Trainer countingFor(Progress task) {
    return listening(new Counted(task));
  }

  /**
   * {@return the network that {@code method} comes to from {@code start}, and what was recorded}
   *
   * @param data a training set, or a split, on whose test part the network is measured too
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, or the
   *     network holds NaN or infinite numbers; before any step
   * @throws TrainingDivergedException if a loss, a norm or a learning rate is no finite number; it
   *     keeps the history and says the likely cause
   */
  public TrainingResult train(Network start, TrainingData data, Method method) {
    return run(start, data, method, training -> {});
  }

  /**
   * {@return as {@link #train} what {@code method} comes to on {@code data} from {@code earlier},
   * perhaps {@linkplain TrainingResult#compact compact}, after its history; iterations, batches and
   * learning rates go on as if it had not been stopped, momentum starts at 0}
   *
   * @throws IllegalArgumentException as {@link #train}, or if no iterations are left to make
   */
  public TrainingResult resume(TrainingResult earlier, TrainingData data, Method method) {
    Objects.requireNonNull(earlier, "the earlier result must not be null");
    String over = "a training of %s iterations has nothing left to do after %s";
    int all = options.iterations();
    Arguments.require(earlier.iterations() < all, over, all, earlier.iterations());
    return run(earlier.network(), data, method, training -> training.goOnFrom(earlier));
  }

  private TrainingResult run(
      Network start, TrainingData data, Method method, Consumer<Training> preparation) {
    Objects.requireNonNull(start, "the start network must not be null");
    Objects.requireNonNull(data, "the data must not be null");
    Objects.requireNonNull(method, "the method must not be null");
    try (Training training = new Training(options, start, data.trainingSet(), method)) {
      data.testSet().ifPresent(training::alsoMeasure);
      preparation.accept(training);
      if (listeners.stream().anyMatch(PartOfTask.class::isInstance)) {
        return training.run(listeners);
      }
      try (Progress progress = Progress.of(method.name(), 1)) {
        return training.run(listening(progress).listeners);
      }
    }
  }

  @Override
  public String toString() {
    return "trainer: " + options;
  }

  /** Trainings that are no task of their own. */
  private interface PartOfTask extends TrainingListener {}

  /** Counts steps of trainings. */
  private record Counted(Progress task) implements PartOfTask {
    @Override
    public void steps(int iteration, double batchLoss) {
      task.advances();
    }
  }

  /** Shows trainings as parts of a task. */
  private record Shown(Progress task) implements PartOfTask {
    @Override
    public void begins(TrainingPlan plan) {
      task.begins(plan.run(), plan.from(), plan.iterations());
    }

    @Override
    public void steps(int iteration, double batchLoss) {
      task.steps(iteration);
    }

    @Override
    public void records(Measurement row) {
      double loss = row.train().loss();
      double objective = row.regularity().objective(loss);
      task.records(new ProgressReport.Point(loss, objective, row.regularity().activeUnits()));
    }

    @Override
    public void ends(TrainingResult result) {
      task.ends(result.outcome().name().toLowerCase(Locale.ROOT), result.diagnosis());
    }
  }
}
