package pathprox.tutorial.practice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/**
 * A stop button that nobody has to press: interrupts the trainings that it listens to, as the
 * button of a notebook does, once so many of them have ended, or ends each of them after so many
 * iterations. Counts their steps, also those of trainings side by side.
 */
public final class StopButton implements TrainingListener {
  private static final int NEVER = Integer.MAX_VALUE;

  private final int trainings;
  private final int last; // iteration of a training
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong steps = new AtomicLong();

  private StopButton(int trainings, int last) {
    this.trainings = trainings;
    this.last = last;
  }

  /**
   * Makes a button that will be pressed.
   *
   * @param trainings after how many, 1 or more
   * @return the button
   */
  public static StopButton afterTrainings(int trainings) {
    return new StopButton(trainings, NEVER);
  }

  /**
   * Makes a button that ends a training, as a listener may.
   *
   * @param iteration the last one that it makes, 1 or more
   * @return the button
   */
  public static StopButton atIteration(int iteration) {
    return new StopButton(NEVER, iteration);
  }

  /** {@return a button that is never pressed} */
  public static StopButton untouched() {
    return new StopButton(NEVER, NEVER);
  }

  /** {@return how many steps all trainings have made that it has listened to} */
  public long steps() {
    return steps.get();
  }

  @Override
  public Verdict steps(int iteration, double batchLoss) {
    steps.incrementAndGet();
    return iteration == last ? Verdict.STOP : Verdict.GO_ON;
  }

  @Override
  public void ends(TrainingResult result) {
    if (ended.incrementAndGet() == trainings) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "stop button, %s: %s steps seen".formatted(when(), steps);
  }

  private String when() {
    if (trainings < NEVER) {
      return "after %s trainings".formatted(trainings);
    }
    return last < NEVER ? "at iteration " + last : "untouched";
  }
}
