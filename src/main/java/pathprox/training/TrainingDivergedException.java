package pathprox.training;

/** Says that a loss was no finite number any more, and keeps what was recorded before. */
public final class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TrainingResult result;

  TrainingDivergedException(String message, TrainingResult result) {
    super(message);
    this.result = result;
  }

  /** {@return the history before, and the network of its last row, or the start without a row} */
  public TrainingResult result() {
    return result;
  }
}
