package pathprox.training;

/** How a training ended. */
public enum Outcome {
  /** All iterations were made. */
  COMPLETED,
  /** A recorded residual was at most the tolerance, see {@link TrainingOptions#stopWhenOptimal}. */
  OPTIMAL,
  /**
   * All iterations, 10 at least, were made and nothing came of them: the objective did not fall,
   * the outputs are the same for all samples although the targets differ, the loss is no better
   * than theirs, or most steps were undone. {@link TrainingResult#diagnosis} says which, and why.
   */
  STALLED,
  /**
   * The network is an earlier one, since the loss on the second set has not fallen after it;
   * perhaps not before the last iteration. See {@link TrainingOptions#stoppingEarly}.
   */
  STOPPED_EARLY,
  /** A listener ended it by {@link Verdict#STOP}; the result is that of the iterations so far. */
  STOPPED,
  /** The thread was interrupted; the result is that of the iterations made so far. */
  INTERRUPTED,
  /** A member of a sweep ended by an exception; the network is that it began with. */
  FAILED,
  /** A loss, a norm or a learning rate was no finite number; the network is that last recorded. */
  DIVERGED;

  /** {@return whether all iterations were made: {@link #COMPLETED} or {@link #STALLED}} */
  public boolean isWhole() {
    return this == COMPLETED || this == STALLED;
  }

  /** {@return whether the training would end here again: all but those that were cut short} */
  public boolean isFinal() {
    return this != INTERRUPTED && this != STOPPED;
  }
}
