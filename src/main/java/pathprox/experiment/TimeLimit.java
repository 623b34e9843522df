package pathprox.experiment;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import pathprox.training.Outcome;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/** Ends one training after some time. */
final class TimeLimit implements TrainingListener {
  private final Duration limit;
  private final long nanoseconds;
  private long start;
  private boolean isOver;

  TimeLimit(Duration limit) {
    this.limit = limit;
    nanoseconds = TimeUnit.NANOSECONDS.convert(limit); // the most there is, if it is longer
  }

  @Override
  public void begins(TrainingPlan plan) {
    start = System.nanoTime();
  }

  @Override
  public Verdict steps(int iteration, double batchLoss) {
    isOver |= System.nanoTime() - start >= nanoseconds;
    return isOver ? Verdict.STOP : Verdict.GO_ON;
  }

  /** The result, which says so if it was ended by this. */
  TrainingResult named(TrainingResult result) {
    return result.outcome() == Outcome.STOPPED && isOver
        ? result.diagnosed(
            "the time limit of " + (limit.toSeconds() + limit.getNano() / 1e9) + " s was reached")
        : result;
  }
}
