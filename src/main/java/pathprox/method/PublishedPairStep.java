package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;

/**
 * As published: what w_i loses is dropped, w_i ← w_i/‖w_i‖, b_i ← b_i/‖w_i‖, v_i ← prox(v_i).
 *
 * <p>The first steps change the function, and a training ends where |∂_b L| = λ‖v‖·|b|/(1 + b²)
 * instead of 0, see {@code metrics.Optimality}.
 */
final class PublishedPairStep extends PairStep {
  /** The published code divides by no norm below this, so that a zero w stays zero. */
  private static final double SMALLEST_NORM = 1e-6;

  PublishedPairStep(PairUnits units, ProximablePenalty penalty, boolean normsIncludeBias) {
    super(units, penalty, normsIncludeBias);
  }

  @Override
  void shrink(int place, double wNorm, double vNorm, double step, double biasScale, double vScale) {
    double shrunk = penalty().prox(vNorm, step);
    double w = 1 / Math.max(wNorm, SMALLEST_NORM);
    scaleBy(place, w, biasScale * w, shrunk == 0 ? 0 : vScale * (shrunk / vNorm));
    states().set(place, shrunk > 0 || wNorm < SMALLEST_NORM, 1);
  }
}
