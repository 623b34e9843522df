package pathprox.training;

import java.util.Arrays;

/** A schedule of step sizes γ. */
@FunctionalInterface
public interface LearningRate {
  /**
   * {@return the step size γ of one iteration, 0 or more and finite; at 0 the step changes nothing}
   *
   * @param iteration from 0
   */
  double at(int iteration);

  /**
   * {@return the same step size at every iteration}
   *
   * @param rate γ, above 0 and finite
   * @throws IllegalArgumentException if the rate is out of its range
   */
  static LearningRate constant(double rate) {
    requirePositive("learning rate", rate);
    return new NamedRate(Double.toString(rate), iteration -> rate);
  }

  /**
   * {@return a step size that is multiplied by a factor at each milestone}
   *
   * @param rate γ before the first milestone, above 0 and finite
   * @param factor what each milestone multiplies it by, above 0 and finite; often 0.1
   * @param milestones the iterations from which the next factor counts, in rising order
   * @throws IllegalArgumentException if a number is out of its range, or the order is wrong
   */
  static LearningRate stepped(double rate, double factor, int... milestones) {
    requirePositive("learning rate", rate);
    requirePositive("factor", factor);
    int[] places = milestones.clone();
    for (int i = 0; i < places.length; i++) {
      if (places[i] <= (i == 0 ? 0 : places[i - 1])) {
        throw new IllegalArgumentException(
            "milestones must be positive and rise, were " + Arrays.toString(places));
      }
    }
    return new NamedRate(
        "%s, times %s at %s".formatted(rate, factor, Arrays.toString(places)),
        iteration -> {
          double result = rate;
          for (int i = 0; i < places.length && iteration >= places[i]; i++) {
            result *= factor;
          }
          return result;
        });
  }

  /**
   * A step size that falls along half a cosine, as in Loshchilov and Hutter, "SGDR", ICLR 2017,
   * equation 5, without restarts.
   *
   * <p>γ_k = floor + (rate − floor)·(1 + cos πp)/2, where p = (k − from)/(to − from) is 0 before
   * {@code from} and 1 after {@code to}.
   *
   * @param rate γ up to iteration {@code from}, above 0 and finite
   * @param from the iteration after which it falls, 0 or more
   * @param to the iteration from which it is the floor, above {@code from}
   * @param floor the last γ, 0 or more and at most {@code rate}
   * @return the schedule
   * @throws IllegalArgumentException if a number is out of its range
   */
  static LearningRate cosine(double rate, int from, int to, double floor) {
    requirePositive("learning rate", rate);
    if (!(floor >= 0) || floor > rate) {
      throw new IllegalArgumentException(
          "floor must be >= 0 and at most the learning rate %s, was %s".formatted(rate, floor));
    }
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "a cosine must start at 0 or later and end after its start, was %s to %s"
              .formatted(from, to));
    }
    return new NamedRate(
        "%s, by a cosine to %s from %s to %s".formatted(rate, floor, from, to),
        iteration -> {
          if (iteration <= from) {
            return rate;
          }
          double part = Math.min(1, (double) (iteration - from) / (to - from));
          return floor + (rate - floor) * (1 + Math.cos(Math.PI * part)) / 2;
        });
  }

  /**
   * {@return a step size that falls by the same share at each iteration: γ_k =
   * rate·factor^(k/every)}
   *
   * @param rate γ at iteration 0, above 0 and finite
   * @param factor what it is multiplied by over {@code every} iterations, above 0 and finite
   * @param every a number of iterations, 1 or more
   * @throws IllegalArgumentException if a number is out of its range
   */
  static LearningRate exponential(double rate, double factor, int every) {
    requirePositive("learning rate", rate);
    requirePositive("factor", factor);
    if (every < 1) {
      throw new IllegalArgumentException("every must be >= 1, was " + every);
    }
    return new NamedRate(
        "%s, times %s every %s, evenly".formatted(rate, factor, every),
        iteration -> rate * Math.pow(factor, (double) iteration / every));
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(what + " must be > 0 and finite, was " + value);
    }
  }
}
