package pathprox.method;

import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;

/** {@link Normalization#PUBLISHED}. */
final class PublishedPairStep extends PairStep {
  /** The published code divides by no norm below this, so that a zero w stays zero. */
  private static final double SMALLEST_NORM = 1e-6;

  private final double[] wFactors;
  private final double[] biasFactors;
  private final double[] vFactors;

  PublishedPairStep(PairUnits units, ProximablePenalty penalty, boolean normsIncludeBias) {
    super(units, penalty, normsIncludeBias);
    wFactors = new double[units.active()];
    biasFactors = new double[units.active()];
    vFactors = new double[units.active()];
  }

  @Override
  void shrink(int place, double wNorm, double vNorm, double step, double biasScale, double vScale) {
    double shrunk = penalty().prox(vNorm, step);
    wFactors[place] = 1 / Math.max(wNorm, SMALLEST_NORM);
    biasFactors[place] = biasScale * wFactors[place];
    vFactors[place] = shrunk == 0 ? 0 : vScale * (shrunk / vNorm);
    states().set(place, shrunk > 0 || wNorm < SMALLEST_NORM, 1, shrunk);
  }

  @Override
  void scaleActive(double scale) {
    int active = units().active();
    units().incoming().weights().value().scaleUnits(active, wFactors);
    units().incoming().bias().value().scaleUnits(active, biasFactors);
    units().outgoing().weights().value().scaleUnits(active, vFactors);
    units().outgoing().bias().value().scale(scale);
  }
}
