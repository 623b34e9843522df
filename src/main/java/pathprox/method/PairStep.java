package pathprox.method;

import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.matrix.Units;
import pathprox.network.running.PairUnits;
import pathprox.penalty.ProximablePenalty;

/**
 * Normalization and threshold of one pair: one pass reads norms, one scales rows. What preserves
 * the function divides by n = ‖(w_i, b_i)‖, so that no unit's output is steep in v_i because its
 * bias is long beside w_i, and shrinks first v and then w (alternating proximal steps: Bolte,
 * Sabach, Teboulle, 2014); by v alone, a long v would be penalized too little.
 */
final class PairStep {
  private static final double SMALLEST_NORM = 1e-6; // as published, so that a zero w stays zero

  private final PairUnits units;
  private final ProximablePenalty penalty;
  private final boolean regularizesBias;
  private final boolean preservesFunction;

  // By unit, after the last step.
  private final boolean[] alive; // whether v is not 0
  private final double[] lengths; // the penalized norm of w

  // By place: norms after the gradient step, and what rows are multiplied by.
  private final double[] wNorms;
  private final double[] vNorms;
  private final double[] inactiveNorms;
  private final double[] wFactors;
  private final double[] biasFactors;
  private final double[] vFactors;
  private final double[] inactiveFactors; // of the gradients that become v
  private final boolean[] member;

  private boolean inactiveMeasured;

  PairStep(PairUnits units, PathProx options) {
    this.units = units;
    penalty = options.penalty();
    regularizesBias = options.regularizesBias();
    preservesFunction = options.preservesFunction();
    int count = units.active();
    alive = new boolean[count];
    lengths = new double[count];
    wNorms = new double[count];
    vNorms = new double[count];
    inactiveNorms = new double[count];
    wFactors = new double[count];
    biasFactors = new double[count];
    vFactors = new double[count];
    inactiveFactors = new double[count];
    member = new boolean[count];
    readPathNorm(0, false);
    for (int i = 0; i < count; i++) {
      set(i, vNorms[i] > 0, penalizedNorm(i));
    }
  }

  void keep(State state) {
    state.keepIn("alive", alive);
    state.keepIn("lengths", lengths);
  }

  private void set(int place, boolean isAlive, double length) {
    alive[units.unit(place)] = isAlive;
    lengths[units.unit(place)] = length;
  }

  /** ‖w‖, or the norm of w and its bias where that is penalized. */
  private double penalizedNorm(int place) {
    return regularizesBias ? Math.hypot(wNorms[place], bias(place)) : wNorms[place];
  }

  private double bias(int place) {
    return units.incoming().bias().value().get(place, 0);
  }

  /** Σ‖w_i‖‖v_i‖ after the gradient step; inactive units have v = −γ·gradient if measured. */
  double readPathNorm(double learningRate, boolean measured) {
    inactiveMeasured = measured && units.inactive() > 0;
    int active = units.active();
    Units.norms(units.incoming().weights().value(), active, wNorms);
    Units.norms(units.outgoing().weights().value(), active, vNorms);
    double sum = 0;
    for (int i = 0; i < active; i++) {
      sum += wNorms[i] * vNorms[i];
    }
    if (!inactiveMeasured) {
      return sum;
    }
    Units.norms(units.inactiveGradient(), units.inactive(), inactiveNorms);
    double inactive = 0;
    for (int i = 0; i < units.inactive(); i++) {
      inactiveNorms[i] *= learningRate;
      inactive += lengths[units.unit(active + i)] * inactiveNorms[i];
    }
    return sum + inactive;
  }

  /** Scales each row once; balancing multiplies incoming biases by {@code biasScale}. */
  void normalizeAndThreshold(double biasScale, double scale, double learningRate) {
    double vScale = scale / biasScale;
    int active = units.active();
    for (int i = 0; i < active; i++) {
      if (preservesFunction) {
        moveNormToV(i, biasScale, vScale, learningRate);
      } else {
        dropNorm(i, biasScale, vScale, learningRate);
      }
    }
    Matrix v = units.outgoing().weights().value();
    Units.scale(units.incoming().weights().value(), active, wFactors);
    Units.scale(units.incoming().bias().value(), active, biasFactors);
    Units.scale(v, active, vFactors);
    units.outgoing().bias().value().scale(scale);
    units.inactiveBias().scale(biasScale);
    for (int i = 0; inactiveMeasured && i < units.inactive(); i++) {
      int unit = units.unit(active + i);
      double norm = vScale * inactiveNorms[i];
      double left = penalty.proxOfFactor(norm, lengths[unit], learningRate);
      inactiveFactors[i] = left == 0 ? 0 : -learningRate * vScale * (left / norm);
      alive[unit] = left > 0;
    }
  }

  private void dropNorm(int place, double biasScale, double vScale, double step) {
    double wNorm = penalizedNorm(place);
    double vNorm = vScale * vNorms[place];
    double left = penalty.prox(vNorm, step);
    double w = 1 / Math.max(wNorm, SMALLEST_NORM);
    scaleBy(place, w, biasScale * w, left == 0 ? 0 : vScale * (left / vNorm));
    set(place, left > 0 || wNorm < SMALLEST_NORM, 1);
  }

  private void moveNormToV(int place, double biasScale, double vScale, double step) {
    double wNorm = penalizedNorm(place);
    double vNorm = vScale * vNorms[place];
    double vLeft = penalty.proxOfFactor(vNorm, lengths[units.unit(place)], step);
    double v = vLeft == 0 ? 0 : vScale * (vLeft / vNorm);
    if (vLeft == 0 || !alive[units.unit(place)]) { // at rest: w and b stay as they are
      scaleBy(place, 1, biasScale, v);
      set(place, vLeft > 0, wNorm);
      return;
    }
    double wLeft = penalty.proxOfFactor(wNorm, vLeft, step);
    double wShrinkage = wLeft == 0 ? 0 : wLeft / wNorm;
    double norm = regularizesBias ? wLeft : Math.hypot(wLeft, biasScale * bias(place));
    if (norm == 0) { // nothing leads into the unit any more
      norm = 1;
      v = 0;
    }
    double biasShrinkage = regularizesBias ? wShrinkage : 1;
    scaleBy(place, wShrinkage / norm, biasScale / norm * biasShrinkage, norm * v);
    set(place, v > 0, wLeft / norm);
  }

  private void scaleBy(int place, double w, double bias, double v) {
    wFactors[place] = w;
    biasFactors[place] = bias;
    vFactors[place] = v;
  }

  /** Takes units that came alive into the working set; units that died leave if they may. */
  void chooseWorkingSet(boolean mayLeave) {
    boolean changes = false;
    for (int i = 0; i < member.length; i++) {
      boolean active = i < units.active();
      member[i] = alive[units.unit(i)] || active && !mayLeave;
      changes |= member[i] != active;
    }
    if (changes) {
      if (inactiveMeasured) {
        Units.scale(units.inactiveGradient(), units.inactive(), inactiveFactors);
      }
      units.choose(member, units.inactiveGradient());
    }
  }
}
