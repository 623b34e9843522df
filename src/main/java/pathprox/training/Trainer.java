package pathprox.training;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
 * start network, and is seen as {@link Progress}. Interrupting the thread ends it within one batch,
 * or one look of the method at 1,000 samples, with the result so far; the thread stays interrupted,
 * so that trainings that follow end too. {@link Verdict#STOP} of a listener ends one training only.
 *
 * @param options how to train
 * @param listeners what follows the trainings, and may end them
 * @param saving where trainings keep their state; empty if nowhere
 */
public record Trainer(
    TrainingOptions options, List<TrainingListener> listeners, Optional<Saving> saving) {
  public Trainer {
    Objects.requireNonNull(
        options, "the options must not be null; TrainingOptions.defaults() is a first try");
    listeners = List.copyOf(listeners);
    Objects.requireNonNull(saving, "the saving must not be null, but may be empty");
  }

  /** {@return a trainer with {@code options}, usable any number of times} */
  public static Trainer with(TrainingOptions options) {
    return new Trainer(options, List.of(), Optional.empty());
  }

  /** {@return a trainer with {@code newOptions}, the same listeners and saving} */
  public Trainer withOptions(TrainingOptions newOptions) {
    return new Trainer(newOptions, listeners, saving);
  }

  /** {@return a trainer whose trainings {@code listener} follows too} */
  public Trainer listening(TrainingListener listener) {
    Objects.requireNonNull(listener, "the listener must not be null");
    List<TrainingListener> all = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    return new Trainer(options, all, saving);
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
   * {@return a trainer that keeps its trainings as {@code newSaving} says: called again for the
   * same start, data, method and options, {@link #train} goes on where the last call was ended, be
   * it by a power cut, with the bits of a training that was never ended; one that is done gives its
   * result at once}
   */
  public Trainer saving(Saving newSaving) {
    Objects.requireNonNull(newSaving, "the saving must not be null; Saving.in(folder) is one");
    return new Trainer(options, listeners, Optional.of(newSaving));
  }

  /**
   * {@return as {@link #saving(Saving)} a trainer that keeps a state in {@code folder} a minute}
   */
  public Trainer saving(Path folder) {
    return saving(Saving.in(folder));
  }

  /** {@return as {@link #saving(Path)} a trainer that keeps its trainings in {@code folder}} */
  public Trainer saving(String folder) {
    return saving(Saving.in(folder));
  }

  /**
   * {@return the network that {@code method} comes to from {@code start}, and what was recorded}
   *
   * @param data a training set, or a split, on whose test part the network is measured too
   * @throws IllegalArgumentException if network, data, loss and options do not fit together, or the
   *     network holds NaN or infinite numbers; before any step
   * @throws UncheckedIOException if a folder for its state cannot be made or written, before any
   *     step, or if a result that is kept in it cannot be read; a state that cannot be written
   *     later is told by the diagnosis of the result
   * @throws TrainingDivergedException if a loss, a norm or a learning rate is no finite number; it
   *     keeps the history and says the likely cause
   */
  public TrainingResult train(Network start, TrainingData data, Method method) {
    checkNotNull(start, data, method);
    return run(start, data, method, Optional.empty());
  }

  /**
   * {@return as {@link #train} what {@code method} comes to on {@code data} from {@code earlier},
   * perhaps {@linkplain TrainingResult#compact compact}, after its history; iterations, batches and
   * learning rates go on as if it had not been stopped, momentum and what else the method keeps
   * start anew} After a divergence it goes on from the network last recorded.
   *
   * @throws IllegalArgumentException as {@link #train}, or if no iterations are left to make
   */
  public TrainingResult resume(TrainingResult earlier, TrainingData data, Method method) {
    Objects.requireNonNull(earlier, "the earlier result must not be null");
    checkNotNull(earlier.network(), data, method);
    String over = "a training of %s iterations has nothing left to do after %s";
    int all = options.iterations();
    Arguments.require(earlier.lastIteration() < all, over, all, earlier.lastIteration());
    return run(earlier.network(), data, method, Optional.of(earlier));
  }

  /**
   * {@return as {@link #train} the result of the training that is kept in {@code folder}, its own
   * or one with no other in it, with the same bits as if it had never been ended}
   *
   * @throws IllegalArgumentException as {@link #train}, or if {@code data}, {@code method}, options
   *     or version of the library are others than those it was begun with, naming all differences
   * @throws UncheckedIOException as {@link #train}; of damaged states the result tells
   */
  public TrainingResult resume(Path folder, TrainingData data, Method method) {
    checkNotNull(folder, data, method);
    Saving places = saving.orElseGet(() -> Saving.in(folder));
    TrainingFolder.Begun begun = TrainingFolder.begun(folder);
    Network start = begun.start();
    Identity identity = Identity.of(options, start, data, method, begun.from());
    TrainingFolder kept = begun.as(identity, places);
    return run(start, data, method, Optional.empty(), Optional.of(kept));
  }

  /** {@return as the other the result of {@code method} on {@code data} in {@code folder}} */
  public TrainingResult resume(String folder, TrainingData data, Method method) {
    return resume(Path.of(folder), data, method);
  }

  /**
   * {@return the result of what {@link #train} would do from {@code start} on {@code data} by
   * {@code method}, if it is kept in the folder of the saving; empty if not}
   *
   * @throws UncheckedIOException if it is there and cannot be read
   */
  public Optional<TrainingResult> kept(Network start, TrainingData data, Method method) {
    checkNotNull(start, data, method);
    return saving
        .map(it -> folder(it, start, data, method, Identity.Start.NEW))
        .filter(TrainingFolder::hasResult)
        .map(folder -> folder.result(method, parameters(start, data, method)));
  }

  /**
   * {@return {@code result}, put into the folder of the saving, if there is one, as what {@link
   * #train} would do from {@code start} on {@code data} by {@code method}, such as on another
   * machine; one that is not {@linkplain Outcome#isFinal final} is not kept} Its diagnosis tells if
   * it cannot be written.
   *
   * @throws UncheckedIOException if a folder for it cannot be made
   */
  public TrainingResult keep(
      Network start, TrainingData data, Method method, TrainingResult result) {
    checkNotNull(start, data, method);
    if (saving.isEmpty() || !result.outcome().isFinal()) {
      return result;
    }
    TrainingFolder folder = folder(saving.get(), start, data, method, Identity.Start.NEW);
    folder.begin();
    folder.finish(result);
    return folder.takeNotes().stream().reduce(result, TrainingResult::diagnosed, (a, b) -> b);
  }

  /**
   * {@return a result with {@link Outcome#FAILED} for a training from {@code start} on {@code data}
   * by {@code method} that was ended by an exception with {@code message}}
   */
  public TrainingResult failed(Network start, TrainingData data, Method method, String message) {
    History nothing = new History(method.name(), method.penalty(), List.of());
    return new TrainingResult(
        start,
        nothing,
        Outcome.FAILED,
        0,
        data.trainingSet().size(),
        "",
        Optional.of(message),
        parameters(start, data, method));
  }

  private Map<String, Object> parameters(Network start, TrainingData data, Method method) {
    return TrainingParameters.of(options, start, data.trainingSet(), method);
  }

  private static void checkNotNull(Object start, TrainingData data, Method method) {
    Objects.requireNonNull(start, "the start must not be null");
    Objects.requireNonNull(data, "the data must not be null");
    Objects.requireNonNull(method, "the method must not be null");
  }

  private TrainingResult run(
      Network start, TrainingData data, Method method, Optional<TrainingResult> earlier) {
    Identity.Start from = earlier.map(Identity.Start::after).orElse(Identity.Start.NEW);
    return run(
        start, data, method, earlier, saving.map(it -> folder(it, start, data, method, from)));
  }

  private TrainingFolder folder(
      Saving places, Network start, TrainingData data, Method method, Identity.Start from) {
    return TrainingFolder.of(places, Identity.of(options, start, data, method, from), start);
  }

  private TrainingResult run(
      Network start,
      TrainingData data,
      Method method,
      Optional<TrainingResult> earlier,
      Optional<TrainingFolder> folder) {
    if (listeners.stream().noneMatch(PartOfTask.class::isInstance)) {
      try (Progress progress = Progress.of(method.name(), 1)) {
        return listening(progress).run(start, data, method, earlier, folder);
      }
    }
    if (folder.isPresent() && folder.get().hasResult()) {
      return told(folder.get().result(method, parameters(start, data, method)));
    }
    try (Training training = new Training(options, start, data.trainingSet(), method)) {
      data.testSet().ifPresent(training::alsoMeasure);
      folder.ifPresent(training::keepIn);
      earlier.ifPresent(training::goOnFrom);
      return folder.isPresent() ? endingWithTheProgram(training) : training.run(listeners);
    }
  }

  private TrainingResult endingWithTheProgram(Training training) {
    EndOfProgram end = new EndOfProgram();
    try {
      return training.run(listeners);
    } finally {
      end.letsGo();
    }
  }

  /** A training that has ended before, as listeners and callers would have seen its end. */
  private TrainingResult told(TrainingResult result) {
    int end = result.iterations();
    String run = result.history().run();
    TrainingPlan plan = new TrainingPlan(run, result.history().lambda(), end, options.iterations());
    listeners.forEach(listener -> listener.begins(plan));
    listeners.forEach(listener -> listener.ends(result));
    if (result.outcome() == Outcome.DIVERGED) {
      String diagnosis = result.diagnosis().orElse("");
      throw new TrainingDivergedException(run + " diverged: " + diagnosis, result);
    }
    return result;
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
    public void begins(TrainingPlan plan) {
      task.advances(plan.from());
    }

    @Override
    public Verdict steps(int iteration, double batchLoss) {
      task.advances(1);
      return Verdict.GO_ON;
    }
  }

  /** Shows trainings as parts of a task. */
  private record Shown(Progress task) implements PartOfTask {
    @Override
    public void begins(TrainingPlan plan) {
      task.begins(plan.run(), plan.from(), plan.iterations());
    }

    @Override
    public Verdict steps(int iteration, double batchLoss) {
      task.steps(iteration);
      return Verdict.GO_ON;
    }

    @Override
    public Verdict records(Measurement row, Supplier<Network> network) {
      double loss = row.train().loss();
      double objective = row.regularity().objective(loss);
      task.records(new ProgressReport.Point(loss, objective, row.regularity().activeUnits()));
      return Verdict.GO_ON;
    }

    @Override
    public void ends(TrainingResult result) {
      task.ends(result.outcome().name().toLowerCase(Locale.ROOT), result.diagnosis());
    }
  }
}
