package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Initialization;
import pathprox.network.Network;

/**
 * Twenty-four layers without normalization, which the usual steps of the recommended method kill.
 */
class DeepNetworkTest {
  private static final int LAYERS = 24;
  private static final int TRIAL = 25; // steps, a fortieth of all
  private static final Dataset DATA = Digits.split(1).train();
  private static final Method METHOD = PathProx.recommended(1e-4);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(1000).withBatchSize(32).withRecordEvery(500);

  private static Network start() {
    int[] sizes = new int[LAYERS + 1];
    Arrays.fill(sizes, 32);
    sizes[0] = 64;
    sizes[LAYERS] = 10;
    return Architecture.mlp(sizes).initialize(1, DataType.FLOAT, Initialization.kaimingNormal());
  }

  /** Without trials of shorter steps no unit was left, and a loss of 2.30. */
  @Test
  void train_manyLayers_areLearnedByShorterSteps() {
    TrainingResult result = Trainer.with(OPTIONS).train(start(), DATA, METHOD);

    assertEquals(Outcome.COMPLETED, result.outcome(), result::toString);
    assertTrue(result.history().last().train().loss() < 0.5, result::toString);
    int undone = result.history().last().undoneSteps();
    assertTrue(undone >= TRIAL, "steps that were undone: " + undone);
  }

  @Test
  void resume_withinATrial_isTheSameTraining(@TempDir Path folder) {
    Trainer trainer = Trainer.with(OPTIONS);
    TrainingResult whole = trainer.train(start(), DATA, METHOD);
    for (int stop : new int[] {TRIAL - 3, TRIAL, TRIAL + 4}) {
      trainer.saving(folder).listening(new StopsAt(stop)).train(start(), DATA, METHOD);
    }
    TrainingResult resumed = trainer.saving(folder).resume(folder, DATA, METHOD);

    assertEquals(whole.network().fingerprint(), resumed.network().fingerprint());
    assertEquals(whole.history().last().undoneSteps(), resumed.history().last().undoneSteps());
  }
}
