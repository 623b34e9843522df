package pathprox.training;

/** A schedule that says what it is; a lambda would print its class. */
record NamedRate(String name, LearningRate schedule) implements LearningRate {
  @Override
  public double at(int iteration) {
    return schedule.at(iteration);
  }

  @Override
  public String toString() {
    return "learning rate " + name;
  }
}
