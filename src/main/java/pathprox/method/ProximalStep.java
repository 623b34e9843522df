package pathprox.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import pathprox.network.PairUnits;
import pathprox.network.WorkingCopy;

/**
 * Balancing, normalization and proximal operator of all pairs: one pass that reads norms and one
 * that scales rows.
 */
final class ProximalStep {
  private final boolean balances;
  private final boolean balancesDeadPairs;
  private final List<PairStep> pairs;
  private final double[] scales;

  ProximalStep(
      WorkingCopy network,
      Function<PairUnits, PairStep> pairStep,
      boolean balances,
      Normalization normalization) {
    this.balances = balances;
    balancesDeadPairs = normalization == Normalization.PUBLISHED;
    if (network.pairing().pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "a path norm needs a pair of layers, found none: " + network.pairing().reasons());
    }
    pairs = network.pairs().stream().map(pairStep).toList();
    scales = new double[pairs.size()];
  }

  /**
   * Changes all pairs.
   *
   * @param learningRate γ
   * @param shrinkage γ of the proximal operators
   * @param measured whether the backward pass measured the units outside the working sets
   * @param mayLeave whether units whose outgoing weights are 0 leave the working sets
   */
  void take(double learningRate, double shrinkage, boolean measured, boolean mayLeave) {
    for (int k = 0; k < scales.length; k++) {
      scales[k] = pairs.get(k).readPathNorm(learningRate, measured);
    }
    if (balances && (balancesDeadPairs || LayerBalancing.isPossible(scales))) {
      LayerBalancing.toScales(scales);
    } else {
      Arrays.fill(scales, 1);
    }
    for (int k = 0; k < scales.length; k++) {
      pairs.get(k).apply(k == 0 ? 1 : scales[k - 1], scales[k], learningRate, shrinkage);
      pairs.get(k).chooseWorkingSet(mayLeave);
    }
  }

  /** The penalty of all pairs, λ included. */
  double penalty() {
    double sum = 0;
    for (int k = 0; k < scales.length; k++) {
      sum += pairs.get(k).penaltyValue();
    }
    return sum;
  }

  /** Takes the present units, which all are in the working sets, as the result of a last step. */
  void startAgain() {
    pairs.forEach(PairStep::startAgain);
  }
}
