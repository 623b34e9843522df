package pathprox.benchmark.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One of the settings that a competitor has its best chosen among; null is what it does not have.
 *
 * @param rate the learning rate it starts with; null for the method's own
 * @param decay λ of weight decay
 * @param lambda λ of a penalty on path norms, where it is not searched for
 * @param depth D of D-Gating
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Setting(Double rate, Double decay, Double lambda, Integer depth) {
  static Setting decaying(double rate, double decay) {
    return new Setting(rate, decay, null, null);
  }

  static Setting penalizing(double rate) {
    return new Setting(rate, null, null, null);
  }

  /** At the method's own rate. */
  static Setting penalizingBy(double lambda) {
    return new Setting(null, null, lambda, null);
  }

  static Setting gated(double rate, int depth) {
    return new Setting(rate, null, null, depth);
  }
}
