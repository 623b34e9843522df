package pathprox.method;

import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/** One iteration of PathProx: descent, then balancing, normalization and proximal operator. */
final class PathProxStep implements Step {
  private final WorkingCopy network;
  private final GradientDescent descent;
  private final ProximalStep prox;
  private final WorkingSet workingSet;
  private int step;

  PathProxStep(
      WorkingCopy network, GradientDescent descent, ProximalStep prox, WorkingSet workingSet) {
    this.network = network;
    this.descent = descent;
    this.prox = prox;
    this.workingSet = workingSet;
  }

  @Override
  public void take(double loss, Matrix outputGradient, double learningRate) {
    boolean measured = workingSet.measuresAt(step);
    network.measureOthers(measured);
    descent.take(outputGradient, learningRate);
    step++;
    prox.take(learningRate, learningRate, measured, workingSet.mayLeaveAfter(step));
  }
}
