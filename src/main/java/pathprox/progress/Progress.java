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
   * Begins a task. It is seen from the begin of its first training until it is closed.
   *
   * @param task what is done, in a few words
   * @param trainings how many trainings it has, or has at most; 1 or more
   * @return the task, to be told of its trainings and closed by the thread that trains
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

  /**
   * Tells that the next training begins.
   *
   * @param newRun its name
   * @param first the iteration it goes on from, 0 for a new training
   * @param last the iteration it ends at, if nothing ends it before
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

  /**
   * Tells that steps were made; costs next to nothing.
   *
   * @param newIteration how many steps the training has made
   */
  public void steps(int newIteration) {
    iteration = newIteration;
  }

  /**
   * Tells what was recorded.
   *
   * @param point one more point of the training's curves
   */
  public synchronized void records(ProgressReport.Point point) {
    points.add(point);
  }

  /**
   * Tells that the training has ended.
   *
   * @param how in a word, such as {@code completed}
   * @param whatWentWrong and the likely cause; empty if nothing is known to be wrong
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
