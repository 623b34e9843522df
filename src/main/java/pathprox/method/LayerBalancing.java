package pathprox.method;

import java.util.Arrays;
import java.util.List;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.WorkingNetwork;

/**
 * Rescales pairs against each other so that all have the same path norm, which makes their sum
 * least, as their product is fixed (arXiv:2210.03069, appendix on implementation). Where scale does
 * not pass between two pairs, as by tanh, a new run of pairs begins.
 */
final class LayerBalancing {
  private static final double SMALLEST_PATH_NORM = 1e-6;

  private final boolean balancesDeadPairs;
  private final boolean[] passes; // for each pair, whether scale passes from it to the next one
  private final double[] scales;

  /** As published, pairs without a path norm are balanced too, until their biases overflow. */
  LayerBalancing(WorkingNetwork network, boolean balancesDeadPairs) {
    this.balancesDeadPairs = balancesDeadPairs;
    List<PairUnits> pairs = network.pairs();
    scales = new double[pairs.size()];
    Arrays.fill(scales, 1);
    passes = new boolean[pairs.size()];
    for (int k = 0; k + 1 < passes.length; k++) {
      LayerParameters out = pairs.get(k).outgoing();
      LayerParameters next = pairs.get(k + 1).incoming();
      passes[k] = next.weights().number() == out.bias().number() + 1 && out.passesScale();
    }
  }

  /** Scales for biases out of pairs, scale, and into them, scaleBefore; weights take the ratio. */
  void balance(double[] pathNorms) {
    int from = 0;
    for (int k = 0; k < scales.length; k++) {
      if (!passes[k]) {
        balance(pathNorms, from, k + 1);
        from = k + 1;
      }
    }
  }

  private void balance(double[] pathNorms, int from, int to) {
    Arrays.fill(scales, from, to, 1);
    double logSum = 0;
    for (int k = from; k < to; k++) {
      if (pathNorms[k] <= SMALLEST_PATH_NORM && !balancesDeadPairs) {
        return;
      }
      logSum += Math.log(Math.max(pathNorms[k], SMALLEST_PATH_NORM));
    }
    double geometricMean = Math.exp(logSum / (to - from));
    double scale = 1;
    for (int k = from; k < to; k++) {
      scale *= geometricMean / Math.max(pathNorms[k], SMALLEST_PATH_NORM);
      scales[k] = scale;
    }
  }

  double scale(int pair) {
    return scales[pair];
  }

  double scaleBefore(int pair) {
    return pair > 0 && passes[pair - 1] ? scales[pair - 1] : 1;
  }
}
