package pathprox.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import pathprox.network.PairUnits;
import pathprox.network.UnitPair;
import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/**
 * Algorithm 1 of arXiv:2210.03069: gradient step, layer balancing, normalization and threshold.
 *
 * <p>Normalization and threshold need only norms, so balancing, both and the rest of the step are
 * one pass that reads norms and one that scales rows.
 */
final class PathProxStep implements Step {
  private final WorkingCopy network;
  private final GradientDescent descent;
  private final WorkingSet workingSet;
  private final boolean balances;
  private final boolean balancesDeadPairs;
  private final List<PairStep> pairs;
  private final double[] scales;

  /** For each pair, whether scale passes from it to the next one. */
  private final boolean[] passes;

  private int step;

  PathProxStep(
      WorkingCopy network,
      GradientDescent descent,
      Function<PairUnits, PairStep> pairStep,
      PathProx options) {
    this.network = network;
    this.descent = descent;
    workingSet = options.workingSet();
    balances = options.balancesLayers();
    balancesDeadPairs = !options.preservesFunction(); // as the published code
    pairs = pathNormPairs(network).stream().map(pairStep).toList();
    scales = new double[pairs.size()];
    passes = new boolean[pairs.size()];
    List<UnitPair> layers = network.pairing().pairs();
    for (int k = 0; k + 1 < passes.length; k++) {
      int out = layers.get(k).outgoing();
      passes[k] =
          layers.get(k + 1).incoming() == out + 1 && network.architecture().passesScale(out);
    }
  }

  /** Refuses a network that has no path norm. */
  static List<PairUnits> pathNormPairs(WorkingCopy network) {
    if (network.pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "a path norm needs a pair of layers, found none: " + network.pairing().reasons());
    }
    return network.pairs();
  }

  @Override
  public void take(double loss, Matrix outputGradient, double learningRate) {
    boolean measured = workingSet.measuresAt(step);
    network.measureOthers(measured);
    descent.take(outputGradient, learningRate);
    step++;
    balance(learningRate, measured);
    for (int k = 0; k < scales.length; k++) {
      double before = k > 0 && passes[k - 1] ? scales[k - 1] : 1;
      pairs.get(k).apply(before, scales[k], learningRate); // normalization and threshold
      pairs.get(k).chooseWorkingSet(workingSet.mayLeaveAfter(step));
    }
  }

  /** Makes the path norms of all pairs of a run equal, by the scales that are applied later. */
  private void balance(double learningRate, boolean measured) {
    for (int k = 0; k < scales.length; k++) {
      scales[k] = pairs.get(k).readPathNorm(learningRate, measured);
    }
    int from = 0;
    for (int k = 0; k < scales.length; k++) {
      if (!passes[k]) {
        if (balances && (balancesDeadPairs || LayerBalancing.isPossible(scales, from, k + 1))) {
          LayerBalancing.toScales(scales, from, k + 1);
        } else {
          Arrays.fill(scales, from, k + 1, 1);
        }
        from = k + 1;
      }
    }
  }
}
