package pathprox.training;

/** A step size that falls along half a cosine between two iterations. */
record CosineRate(double rate, int from, int to, double floor) implements LearningRate {
  @Override
  public double at(int iteration) {
    if (iteration <= from) {
      return rate;
    }
    double part = Math.min(1, (double) (iteration - from) / (to - from));
    return floor + (rate - floor) * (1 + Math.cos(Math.PI * part)) / 2;
  }

  @Override
  public String toString() {
    return "learning rate %s, by a cosine to %s from %d to %d".formatted(rate, floor, from, to);
  }
}
