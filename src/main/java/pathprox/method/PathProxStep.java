package pathprox.method;

import java.util.List;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.network.running.WorkingNetwork;

/** Algorithm 1 of arXiv:2210.03069: gradient step, layer balancing, normalization, threshold. */
final class PathProxStep implements Step {
  private final GradientDescent descent;
  private final WorkingSet workingSet;
  private final boolean balances;
  private final LayerBalancing balancing;
  private final List<PairStep> pairs;
  private final double[] pathNorms;
  private int step;

  PathProxStep(WorkingNetwork network, GradientDescent descent, PathProx options) {
    this.descent = descent;
    workingSet = options.workingSet();
    balances = options.balancesLayers();
    balancing = new LayerBalancing(network, !options.preservesFunction());
    requirePathNorm(network);
    pairs = network.pairs().stream().map(units -> new PairStep(units, options)).toList();
    pathNorms = new double[pairs.size()];
  }

  static void requirePathNorm(WorkingNetwork network) {
    if (network.pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "a path norm needs a pair of layers, found none; Architecture.pairing() says why");
    }
  }

  @Override
  public void keep(State state) {
    step = state.keep("step", step);
    for (int k = 0; k < pairs.size(); k++) {
      pairs.get(k).keep(state.part("pair" + k));
    }
  }

  @Override
  public void take(Matrix outputGradient, double learningRate) {
    boolean measured = workingSet.measuresAt(step);
    descent.take(outputGradient, learningRate, measured);
    step++;
    for (int k = 0; k < pathNorms.length; k++) {
      pathNorms[k] = pairs.get(k).readPathNorm(learningRate, measured);
    }
    if (balances) {
      balancing.balance(pathNorms);
    }
    for (int k = 0; k < pathNorms.length; k++) {
      PairStep pair = pairs.get(k);
      pair.normalizeAndThreshold(balancing.scaleBefore(k), balancing.scale(k), learningRate);
      pair.chooseWorkingSet(workingSet.mayLeaveAfter(step));
    }
  }
}
