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
   * @return γ, 0 or more and finite; at 0 the step changes nothing
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

  /**
   * A step size that falls along half a cosine, as in Loshchilov and Hutter, "SGDR", ICLR 2017,
   * equation 5, without restarts.
   *
   * <p>γ_k = floor + (rate − floor)·(1 + cos πp)/2, where p = (k − from)/(to − from) is 0 before
   * {@code from} and 1 behind {@code to}.
   *
   * @param rate γ up to iteration {@code from}, above 0 and finite
   * @param from the iteration after which it falls, 0 or more
   * @param to the iteration from which it is the floor, above {@code from}
   * @param floor the last γ, 0 or more and at most {@code rate}
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of its range
   */
  static LearningRate cosine(double rate, int from, int to, double floor) {
    check(rate);
    if (!(floor >= 0) || floor > rate) {
      throw new IllegalArgumentException(
          "floor must be >= 0 and at most the learning rate %s, was %s".formatted(rate, floor));
    }
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "a cosine must start at 0 or later and end after its start, was %d to %d"
              .formatted(from, to));
    }
    return new CosineRate(rate, from, to, floor);
  }

  /**
   * A step size that falls by the same share at each iteration: γ_k = rate·factor^(k/every).
   *
   * @param rate γ at iteration 0, above 0 and finite
   * @param factor what it is multiplied by over {@code every} iterations, above 0 and finite
   * @param every a number of iterations, 1 or more
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of its range
   */
  static LearningRate exponential(double rate, double factor, int every) {
    check(rate);
    check(factor);
    if (every < 1) {
      throw new IllegalArgumentException("every must be >= 1, was " + every);
    }
    return new ExponentialRate(rate, factor, every);
  }

  private static void check(double rate) {
    if (!(rate > 0) || rate == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("learning rate must be > 0 and finite, was " + rate);
    }
  }
}
