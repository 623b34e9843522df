package pathprox.training;

/** A listener that ends a training after one iteration, as somebody would by a button. */
record StopsAt(int end) implements TrainingListener {
  @Override
  public Verdict steps(int iteration, double batchLoss) {
    return iteration == end ? Verdict.STOP : Verdict.GO_ON;
  }
}
