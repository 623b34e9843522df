package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.network.Parameter;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.Reweighting;

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

    void set(int place, double newValue, double newKeep, double newAdd) {
      value[place] = newValue;
      keep[place] = newKeep;
      add[place] = newAdd;
    }
  }

  private final boolean hasInertia;
  private final Factors w;
  private final Factors bias;
  private final Factors v;
  private final double[] otherBias;

  PreservingPairStep(
      PairUnits units,
      ProximablePenalty penalty,
      Reweighting reweighting,
      boolean normsIncludeBias,
      boolean hasInertia) {
    super(units, penalty, reweighting, normsIncludeBias);
    this.hasInertia = hasInertia;
    w = Factors.of(units.active());
    bias = Factors.of(units.active());
    v = Factors.of(units.active());
    otherBias = new double[units.active()];
  }

  @Override
  double setFactors(int place, double norm, double vScale, double vNorm, double step) {
    if (norm < SMALLEST_NORM) { // no direction to bring to the sphere, and no slope in v
      w.set(place, 1, 1, 0);
      bias.set(place, 1, 1, 0);
      v.set(place, vScale, vScale, 0);
      return 0;
    }
    double scaled = vScale * vNorm;
    double shrunk = penalty().prox(scaled, step);
    double length = shrunk == 0 ? 0 : penalty().prox(norm, step * shrunk);
    if (length == 0) {
      w.set(place, 1 / norm, 0, 0);
      bias.set(place, 1 / norm, 0, 0);
      v.set(place, 0, 0, 0);
      return 0;
    }
    double moves = wasAlive(place) ? 1 / length : 0;
    w.set(place, 1 / norm, moves, moves * (length / norm - 1));
    bias.set(place, 1 / length, moves, 0);
    double given = vScale * length;
    v.set(place, given * (shrunk / scaled), given, given * (shrunk / scaled - 1));
    return shrunk * length;
  }

  @Override
  void scaleActive(double scaleBefore, double scale) {
    int active = units().active();
    for (int i = 0; i < active; i++) {
      bias.set(i, scaleBefore * bias.value[i], scaleBefore * bias.keep[i], 0);
    }
    scale(units().incoming().weights(), active, w);
    scale(units().incoming().bias(), active, bias);
    scale(units().outgoing().weights(), active, v);
    units().outgoing().bias().value().scale(scale);
    if (hasInertia) {
      units().outgoing().bias().velocity().scale(scale);
    }
  }

  private void scale(Parameter parameter, int active, Factors factors) {
    if (hasInertia) {
      parameter
          .value()
          .scaleUnits(active, factors.value, parameter.velocity(), factors.keep, factors.add);
    } else {
      parameter.value().scaleUnits(active, factors.value);
    }
  }

  @Override
  double setOther(int index, double vNorm, double step) {
    double shrunk = penalty().prox(vNorm, step);
    double length = shrunk == 0 ? 0 : penalty().prox(1, step * shrunk);
    otherBias[index] = length == 0 ? 1 : 1 / length;
    return shrunk * length;
  }

  @Override
  void scaleOthers(double scaleBefore) {
    int others = units().others();
    for (int i = 0; i < others; i++) {
      otherBias[i] *= scaleBefore;
    }
    units().otherBias().scaleUnits(others, otherBias);
  }
}
