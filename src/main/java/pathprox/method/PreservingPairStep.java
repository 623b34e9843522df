package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;

/**
 * Function-preserving: v_i takes what w_i and its bias give up, w_i ← w_i/n, b_i ← b_i/n, v_i ←
 * n·v_i, which changes neither the function nor the path norm.
 *
 * <p>Here n = ‖(w_i, b_i)‖, so that no unit's output is steep in v_i because its bias is long
 * beside w_i, as happens with few inputs. A step in ‖w_i‖ counts as one in ‖v_i‖, so both must
 * shrink, or units with a long v are penalized too little and the objective rises in the end: first
 * v and then w by the proximal operator of f(‖w‖‖v‖) in one factor with the other held (alternating
 * proximal steps: Bolte, Sabach, Teboulle, 2014). All points that they leave alone are stationary.
 */
final class PreservingPairStep extends PairStep {
  private final boolean regularizesBias;

  PreservingPairStep(PairUnits units, ProximablePenalty penalty, boolean regularizesBias) {
    super(units, penalty, regularizesBias);
    this.regularizesBias = regularizesBias;
  }

  @Override
  void shrink(int place, double wNorm, double vNorm, double step, double biasScale, double vScale) {
    double vLeft = penalty().proxOfFactor(vNorm, states().lengths[place], step);
    double v = vLeft == 0 ? 0 : vScale * (vLeft / vNorm);
    if (vLeft == 0 || !states().alive[place]) { // at rest: w and b stay as they are
      scaleBy(place, 1, biasScale, v);
      states().set(place, vLeft > 0, wNorm);
      return;
    }
    double wLeft = penalty().proxOfFactor(wNorm, vLeft, step);
    double wShrinkage = wLeft == 0 ? 0 : wLeft / wNorm;
    double scaledBias = biasScale * units().incoming().bias().value().get(place, 0);
    double norm = regularizesBias ? wLeft : Math.hypot(wLeft, scaledBias);
    if (norm == 0) { // nothing leads into the unit any more
      norm = 1;
      v = 0;
    }
    double biasShrinkage = regularizesBias ? wShrinkage : 1;
    scaleBy(place, wShrinkage / norm, biasScale / norm * biasShrinkage, norm * v);
    states().set(place, v > 0, wLeft / norm);
  }
}
