package pathprox.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A schedule of step sizes γ. */
@FunctionalInterface
public interface LearningRate {
  /**
   * Returns the step size of one iteration.
   *
   * @param iteration from 0
   * @return γ, above 0 and finite
   */
  double at(int iteration);

  /**
   * The same step size at every iteration.
   *
   * @param rate γ, above 0 and finite
   * @return the schedule
   * @throws IllegalArgumentException if the rate is out of its range
   */
  static LearningRate constant(double rate) {
    check(rate);
    return new ConstantRate(rate);
  }

  /**
   * A step size that is multiplied by a factor at each milestone.
   *
   * @param rate γ before the first milestone, above 0 and finite
   * @param factor what each milestone multiplies it by, above 0 and finite; often 0.1
   * @param milestones the iterations from which the next factor counts, in rising order
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of its range, or the order is wrong
   */
  static LearningRate stepped(double rate, double factor, int... milestones) {
    check(rate);
    check(factor);
    for (int i = 0; i < milestones.length; i++) {
      if (milestones[i] <= (i == 0 ? 0 : milestones[i - 1])) {
        throw new IllegalArgumentException(
            "milestones must be positive and rise, were " + Arrays.toString(milestones));
      }
    }
    return new SteppedRate(rate, factor, IntStream.of(milestones).boxed().toList());
  }

  private static void check(double rate) {
    if (!(rate > 0) || rate == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("learning rate must be > 0 and finite, was " + rate);
    }
  }
}
