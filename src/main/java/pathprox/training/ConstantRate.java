package pathprox.training;

/** A step size that never changes. */
record ConstantRate(double rate) implements LearningRate {
  @Override
  public double at(int iteration) {
    return rate;
  }

  @Override
  public String toString() {
    return "learning rate " + rate;
  }
}
