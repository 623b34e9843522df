package pathprox.training;

/**
 * A callback: follows trainings while they run, on their thread. What it throws ends the training;
 * interrupting the thread ends it too and keeps its result.
 */
public interface TrainingListener {
  /** Tells that a training begins, which will do {@code plan}. */
  default void begins(TrainingPlan plan) {}

  /**
   * Tells that the step number {@code iteration}, from 1, was made, and the data loss {@code
   * batchLoss} of its batch before it. Steps may take microseconds, so this should take less.
   */
  default void steps(int iteration, double batchLoss) {}

  /** Tells that the history has a new {@code row}. */
  default void records(Measurement row) {}

  /** Tells that a training has ended, in whatever way, and gives back {@code result}. */
  default void ends(TrainingResult result) {}
}
