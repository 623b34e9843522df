package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;
import pathprox.tensor.Matrix;

/** Normalization and proximal operator of one pair. */
final class PairStep {
  /** The published code divides by no norm below this, so that a zero w stays zero. */
  private static final double SMALLEST_NORM = 1e-6;

  private final PairUnits units;
  private final ProximablePenalty penalty;
  private final boolean normsIncludeBias;
  private final Matrix incomingBias;
  private final Matrix outgoingBias;

  /** The norms of all units, and then the factors of their rows; those of the working set first. */
  private final double[] wNorms;

  private final double[] vNorms;
  private final double[] biasFactors;

  /** The norms that the gradient step gives the others' v; then what turns gradients into v. */
  private final double[] otherNorms;

  private final boolean[] alive;
  private boolean othersMeasured;

  PairStep(PairUnits units, ProximablePenalty penalty, boolean normsIncludeBias) {
    this.units = units;
    this.penalty = penalty;
    this.normsIncludeBias = normsIncludeBias;
    incomingBias = units.incoming().bias().value();
    outgoingBias = units.outgoing().bias().value();
    wNorms = new double[units.active()];
    vNorms = new double[units.active()];
    biasFactors = new double[units.active()];
    otherNorms = new double[units.active()];
    alive = new boolean[units.active()];
  }

  /**
   * Reads the norms of all units and returns Σ‖w_i‖‖v_i‖ after the gradient step.
   *
   * @param measured whether the others were measured; else their v stay 0
   */
  double readPathNorm(double learningRate, boolean measured) {
    othersMeasured = measured && units.others() > 0;
    int active = units.active();
    units.incoming().weights().value().unitNorms(active, wNorms);
    units.outgoing().weights().value().unitNorms(active, vNorms);
    double sum = 0;
    for (int i = 0; i < active; i++) {
      sum += wNorms[i] * vNorms[i];
    }
    return othersMeasured ? sum + othersPathNorm(learningRate) : sum;
  }

  /** The gradient step gives the others v = −γ·gradient; their w have the norm 1. */
  private double othersPathNorm(double learningRate) {
    units.otherGradient().unitNorms(units.others(), otherNorms);
    double sum = 0;
    for (int i = 0; i < units.others(); i++) {
      otherNorms[i] *= learningRate;
      sum += otherNorms[i];
    }
    return sum;
  }

  /** Turns the norms that were read into factors, and scales each row once. */
  void apply(double scaleBefore, double scale, double learningRate) {
    int active = units.active();
    double vScale = scale / scaleBefore;
    for (int i = 0; i < active; i++) {
      double norm = normsIncludeBias ? Math.hypot(wNorms[i], incomingBias.get(i, 0)) : wNorms[i];
      double vNorm = vScale * vNorms[i];
      double shrunk = penalty.prox(vNorm, learningRate);
      alive[i] = shrunk > 0 || norm < SMALLEST_NORM;
      wNorms[i] = 1 / Math.max(norm, SMALLEST_NORM);
      biasFactors[i] = scaleBefore * wNorms[i];
      vNorms[i] = shrunk == 0 ? 0 : vScale * (shrunk / vNorm);
    }
    units.incoming().weights().value().scaleUnits(active, wNorms);
    incomingBias.scaleUnits(active, biasFactors);
    units.outgoing().weights().value().scaleUnits(active, vNorms);
    outgoingBias.scale(scale);
    units.otherBias().scale(scaleBefore);
    applyToOthers(vScale, learningRate);
  }

  /** Finds the others whose v the proximal operator does not set to 0, and its factor. */
  private void applyToOthers(double vScale, double learningRate) {
    for (int i = 0; i < units.others(); i++) {
      double vNorm = othersMeasured ? vScale * otherNorms[i] : 0;
      double shrunk = penalty.prox(vNorm, learningRate);
      alive[units.active() + i] = shrunk > 0;
      otherNorms[i] = shrunk == 0 ? 0 : -learningRate * vScale * (shrunk / vNorm);
    }
  }

  /** Takes the others that came alive into the working set; units that died leave if they may. */
  void chooseWorkingSet(boolean mayLeave) {
    boolean changes = false;
    for (int i = 0; i < alive.length; i++) {
      boolean active = i < units.active();
      alive[i] |= active && !mayLeave;
      changes |= alive[i] != active;
    }
    if (changes) {
      if (othersMeasured) {
        units.otherGradient().scaleUnits(units.others(), otherNorms);
      }
      units.choose(alive, units.otherGradient());
    }
  }
}
