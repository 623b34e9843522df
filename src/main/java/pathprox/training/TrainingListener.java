package pathprox.training;

/**
 * A callback: follows trainings while they run, on their thread. What it throws ends the training.
 *
 * <p>A listener may end a training and keep its result by interrupting the thread.
 */
public interface TrainingListener {
  /**
   * Tells that a training begins.
   *
   * @param plan what it will do
   */
  default void begins(TrainingPlan plan) {}

  /**
   * Tells that one step was made. Steps may take microseconds, so this should take less.
   *
   * @param iteration how many steps were made
   * @param batchLoss the data loss of the batch before its step
   */
  default void steps(int iteration, double batchLoss) {}

  /**
   * Tells that the history has a new row.
   *
   * @param row the row
   */
  default void records(Measurement row) {}

  /**
   * Tells that a training has ended, in whatever way.
   *
   * @param result what it gives back
   */
  default void ends(TrainingResult result) {}
}
