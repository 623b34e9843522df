package pathprox.training;

/** How a training ended. */
public enum Outcome {
  /** All iterations were made. */
  COMPLETED,
  /** A recorded residual was at most the tolerance, see {@link TrainingOptions#stopWhenOptimal}. */
  OPTIMAL,
  /** The thread was interrupted; the result is that of the iterations made so far. */
  INTERRUPTED,
  /** A loss was no finite number; the network is the last one that was recorded. */
  DIVERGED
}
