package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;

/** Normalization and proximal operator of one pair; subclasses say where the norm of w goes. */
abstract class PairStep {
  private final PairUnits units;
  private final boolean normsIncludeBias;
  private final ProximablePenalty penalty;

  /** The norms of all units, those of the working set first. */
  private final double[] wNorms;

  private final double[] vNorms;

  /** The norms that the gradient step gives the others' v; then what turns gradients into v. */
  private final double[] otherNorms;

  /** After the last step, by place; and a copy by number while units change places. */
  private final UnitStates states;

  private final UnitStates ordered;
  private final boolean[] member;

  private boolean othersMeasured;

  PairStep(PairUnits units, ProximablePenalty penalty, boolean normsIncludeBias) {
    this.units = units;
    this.penalty = penalty;
    this.normsIncludeBias = normsIncludeBias;
    int count = units.active();
    wNorms = new double[count];
    vNorms = new double[count];
    otherNorms = new double[count];
    states = new UnitStates(count);
    ordered = new UnitStates(count);
    member = new boolean[count];
    startAgain();
  }

  /** Takes the present units, which all are in the working set, as the result of a last step. */
  void startAgain() {
    readPathNorm(0, false);
    for (int i = 0; i < units.active(); i++) {
      states.set(i, vNorms[i] > 0, penalizedNorm(i), vNorms[i]);
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

  /** ‖w‖, or the norm of w and its bias where that is penalized. */
  private double penalizedNorm(int place) {
    return normsIncludeBias
        ? Math.hypot(wNorms[place], units.incoming().bias().value().get(place, 0))
        : wNorms[place];
  }

  /** The gradient step gives the others v = −γ·gradient; their w rest. */
  private double othersPathNorm(double learningRate) {
    units.otherGradient().unitNorms(units.others(), otherNorms);
    double sum = 0;
    for (int i = 0; i < units.others(); i++) {
      otherNorms[i] *= learningRate;
      sum += states.lengths[units.active() + i] * otherNorms[i];
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
      shrink(i, penalizedNorm(i), vScale * vNorms[i], shrinkage, scaleBefore, vScale);
    }
    scaleActive(scale);
    for (int i = 0; i < units.others(); i++) {
      int place = units.active() + i;
      double vNorm = othersMeasured ? vScale * otherNorms[i] : 0;
      double shrunk = penalty.proxOfFactor(vNorm, states.lengths[place], shrinkage);
      otherNorms[i] = shrunk == 0 ? 0 : -learningRate * vScale * (shrunk / vNorm);
      states.set(place, shrunk > 0, states.lengths[place], shrunk);
    }
    units.otherBias().scale(scaleBefore);
  }

  /**
   * Takes the step of one unit of the working set: chooses the factors of its rows, and says by
   * {@link #states} what is left.
   *
   * @param wNorm the penalized norm, of w or of w and its bias
   * @param vNorm the norm of v after balancing
   * @param step γ of the proximal operators
   * @param biasScale what balancing multiplies the bias by
   * @param vScale what balancing multiplied v by
   */
  abstract void shrink(
      int place, double wNorm, double vNorm, double step, double biasScale, double vScale);

  /** Scales the rows of the working set by their factors, and the outgoing bias by one number. */
  abstract void scaleActive(double scale);

  UnitStates states() {
    return states;
  }

  PairUnits units() {
    return units;
  }

  ProximablePenalty penalty() {
    return penalty;
  }

  /** The penalty of all units after the last step, λ included. */
  double penaltyValue() {
    double sum = 0;
    for (double pathNorm : states.pathNorms) {
      sum += penalty.value(pathNorm);
    }
    return sum;
  }

  /** Takes the others that came alive into the working set; units that died leave if they may. */
  void chooseWorkingSet(boolean mayLeave) {
    boolean changes = false;
    for (int i = 0; i < member.length; i++) {
      boolean active = i < units.active();
      member[i] = states.alive[i] || active && !mayLeave;
      changes |= member[i] != active;
    }
    if (changes) {
      if (othersMeasured) {
        units.otherGradient().scaleUnits(units.others(), otherNorms);
      }
      states.copyToOrder(ordered, units);
      units.choose(member, units.otherGradient());
      states.copyFromOrder(ordered, units);
    }
  }
}
