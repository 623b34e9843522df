package pathprox.benchmark;

import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.WorkingSet;

/** Steps that go on with the training of {@link LatePhase}. */
final class LateStep extends TrainingStep {
  LateStep(WorkingSet workingSet) {
    super(
        LatePhase.network(),
        PathProx.of(LatePhase.LAMBDA).withWorkingSet(workingSet),
        new CrossEntropy(),
        LatePhase.TIMED_RATE,
        MnistSubset.batches(DenseStep.BATCH));
  }

  @Override
  public String note() {
    return super.note() + LatePhase.share(snapshot());
  }
}
