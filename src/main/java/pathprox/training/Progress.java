package pathprox.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows a task of one or more trainings while it runs: in a notebook as an output of the cell, in a
 * terminal as a line, elsewhere not at all. {@link #show} changes the place.
 *
 * <p>Drawing is done by a thread that ends with the task, so that training waits for no display.
 */
public final class Progress implements TrainingListener, AutoCloseable {
  private static volatile Optional<ProgressDisplay> current = TerminalProgress.ifThereIsOne();

  private final String task;
  private final int trainings;
  private final Optional<Ticker> ticker;
  private final Pace pace = new Pace();
  private InterruptSignal signal;
  private volatile State state;
  private volatile int iteration;
  private volatile double batchLoss;
  private volatile boolean ended;

  /** What changes with trainings and records; the steps before are those of earlier trainings. */
  private record State(
      int training,
      long stepsBefore,
      TrainingPlan plan,
      History history,
      Optional<Outcome> outcome,
      Optional<String> diagnosis) {
    State with(Measurement row) {
      List<Measurement> rows =
          Stream.concat(history.measurements().stream(), Stream.of(row)).toList();
      History longer = new History(history.run(), history.penalty(), rows);
      return new State(training, stepsBefore, plan, longer, outcome, diagnosis);
    }

    State with(Outcome newOutcome, Optional<String> newDiagnosis) {
      return new State(training, stepsBefore, plan, history, Optional.of(newOutcome), newDiagnosis);
    }
  }

  private Progress(String task, int trainings, Optional<ProgressDisplay> display) {
    this.task = task;
    this.trainings = trainings;
    TrainingPlan nothing = new TrainingPlan(task, 0, 0, 0);
    state =
        new State(
            0, 0, nothing, new History(task, 0, List.of()), Optional.empty(), Optional.empty());
    ticker =
        display.map(ProgressDisplay::open).map(draw -> new Ticker(() -> draw.accept(report())));
  }

  /**
   * Begins a task. It is seen from the begin of its first training until it is closed.
   *
   * @param task what is done, in a few words
   * @param trainings how many trainings it has, or has at most; 1 or more
   * @return a listener for its trainings, to be closed by the thread that trains
   * @throws IllegalArgumentException if there are no trainings
   */
  public static Progress of(String task, int trainings) {
    if (trainings < 1) {
      throw new IllegalArgumentException("trainings must be >= 1, was " + trainings);
    }
    return new Progress(task, trainings, current);
  }

  /**
   * Changes where tasks are seen that begin from now on, in the whole program.
   *
   * @param display the place
   */
  public static void show(ProgressDisplay display) {
    current = Optional.of(display);
  }

  /** Lets no task be seen that begins from now on, in the whole program. */
  public static void hide() {
    current = Optional.empty();
  }

  @Override
  public void begins(TrainingPlan plan) {
    if (ticker.isEmpty()) {
      return;
    }
    State before = state;
    History history = new History(plan.run(), plan.lambda(), List.of());
    long steps = before.stepsBefore + iteration - before.plan.from();
    state =
        new State(before.training + 1, steps, plan, history, Optional.empty(), Optional.empty());
    iteration = plan.from();
    batchLoss = Double.NaN;
    if (signal == null) {
      signal = InterruptSignal.onInterrupt(this::interrupted);
      ticker.get().start();
    }
  }

  @Override
  public void steps(int newIteration, double newBatchLoss) {
    iteration = newIteration;
    batchLoss = newBatchLoss;
  }

  @Override
  public void records(Measurement row) {
    if (ticker.isPresent()) {
      state = state.with(row);
    }
  }

  @Override
  public void ends(TrainingResult result) {
    state = state.with(result.outcome(), result.diagnosis());
  }

  private void interrupted() {
    state = state.with(Outcome.INTERRUPTED, Optional.empty());
    ended = true;
    ticker.orElseThrow().endHere();
  }

  /** Ends the task; returns when it was drawn a last time. */
  @Override
  public void close() {
    ended = true;
    if (signal != null) {
      signal.release();
      ticker.orElseThrow().end();
    }
  }

  /** Called by one thread at a time. */
  private ProgressReport report() {
    State now = state;
    int step = Math.max(iteration, now.plan.from());
    pace.mark(System.nanoTime(), now.stepsBefore + step - now.plan.from());
    return new ProgressReport(
        task,
        now.training,
        trainings,
        now.plan,
        step,
        batchLoss,
        now.history,
        pace.perSecond(),
        ended,
        now.outcome,
        now.diagnosis);
  }

  @Override
  public String toString() {
    return "progress of %s, training %d of %d".formatted(task, state.training, trainings);
  }
}
