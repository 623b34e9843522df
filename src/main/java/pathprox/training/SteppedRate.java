package pathprox.training;

import java.util.List;

/** A step size that is multiplied by a factor at each milestone. */
record SteppedRate(double rate, double factor, List<Integer> milestones) implements LearningRate {
  @Override
  public double at(int iteration) {
    double result = rate;
    for (int i = 0; i < milestones.size() && iteration >= milestones.get(i); i++) {
      result *= factor;
    }
    return result;
  }

  @Override
  public String toString() {
    return "learning rate %s, times %s at %s".formatted(rate, factor, milestones);
  }
}
