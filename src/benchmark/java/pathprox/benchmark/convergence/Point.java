package pathprox.benchmark.convergence;

import pathprox.metrics.Evaluation;
import pathprox.metrics.Regularity;

/**
 * One record of a curve; what is no finite number is null, since JSON has no word for it.
 *
 * @param iteration how many steps were made
 * @param seconds the time they took, recording left out
 * @param objective loss + λ·Σ‖w_i‖‖v_i‖ + (λ/2)·Σ‖unpaired W‖²; null once the training diverged
 * @param loss on the training set
 * @param active units of all pairs
 * @param accuracy on the test set, 0 to 1; null for regression
 * @param testLoss on the test set
 */
record Point(
    int iteration,
    double seconds,
    Double objective,
    Double loss,
    int active,
    Double accuracy,
    Double testLoss) {
  static Point of(
      int iteration,
      double seconds,
      double lambda,
      Evaluation train,
      Evaluation test,
      Regularity regularity) {
    return new Point(
        iteration,
        seconds,
        finite(regularity.objective(train.loss(), lambda)),
        finite(train.loss()),
        regularity.totalActiveUnits(),
        finite(test.accuracy()),
        finite(test.loss()));
  }

  static Point diverged(int iteration, double seconds) {
    return new Point(iteration, seconds, null, null, 0, null, null);
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
