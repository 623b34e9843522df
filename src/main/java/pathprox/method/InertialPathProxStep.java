package pathprox.method;

import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/** As {@link PathProxStep}, from a point beyond the present one. */
final class InertialPathProxStep implements InertialStep {
  private final WorkingCopy network;
  private final InertialDescent descent;
  private final ProximalStep prox;
  private final WorkingSet workingSet;
  private int step;

  InertialPathProxStep(
      WorkingCopy network, InertialDescent descent, ProximalStep prox, WorkingSet workingSet) {
    this.network = network;
    this.descent = descent;
    this.prox = prox;
    this.workingSet = workingSet;
  }

  @Override
  public void take(Matrix outputGradient, double learningRate, double inertia, double strength) {
    boolean measured = workingSet.measuresAt(step);
    network.measureOthers(measured);
    descent.take(outputGradient, learningRate, inertia);
    step++;
    prox.take(learningRate, strength * learningRate, measured, workingSet.mayLeaveAfter(step));
  }

  @Override
  public double penalty() {
    return prox.penalty() + descent.penalty();
  }

  @Override
  public void startAgain() {
    descent.rest();
    prox.startAgain();
  }
}
