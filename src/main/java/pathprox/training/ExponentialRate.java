package pathprox.training;

/** A step size that is multiplied by the same number at each iteration. */
record ExponentialRate(double rate, double factor, int every) implements LearningRate {
  @Override
  public double at(int iteration) {
    return rate * Math.pow(factor, (double) iteration / every);
  }

  @Override
  public String toString() {
    return "learning rate %s, times %s every %d, evenly".formatted(rate, factor, every);
  }
}
