package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;
import pathprox.penalty.Reweighting;

/** {@link Normalization#PUBLISHED}. */
final class PublishedPairStep extends PairStep {
  private final double[] wFactors;
  private final double[] biasFactors;
  private final double[] vFactors;

  PublishedPairStep(
      PairUnits units,
      ProximablePenalty penalty,
      Reweighting reweighting,
      boolean normsIncludeBias) {
    super(units, penalty, reweighting, normsIncludeBias);
    wFactors = new double[units.active()];
    biasFactors = new double[units.active()];
    vFactors = new double[units.active()];
  }

  @Override
  double setFactors(int place, double norm, double vScale, double vNorm, double step) {
    double scaled = vScale * vNorm;
    double shrunk = penalty().prox(scaled, step);
    wFactors[place] = 1 / Math.max(norm, SMALLEST_NORM);
    vFactors[place] = shrunk == 0 ? 0 : vScale * (shrunk / scaled);
    return shrunk;
  }

  @Override
  void scaleActive(double scaleBefore, double scale) {
    int active = units().active();
    for (int i = 0; i < active; i++) {
      biasFactors[i] = scaleBefore * wFactors[i];
    }
    units().incoming().weights().value().scaleUnits(active, wFactors);
    units().incoming().bias().value().scaleUnits(active, biasFactors);
    units().outgoing().weights().value().scaleUnits(active, vFactors);
    units().outgoing().bias().value().scale(scale);
  }

  @Override
  double setOther(int index, double vNorm, double step) {
    return penalty().prox(vNorm, step);
  }

  @Override
  void scaleOthers(double scaleBefore) {
    units().otherBias().scale(scaleBefore);
  }
}
