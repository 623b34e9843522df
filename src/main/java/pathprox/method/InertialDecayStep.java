package pathprox.method;

import pathprox.tensor.Matrix;

/** Weight decay with inertia; its penalty is smooth and counts in full from the first step on. */
final class InertialDecayStep implements InertialStep {
  private final InertialDescent descent;

  InertialDecayStep(InertialDescent descent) {
    this.descent = descent;
  }

  @Override
  public void take(Matrix outputGradient, double learningRate, double inertia, double strength) {
    descent.take(outputGradient, learningRate, inertia);
  }

  @Override
  public double penalty() {
    return descent.penalty();
  }

  @Override
  public void startAgain() {
    descent.rest();
  }
}
