package pathprox.training;

import java.util.function.Supplier;
import pathprox.network.Network;

/**
 * A callback: follows trainings while they run, on their thread, and may end them. What it throws
 * ends the training too, but its result is lost.
 */
public interface TrainingListener {
  /** Tells that a training begins, which will do {@code plan}. */
  default void begins(TrainingPlan plan) {}

  /**
   * {@return whether the training goes on after the step number {@code iteration}, from 1, before
   * which its batch had the data loss {@code batchLoss}} Steps may take microseconds, so this
   * should take less.
   */
  default Verdict steps(int iteration, double batchLoss) {
    return Verdict.GO_ON;
  }

  /**
   * {@return whether the training goes on after the new {@code row} of the history} The {@code
   * network} of that row is made when it is asked for, as a copy, and only until this returns.
   */
  default Verdict records(Measurement row, Supplier<Network> network) {
    return Verdict.GO_ON;
  }

  /** Tells that a training has ended, in whatever way, and gives back {@code result}. */
  default void ends(TrainingResult result) {}
}
