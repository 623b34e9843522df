package pathprox.method;

import pathprox.network.WorkingCopy;
import pathprox.tensor.Matrix;

/** Steps with inertia under a {@link Safeguard}, which can call for the parameters of before. */
final class SafeguardedStep implements Step {
  private final WorkingCopy network;
  private final InertialStep step;
  private final Safeguard safeguard;
  private WorkingCopy saved;

  SafeguardedStep(WorkingCopy network, InertialStep step, Inertia inertia) {
    this.network = network;
    this.step = step;
    safeguard = new Safeguard(inertia);
  }

  @Override
  public void take(double loss, Matrix outputGradient, double learningRate) {
    switch (safeguard.judge(loss, step.penalty())) {
      case SAVE -> save();
      case GO_BACK -> {
        network.load(saved);
        step.startAgain();
        return;
      }
      case GO_ON -> {}
    }
    step.take(
        outputGradient,
        learningRate * safeguard.damping(),
        safeguard.inertia(),
        safeguard.strength());
  }

  private void save() {
    if (saved == null) {
      saved = new WorkingCopy(network.snapshot());
    } else {
      saved.load(network);
    }
  }

  @Override
  public double rateInUse(double learningRate) {
    return safeguard.damping() * learningRate;
  }
}
