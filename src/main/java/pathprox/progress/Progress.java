package pathprox.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a task of one or more trainings while it runs: in a notebook as an output of the cell, in a
 * terminal as a line, elsewhere not at all. {@link #show} changes the place.
 *
 * <p>Drawing is done by a thread that ends with the task, so that training waits for no display.
 */
public final class Progress implements AutoCloseable {
  private static volatile Optional<ProgressDisplay> current = TerminalProgress.ifThereIsOne();

  private final String task;
  private final int trainings;
  private final Optional<DrawingThread> drawing;
  private final Speed speed = new Speed();
  private InterruptSignal signal;
  private volatile int iteration;

  // The present training, guarded by this, which is not held while anything is waited for.
  private int training;
  private String run = "";
  private int from;
  private int iterations;
  private final List<ProgressReport.Point> points = new ArrayList<>();
  private String outcome;
  private Optional<String> diagnosis;
  private long stepsBefore;

  private Progress(String task, int trainings, Optional<ProgressDisplay> display) {
    this.task = task;
    this.trainings = trainings;
    drawing =
        display
            .map(ProgressDisplay::open)
            .map(draw -> new DrawingThread(ended -> draw.accept(report(ended))));
  }

  /**
   * {@return the task {@code task} of at most so many {@code trainings}, 1 or more, to be told of
   * them and closed by the thread that trains; it is seen from the begin of its first training on}
   *
   * @throws IllegalArgumentException if there are no trainings
   */
  public static Progress of(String task, int trainings) {
    if (trainings < 1) {
      throw new IllegalArgumentException("trainings must be >= 1, was " + trainings);
    }
    return new Progress(task, trainings, current);
  }

  /** Lets all tasks of the program that begin from now on be seen on {@code display}. */
  public static void show(ProgressDisplay display) {
    current = Optional.of(display);
  }

  /** Lets no task of the program be seen that begins from now on. */
  public static void hide() {
    current = Optional.empty();
  }

  /**
   * Tells that the training {@code newRun} begins at iteration {@code first}, up to {@code last}.
   */
  public void begins(String newRun, int first, int last) {
    synchronized (this) {
      stepsBefore += iteration - from;
      training++;
      run = newRun;
      from = first;
      iteration = first;
      iterations = last;
      points.clear();
      ends("failed", Optional.empty()); // until it has ended in another way
    }
    if (signal == null && drawing.isPresent()) {
      signal = InterruptSignal.onInterrupt(this::interrupted);
      drawing.get().start();
    }
  }

  /** Tells that {@code newIteration} steps were made; costs next to nothing. */
  public void steps(int newIteration) {
    iteration = newIteration;
  }

  /** Tells what was recorded, one more {@code point} of the training's curves. */
  public synchronized void records(ProgressReport.Point point) {
    points.add(point);
  }

  /**
   * Tells that the training has ended: {@code how}, in a word, and {@code whatWentWrong}, with the
   * likely cause, if anything.
   */
  public synchronized void ends(String how, Optional<String> whatWentWrong) {
    outcome = how;
    diagnosis = whatWentWrong;
  }

  private void interrupted() {
    ends(ProgressReport.INTERRUPTED, Optional.empty());
    drawing.orElseThrow().endHere();
  }

  /** Ends the task; returns when it was drawn a last time. */
  @Override
  public void close() {
    if (signal != null) {
      signal.release();
      drawing.orElseThrow().end();
    }
  }

  private synchronized ProgressReport report(boolean ended) {
    int step = iteration;
    return new ProgressReport(
        task,
        training,
        trainings,
        run,
        from,
        step,
        iterations,
        List.copyOf(points),
        speed.after(System.nanoTime(), stepsBefore + step - from),
        ended ? outcome : ProgressReport.RUNNING,
        diagnosis);
  }

  @Override
  public String toString() {
    return "progress of " + task + ", training " + training + " of " + trainings;
  }
}
