package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.data.TrainingData;
import pathprox.io.Checkpoint;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.matrix.Matrix;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Network;

/** What a folder with the states of a training holds, and which training is gone on with. */
class SavingTest extends SavedTraining {
  @Test
  void train_stopped_leavesStartAndTwoStates() {
    TrainingResult result = stopped(33);

    assertEquals(Outcome.STOPPED, result.outcome());
    assertEquals(33, result.history().last().iteration(), "the network has a row");
    assertEquals(
        List.of(
            "start.safetensors", "state-0000000030.safetensors", "state-0000000033.safetensors"),
        files());
    assertEquals(START.weights(0), Checkpoint.load(training().resolve(files().get(0))).weights(0));
    assertTrue(training().getFileName().toString().startsWith("PathProx-recommended-0.01-"));
  }

  @Test
  void train_ended_leavesNetworkAndResult() throws IOException {
    TrainingResult result = Trainer.with(OPTIONS).saving(folder).train(START, DATA, METHOD);

    assertEquals(List.of("network.safetensors", "result.json", "start.safetensors"), files());
    Network network = Checkpoint.load(training().resolve("network.safetensors"));
    assertEquals(result.network().fingerprint(), network.fingerprint());
    String json = Files.readString(training().resolve("result.json"));
    assertTrue(json.contains("\"outcome\":\"COMPLETED\""), json);
    assertTrue(json.contains("\"method\":\"PathProx recommended\",\"lambda\":0.01"), json);
    assertTrue(json.contains("\"test_loss\":[NaN,"), json);
  }

  @Test
  void train_again_givesTheResultAtOnce() {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    TrainingResult first = trainer.train(START, DATA, METHOD);
    TrainingListener refusing =
        new TrainingListener() {
          @Override
          public Verdict steps(int iteration, double batchLoss) {
            throw new UnsupportedOperationException("trained twice");
          }
        };
    TrainingResult again = trainer.listening(refusing).train(START, DATA, METHOD);

    assertEquals(first.history(), again.history());
    assertEquals(first.parameters(), again.parameters());
    assertEquals(first.network().fingerprint(), again.network().fingerprint());
  }

  @Test
  void train_divergedBefore_throwsAgain() {
    Trainer trainer = Trainer.with(OPTIONS.withLearningRate(1e30)).saving(folder);
    Method method = new WeightDecay(0.1);
    var first =
        assertThrows(TrainingDivergedException.class, () -> trainer.train(START, DATA, method));
    var again =
        assertThrows(TrainingDivergedException.class, () -> trainer.train(START, DATA, method));

    assertEquals(first.getMessage(), again.getMessage());
    assertEquals(first.result().history(), again.result().history());
  }

  @Test
  void train_otherTrainingsInTheSameFolder_haveTheirOwn() {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    trainer.train(START, DATA, METHOD);
    trainer.train(START, DATA, PathProx.recommended(0.02));
    trainer.train(START, new Split(DATA, DATA), METHOD);
    trainer.withOptions(OPTIONS.withSeed(1)).train(START, DATA, METHOD);
    trainer.train(Problem.withUnpairedLayer(DataType.FLOAT), DATA, METHOD);

    assertEquals(5, list(folder).size());
    var error =
        assertThrows(IllegalArgumentException.class, () -> trainer.resume(folder, DATA, METHOD));
    assertTrue(error.getMessage().contains("must hold one training, holds 5"), error.getMessage());
  }

  /** Something else than the training was begun with, and what must be said of it. */
  private record Other(
      TrainingOptions options, TrainingData data, Method method, List<String> named) {}

  static Stream<Other> others() {
    LearningRate ends = iteration -> iteration < 50 ? 0.05 : 0.01;
    Dataset changed = DATA.shuffled(1);
    return Stream.of(
        new Other(
            OPTIONS.withIterations(70), DATA, METHOD, List.of("iterations: there 60, here 70")),
        new Other(OPTIONS.withLearningRate(ends), DATA, METHOD, List.of("learning rate: there ")),
        new Other(OPTIONS.withSeed(10), DATA, METHOD, List.of("batches: there ", "seed 10")),
        new Other(OPTIONS.withBatchSize(8), DATA, METHOD, List.of("batches of 8")),
        new Other(OPTIONS.withRecordEvery(3), DATA, METHOD, List.of("recording: ", "every 3")),
        new Other(OPTIONS, changed, METHOD, List.of("training data: there clusters, 48 samples,")),
        new Other(OPTIONS, new Split(DATA, DATA), METHOD, List.of("test data: there none, here")),
        new Other(OPTIONS, DATA, PathProx.of(0.01), List.of("method: there Adaptive")),
        new Other(
            OPTIONS.withSeed(3),
            DATA,
            PathProx.recommended(0.02),
            List.of("method: ", "lambda=0.02", "batches: ", "seed 3")));
  }

  @ParameterizedTest
  @MethodSource("others")
  void resume_anotherTraining_isRefusedNamingTheDifferences(Other other) {
    stopped(20);
    assertRefused(other);
    resumed(OPTIONS, DATA, METHOD);
    assertRefused(other);
  }

  private void assertRefused(Other other) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> resumed(other.options, other.data, other.method));

    for (String named : other.named) {
      assertTrue(error.getMessage().contains(named), error.getMessage());
    }
    assertFalse(error.getMessage().contains("start: "), error.getMessage());
  }

  @Test
  void resume_goneOnFromAResult_keepsItsHistory() {
    Trainer trainer = Trainer.with(OPTIONS);
    TrainingResult part =
        trainer.withOptions(OPTIONS.withIterations(20)).train(START, DATA, METHOD);
    TrainingResult whole = trainer.resume(part, DATA, METHOD);
    trainer.saving(saving()).listening(new StopsAt(40)).resume(part, DATA, METHOD);
    TrainingResult resumed = resumed(OPTIONS, DATA, METHOD);

    assertEquals(whole.network().fingerprint(), resumed.network().fingerprint());
    assertEquals(
        whole.history().measurements().stream().map(Measurement::train).toList(),
        resumed.history().measurements().stream().map(Measurement::train).toList());
  }

  /** A loss without a text of its own is another one after each start of the program. */
  @Test
  void train_whatDoesNotSayWhatItIs_isRefusedBeforeAnyFolderIsMade() {
    Loss named = new CrossEntropy();
    Loss nameless =
        new Loss() {
          @Override
          public double value(Matrix outputs, Matrix targets) {
            return named.value(outputs, targets);
          }

          @Override
          public double gradient(Matrix outputs, Matrix targets, Matrix gradient) {
            return named.gradient(outputs, targets, gradient);
          }

          @Override
          public void check(int outputs, Matrix targets) {}
        };
    Trainer trainer = Trainer.with(OPTIONS.withLoss(nameless)).saving(folder);
    var error =
        assertThrows(IllegalArgumentException.class, () -> trainer.train(START, DATA, METHOD));

    assertTrue(error.getMessage().contains("its loss holds pathprox"), error.getMessage());
    assertEquals(List.of(), list(folder));
  }

  /** Functions that differ at one iteration of many are two trainings. */
  @Test
  void train_schedulesThatDifferOnce_areTwo() {
    LearningRate even = iteration -> 0.05;
    LearningRate once = iteration -> iteration == 37 ? 0.4 : 0.05;
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    trainer.withOptions(OPTIONS.withLearningRate(even)).train(START, DATA, METHOD);
    trainer.withOptions(OPTIONS.withLearningRate(once)).train(START, DATA, METHOD);

    assertEquals(2, list(folder).size());
  }

  @Test
  void resume_goneOnFromAResultAndCutAtOnce_keepsTheRowsOfBefore() {
    Trainer trainer = Trainer.with(OPTIONS);
    TrainingResult part =
        trainer.withOptions(OPTIONS.withIterations(20)).train(START, DATA, METHOD);
    TrainingListener cutting =
        new TrainingListener() {
          @Override
          public Verdict steps(int iteration, double batchLoss) {
            throw new UnsupportedOperationException("a power cut");
          }
        };
    Trainer keeping = trainer.saving(Saving.in(folder));
    assertThrows(
        UnsupportedOperationException.class,
        () -> keeping.listening(cutting).resume(part, DATA, METHOD));
    TrainingResult resumed = keeping.resume(folder, DATA, METHOD);

    assertEquals(61, resumed.history().measurements().size());
  }

  @Test
  void saving_forever_isNeverDue() {
    Saving never = Saving.in(folder).every(Duration.ofSeconds(Long.MAX_VALUE));
    Trainer.with(OPTIONS).saving(never).listening(new StopsAt(3)).train(START, DATA, METHOD);

    assertEquals(2, files().size());
    assertTrue(never.toString().endsWith(" s"), never.toString());
  }
}
