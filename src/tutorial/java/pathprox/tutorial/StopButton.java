package pathprox.tutorial;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/**
 * A stop button that nobody has to press: interrupts the trainings that it listens to, as the
 * button of a notebook does, once so many of them have ended. Counts their steps, also those of
 * trainings side by side.
 */
public final class StopButton implements TrainingListener {
  private final int trainings;
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong steps = new AtomicLong();

  private StopButton(int trainings) {
    this.trainings = trainings;
  }

  /**
   * Makes a button that will be pressed.
   *
   * @param trainings after how many, 1 or more
   * @return the button
   */
  public static StopButton afterTrainings(int trainings) {
    return new StopButton(trainings);
  }

  /** {@return a button that is never pressed} */
  public static StopButton untouched() {
    return new StopButton(Integer.MAX_VALUE);
  }

  /** {@return how many steps all trainings have made that it has listened to} */
  public long steps() {
    return steps.get();
  }

  @Override
  public Verdict steps(int iteration, double batchLoss) {
    steps.incrementAndGet();
    return Verdict.GO_ON;
  }

  @Override
  public void ends(TrainingResult result) {
    if (ended.incrementAndGet() == trainings) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    String when =
        trainings == Integer.MAX_VALUE ? "untouched" : "after %s trainings".formatted(trainings);
    return "stop button, %s: %s steps seen".formatted(when, steps);
  }
}
