package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.network.Parameter;
import pathprox.penalty.ProximablePenalty;

/**
 * {@link Normalization#FUNCTION_PRESERVING}.
 *
 * <p>Velocities are scaled as what they belong to, so that rescaling a unit is no movement; what
 * the proximal operators take away is one. A unit that dies comes to rest, and its w stays there.
 */
final class PreservingPairStep extends PairStep {
  /** What the rows of one parameter and of its velocity are multiplied by, unit by unit. */
  private record Factors(double[] value, double[] keep, double[] add) {
    static Factors of(int units) {
      return new Factors(new double[units], new double[units], new double[units]);
    }

    /** The parameter shrinks and is scaled; the velocity notes the first and shares the second. */
    void set(int place, double scale, double shrinkage, boolean moves) {
      value[place] = scale * shrinkage;
      keep[place] = moves ? scale : 0;
      add[place] = moves ? scale * (shrinkage - 1) : 0;
    }
  }

  private final boolean regularizesBias;
  private final boolean hasInertia;
  private final Factors w;
  private final Factors bias;
  private final Factors v;

  PreservingPairStep(
      PairUnits units, ProximablePenalty penalty, boolean regularizesBias, boolean hasInertia) {
    super(units, penalty, regularizesBias);
    this.regularizesBias = regularizesBias;
    this.hasInertia = hasInertia;
    w = Factors.of(units.active());
    bias = Factors.of(units.active());
    v = Factors.of(units.active());
  }

  @Override
  void shrink(int place, double wNorm, double vNorm, double step, double biasScale, double vScale) {
    double vLeft = penalty().proxOfFactor(vNorm, states().lengths[place], step);
    if (vLeft == 0 || !states().alive[place]) { // at rest: w and b stay as they are
      w.set(place, 1, 1, false);
      bias.set(place, biasScale, 1, false);
      v.set(place, vScale, vLeft == 0 ? 0 : vLeft / vNorm, vLeft > 0);
      states().set(place, vLeft > 0, wNorm, vLeft);
      return;
    }
    double wLeft = penalty().proxOfFactor(wNorm, vLeft, step);
    double wShrinkage = wLeft == 0 ? 0 : wLeft / wNorm;
    double scaledBias = biasScale * units().incoming().bias().value().get(place, 0);
    double norm = regularizesBias ? wLeft : Math.hypot(wLeft, scaledBias);
    if (norm == 0) { // nothing leads into the unit any more
      norm = 1;
      vLeft = 0;
    }
    w.set(place, 1 / norm, wShrinkage, true);
    bias.set(place, biasScale / norm, regularizesBias ? wShrinkage : 1, true);
    v.set(place, vScale * norm, vLeft == 0 ? 0 : vLeft / vNorm, vLeft > 0);
    states().set(place, vLeft > 0, wLeft / norm, norm * vLeft);
  }

  @Override
  void scaleActive(double scale) {
    scale(units().incoming().weights(), w);
    scale(units().incoming().bias(), bias);
    scale(units().outgoing().weights(), v);
    units().outgoing().bias().value().scale(scale);
    if (hasInertia) {
      units().outgoing().bias().velocity().scale(scale);
    }
  }

  private void scale(Parameter parameter, Factors factors) {
    int active = units().active();
    if (hasInertia) {
      parameter
          .value()
          .scaleUnits(active, factors.value, parameter.velocity(), factors.keep, factors.add);
    } else {
      parameter.value().scaleUnits(active, factors.value);
    }
  }
}
