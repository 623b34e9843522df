package pathprox.progress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows a task of one or more trainings, or a download, while it runs: in a notebook as an output
 * of the cell, in a terminal as a line, elsewhere not at all. {@link #show} changes the place.
 *
 * <p>Drawing is done by a thread that ends with the task, so that training waits for no display.
 */
public final class Progress implements AutoCloseable {
  private static final long SECONDS_TO_END = 10; // for a batch or a look that is under way

  private static volatile Optional<Supplier<Consumer<ProgressReport>>> current =
      TerminalProgress.ifThereIsOne();

  private final String task;
  private final String unit;
  private final int trainings;
  private final Optional<DrawingThread> drawing;
  private final Speed speed = new Speed();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Thread thread;
  private InterruptSignal signal;
  private final AtomicInteger iteration = new AtomicInteger();

  // The present training, guarded by this, which is not held while anything is waited for.
  private int training;
  private String run = "";
  private int from;
  private int iterations;
  private final List<ProgressReport.Point> points = new ArrayList<>();
  private String outcome;
  private Optional<String> diagnosis;
  private long stepsBefore;

  /** How fast a count has grown in the last seconds. */
  static final class Speed {
    private static final int MOST_MARKS = 12;

    private record Mark(long nanoseconds, long count) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Marks a count, and gives its growth a second since the first of the last marks, or NaN. */
    double after(long nanoseconds, long count) {
      marks.addLast(new Mark(nanoseconds, count));
      if (marks.size() > MOST_MARKS) {
        marks.removeFirst();
      }
      Mark first = marks.getFirst();
      return 1e9 * (count - first.count) / (nanoseconds - first.nanoseconds);
    }
  }

  private Progress(
      String task, String unit, int trainings, Optional<Consumer<ProgressReport>> output) {
    this.task = task;
    this.unit = unit;
    this.trainings = trainings;
    drawing = output.map(draw -> new DrawingThread(ended -> draw.accept(report(ended))));
  }

  /**
   * {@return the task {@code task} of at most so many {@code trainings}, to be told of them and
   * closed by the thread that trains; it is seen from the begin of its first training on} Throws an
   * {@code IllegalArgumentException} if there are no trainings.
   */
  public static Progress of(String task, int trainings) {
    if (trainings < 1) {
      throw new IllegalArgumentException("trainings must be >= 1, was " + trainings);
    }
    return new Progress(task, ProgressReport.ITERATION, trainings, current.map(Supplier::get));
  }

  /**
   * {@return the task {@code task} of a download, to be told of it as of one training whose steps
   * are the KB, 1,000 bytes each}
   */
  public static Progress ofDownload(String task) {
    return new Progress(task, ProgressReport.KILOBYTE, 1, current.map(Supplier::get));
  }

  /**
   * Lets {@code display} open an output for each task of the program that begins from now on: it is
   * told once a second, by one thread at a time, and a last time when the task has ended.
   */
  public static void show(Supplier<Consumer<ProgressReport>> display) {
    current = Optional.of(display);
  }

  /** Lets no task of the program be seen that begins from now on. */
  public static void hide() {
    current = Optional.empty();
  }

  /** Tells that the training {@code newRun} goes from iteration {@code first} to {@code last}. */
  public void begins(String newRun, int first, int last) {
    synchronized (this) {
      stepsBefore += iteration.get() - from;
      training++;
      run = newRun;
      from = first;
      iteration.set(first);
      iterations = last;
      points.clear();
      ends("failed", Optional.empty()); // until it has ended in another way
    }
    if (signal == null && drawing.isPresent()) {
      thread = Thread.currentThread();
      signal = new InterruptSignal(this::interrupted);
      drawing.get().start();
    }
  }

  /** Tells that {@code newIteration} steps were made; costs next to nothing. */
  public void steps(int newIteration) {
    iteration.set(newIteration);
  }

  /** Tells that {@code count} more steps were made, by any thread. */
  public void advances(int count) {
    iteration.addAndGet(count);
  }

  /** Tells what was recorded, one more {@code point} of the training's curves. */
  public synchronized void records(ProgressReport.Point point) {
    points.add(point);
  }

  /**
   * Tells {@code how} the training has ended, in a word, and {@code whatWentWrong}, if anything.
   */
  public synchronized void ends(String how, Optional<String> whatWentWrong) {
    outcome = how;
    diagnosis = whatWentWrong;
  }

  private void interrupted() {
    ends(ProgressReport.INTERRUPTED, Optional.empty());
    drawing.orElseThrow().endHere();
    awaitResult();
  }

  /** Else a notebook's next cell would begin, and find no result in the variable. */
  private void awaitResult() {
    if (Thread.currentThread() != thread) {
      try {
        closed.await(SECONDS_TO_END, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the task; returns when it was drawn a last time. */
  @Override
  public void close() {
    closed.countDown();
    if (signal != null) {
      signal.release();
      drawing.orElseThrow().end();
    }
  }

  private synchronized ProgressReport report(boolean ended) {
    int step = iteration.get();
    return new ProgressReport(
        task,
        unit,
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
