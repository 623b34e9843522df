package pathprox.benchmark.methods;

import java.util.Locale;
import java.util.Map;

/**
 * How one training ended; a line of JSON in the results. What is no finite number is null.
 *
 * @param problem what was learned
 * @param fingerprint of data, network and options
 * @param method how
 * @param schedule constant, falling or own
 * @param rate γ at the start; for {@code own} a multiple of the method's default
 * @param seed of split, initialization and shuffling
 * @param iterations how many steps were planned
 * @param outcome how it ended, such as {@code COMPLETED} or {@code DIVERGED}
 * @param start the objective before the first step
 * @param objective the last one: loss + λ·Σ‖w_i‖‖v_i‖ + (λ/2)·Σ‖unpaired W‖²; null if it diverged
 * @param best the lowest of all records
 * @param loss on the training set
 * @param trainAccuracy 0 to 1; null for regression
 * @param bestTrainAccuracy the highest of all records
 * @param testAccuracy 0 to 1; null for regression
 * @param testLoss on the test set
 * @param chance the share of the largest class to train on; null for regression
 * @param active units with ‖w_i‖‖v_i‖ above 0
 * @param strong units with more than 1/1000 of the largest path norm of their pair
 * @param units of all pairs
 * @param changes units that die or return, a step of the last quarter; null if not observed
 * @param reached the first recorded iteration with an objective, for those that were reached
 * @param seconds of the steps
 */
record Result(
    String problem,
    String fingerprint,
    String method,
    String schedule,
    double rate,
    long seed,
    int iterations,
    String outcome,
    Double start,
    Double objective,
    Double best,
    Double loss,
    Double trainAccuracy,
    Double bestTrainAccuracy,
    Double testAccuracy,
    Double testLoss,
    Double chance,
    int active,
    int strong,
    int units,
    Double changes,
    Map<String, Integer> reached,
    double seconds) {
  /** The objective to compare by: what diverged is worse than all else. */
  double judged() {
    return objective == null ? Double.POSITIVE_INFINITY : objective;
  }

  Setting setting() {
    Setting.Schedule named = Setting.Schedule.valueOf(schedule.toUpperCase(Locale.ROOT));
    return new Setting(Contender.of(method), named, rate);
  }
}
