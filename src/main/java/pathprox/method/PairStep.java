package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.Reweighting;
import pathprox.tensor.Matrix;

/** Normalization and proximal operator of one pair; subclasses say where the norm of w goes. */
abstract class PairStep {
  /** The published code divides by no norm below this, so that a zero w stays zero. */
  static final double SMALLEST_NORM = 1e-6;

  private final PairUnits units;
  private final Reweighting reweighting;
  private final boolean normsIncludeBias;
  private final ProximablePenalty penalty;

  /** The norms of all units, those of the working set first. */
  private final double[] wNorms;

  private final double[] vNorms;

  /** The norms that the gradient step gives the others' v; then what turns gradients into v. */
  private final double[] otherNorms;

  /** Whether a unit was not set to 0, by its place. */
  private final boolean[] alive;

  /** ‖w_i‖‖v_i‖ after the last step, by the number of the unit in the network. */
  private final double[] pathNorms;

  private boolean othersMeasured;

  PairStep(
      PairUnits units,
      ProximablePenalty penalty,
      Reweighting reweighting,
      boolean normsIncludeBias) {
    this.units = units;
    this.penalty = penalty;
    this.reweighting = reweighting;
    this.normsIncludeBias = normsIncludeBias;
    int count = units.active();
    wNorms = new double[count];
    vNorms = new double[count];
    otherNorms = new double[count];
    alive = new boolean[count];
    pathNorms = new double[count];
    startAgain();
  }

  /** Takes the present units, which all are in the working set, as the result of a last step. */
  void startAgain() {
    readPathNorm(0, false);
    for (int i = 0; i < units.active(); i++) {
      pathNorms[units.unit(i)] = wNorms[i] * vNorms[i];
    }
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

  /**
   * Scales each row once.
   *
   * @param scaleBefore what balancing multiplies the incoming biases by
   * @param scale what it multiplies the outgoing biases by
   * @param learningRate γ
   * @param shrinkage the γ of the proximal operators, less than the other one during a warm-up
   */
  void apply(double scaleBefore, double scale, double learningRate, double shrinkage) {
    double vScale = scale / scaleBefore;
    for (int i = 0; i < units.active(); i++) {
      Matrix bias = units.incoming().bias().value();
      double norm = normsIncludeBias ? Math.hypot(wNorms[i], bias.get(i, 0)) : wNorms[i];
      double step = shrinkage * weight(i);
      double pathNorm = setFactors(i, norm, vScale, vNorms[i], step);
      alive[i] = pathNorm > 0 || norm < SMALLEST_NORM;
      pathNorms[units.unit(i)] = pathNorm;
    }
    scaleActive(scaleBefore, scale);
    for (int i = 0; i < units.others(); i++) {
      double vNorm = othersMeasured ? vScale * otherNorms[i] : 0;
      int place = units.active() + i;
      double norm = setOther(i, vNorm, shrinkage * weight(place));
      otherNorms[i] = norm == 0 ? 0 : -learningRate * vScale * (norm / vNorm);
      pathNorms[units.unit(place)] = norm;
      alive[place] = norm > 0;
    }
    scaleOthers(scaleBefore);
  }

  private double weight(int place) {
    return reweighting.weight(pathNorms[units.unit(place)]);
  }

  /**
   * Chooses what the rows of a unit of the working set are multiplied by.
   *
   * @param norm of w, or of w and its bias
   * @param step γ of the proximal operator, times the weight of the unit
   * @return the unit's path norm after the step
   */
  abstract double setFactors(int place, double norm, double vScale, double vNorm, double step);

  /** Scales the working set by the factors that were set. */
  abstract void scaleActive(double scaleBefore, double scale);

  /** Returns ‖v‖ of one of the others after the step. */
  abstract double setOther(int index, double vNorm, double step);

  /** Scales what others have that is not 0. */
  abstract void scaleOthers(double scaleBefore);

  PairUnits units() {
    return units;
  }

  ProximablePenalty penalty() {
    return penalty;
  }

  /** Whether the step before this one left something of a unit of the working set. */
  boolean wasAlive(int place) {
    return pathNorms[units.unit(place)] > 0;
  }

  /** The penalty of all units after the last step, λ included. */
  double penaltyValue() {
    double sum = 0;
    for (double pathNorm : pathNorms) {
      sum += penalty.value(reweighting.value(pathNorm));
    }
    return sum;
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
