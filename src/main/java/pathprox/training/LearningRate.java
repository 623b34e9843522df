package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A schedule of step sizes γ. Those made here throw an {@link IllegalArgumentException} if a rate
 * or a factor is not above 0 and finite, or another number is out of its range.
 */
@FunctionalInterface
public interface LearningRate extends Serializable {
  /** {@return γ of {@code iteration}, from 0; 0 or more and finite; at 0 a step changes nothing} */
  double at(int iteration);

  /** {@return the step size {@code rate} at every iteration} */
  static LearningRate constant(double rate) {
    requirePositive("learning rate", rate);
    return new StepSizes.Constant(rate);
  }

  /**
   * {@return the step size {@code rate}, multiplied by {@code factor}, often 0.1, from each of the
   * iterations {@code milestones} on, which rise from above 0}
   */
  static LearningRate stepped(double rate, double factor, int... milestones) {
    requirePositive("learning rate", rate);
    requirePositive("factor", factor);
    int[] places = milestones.clone();
    for (int i = 0; i < places.length; i++) {
      boolean rises = places[i] > (i == 0 ? 0 : places[i - 1]);
      require(rises, "milestones must be positive and rise, were %s", Arrays.toString(places));
    }
    return new StepSizes.Named(
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
   * {@return a step size that falls from {@code rate} to {@code floor}, 0 to rate, along half a
   * cosine between the iterations {@code from}, 0 or more, and {@code to}: γ_k = floor + (rate −
   * floor)·(1 + cos πp)/2 with p = (k − from)/(to − from), as in Loshchilov and Hutter, "SGDR",
   * ICLR 2017, equation 5, without restarts}
   */
  static LearningRate cosine(double rate, int from, int to, double floor) {
    requirePositive("learning rate", rate);
    String range = "floor must be >= 0 and at most the learning rate %s, was %s";
    require(floor >= 0 && floor <= rate, range, rate, floor);
    String ends = "a cosine must start at 0 or later and end after its start, was %s to %s";
    require(from >= 0 && to > from, ends, from, to);
    return new StepSizes.Named(
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
   * {@return the step size {@code rate}, multiplied evenly by {@code factor} over each {@code
   * every} iterations, 1 or more: γ_k = rate·factor^(k/every)}
   */
  static LearningRate exponential(double rate, double factor, int every) {
    requirePositive("learning rate", rate);
    requirePositive("factor", factor);
    require(every >= 1, "every must be >= 1, was %s", every);
    return new StepSizes.Named(
        "%s, times %s every %s, evenly".formatted(rate, factor, every),
        iteration -> rate * Math.pow(factor, (double) iteration / every));
  }

  private static void requirePositive(String what, double value) {
    boolean holds = value > 0 && value < Double.POSITIVE_INFINITY;
    require(holds, "%s must be > 0 and finite, was %s", what, value);
  }
}
