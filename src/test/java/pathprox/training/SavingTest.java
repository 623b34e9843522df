package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import pathprox.matrix.State;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/** What a folder with the states of a training holds, and what is said of a bad one. */
class SavingTest {
  private static final Network START = Problem.factorized(DataType.FLOAT);
  private static final Dataset DATA = Problem.data().withType(DataType.FLOAT);
  private static final TrainingOptions OPTIONS = Problem.options();
  private static final Method METHOD = PathProx.recommended(0.01);
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;

  private Saving saving() {
    return new Saving(folder, 10, NEVER);
  }

  private TrainingResult stopped(int end) {
    return Trainer.with(OPTIONS)
        .saving(saving())
        .listening(new StopsAt(end))
        .train(START, DATA, METHOD);
  }

  private TrainingResult resumed(TrainingOptions options, TrainingData data, Method method) {
    return Trainer.with(options).saving(saving()).resume(folder, data, method);
  }

  private Path training() {
    return list(folder).get(0);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files() {
    return list(training()).stream().map(file -> file.getFileName().toString()).toList();
  }

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
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> resumed(other.options, other.data, other.method));

    for (String named : other.named) {
      assertTrue(error.getMessage().contains(named), error.getMessage());
    }
    assertFalse(error.getMessage().contains("start: "), error.getMessage());
  }

  @Test
  void resume_damagedNewestState_takesTheOlderOneAndSaysSo() throws IOException {
    TrainingResult whole = Trainer.with(OPTIONS).train(START, DATA, METHOD);
    stopped(33);
    Path newest = training().resolve("state-0000000033.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length - 3] ^= 1;
    Files.write(newest, bytes);
    TrainingResult result = resumed(OPTIONS, DATA, METHOD);

    assertEquals(whole.network().fingerprint(), result.network().fingerprint());
    assertEquals(
        newest.getFileName()
            + ": the checksum in it is that of another content; this state was left out",
        result.diagnosis().orElseThrow());
  }

  @Test
  void resume_allStatesDamaged_beginsAgainAndSaysSo() throws IOException {
    TrainingResult whole = Trainer.with(OPTIONS).train(START, DATA, METHOD);
    stopped(33);
    for (Path state : list(training()).subList(1, 3)) {
      Files.write(state, new byte[100]);
    }
    TrainingResult result = resumed(OPTIONS, DATA, METHOD);

    assertEquals(whole.network().fingerprint(), result.network().fingerprint());
    assertEquals(
        2, result.diagnosis().orElseThrow().split("this state was left out", -1).length - 1);
  }

  @Test
  void resume_anotherVersion_isRefusedAndKeepsTheStates() throws IOException {
    stopped(20);
    Path start = training().resolve("start.safetensors");
    Checkpoint.Content content = Checkpoint.content(start);
    Map<String, String> texts = new HashMap<>(content.texts());
    texts.put("library", "0.0.1");
    Checkpoint.save(content.network(), texts, start);
    Trainer trainer = Trainer.with(OPTIONS).saving(saving());

    for (Supplier<TrainingResult> call :
        List.<Supplier<TrainingResult>>of(
            () -> trainer.resume(folder, DATA, METHOD), () -> trainer.train(START, DATA, METHOD))) {
      var error = assertThrows(IllegalArgumentException.class, call::get);
      assertTrue(error.getMessage().contains("library: there 0.0.1, here"), error.getMessage());
    }
    assertEquals(3, files().size());
  }

  @Test
  void resume_emptyFolder_isRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> resumed(OPTIONS, DATA, METHOD));
    assertEquals(folder + " must hold one training, holds 0", error.getMessage());
  }

  @Test
  void train_folderCannotBeMade_isRefusedBeforeAnyStep() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Trainer trainer = Trainer.with(OPTIONS).saving(file).listening(new StopsAt(1));
    var error = assertThrows(UncheckedIOException.class, () -> trainer.train(START, DATA, METHOD));

    assertTrue(error.getMessage().startsWith("no folder for the states"), error.getMessage());
    assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
  }

  /** As by a full disk: what was trained is given back, and what could not be kept is said. */
  @Test
  void train_folderGone_givesTheResultAndSaysSo() {
    TrainingListener removing =
        new TrainingListener() {
          @Override
          public Verdict steps(int iteration, double batchLoss) {
            while (iteration == 25 && !list(folder).isEmpty()) { // a state is written meanwhile
              list(training()).forEach(file -> file.toFile().delete());
              training().toFile().delete();
            }
            return Verdict.GO_ON;
          }
        };
    TrainingResult whole = Trainer.with(OPTIONS).train(START, DATA, METHOD);
    TrainingResult result =
        Trainer.with(OPTIONS).saving(saving()).listening(removing).train(START, DATA, METHOD);

    assertEquals(whole.network().fingerprint(), result.network().fingerprint());
    String said = result.diagnosis().orElseThrow();
    assertTrue(said.contains("the state after iteration 50 could not be kept"), said);
    assertTrue(said.contains("does not exist"), said);
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

  /** A method whose step tells other names after some steps than at the begin. */
  private record Forgetful() implements Method {
    @Override
    public String name() {
      return "forgetful";
    }

    @Override
    public double lambda() {
      return 0;
    }

    @Override
    public Step prepare(WorkingNetwork network, Task task) {
      Step descent = new WeightDecay(0).prepare(network, task);
      return new Step() {
        private double[] kept; // made by the first step

        @Override
        public void take(Matrix outputGradient, double learningRate) {
          kept = new double[] {1};
          descent.take(outputGradient, learningRate);
        }

        @Override
        public void keep(State state) {
          if (kept != null) {
            kept = state.keep("kept", kept);
          }
        }
      };
    }
  }

  @Test
  void resume_stepThatTellsOtherNames_isRefusedInsteadOfGoneOnWith() {
    Trainer trainer = Trainer.with(OPTIONS).saving(saving());
    trainer.listening(new StopsAt(33)).train(START, DATA, new Forgetful());
    var error =
        assertThrows(
            IllegalStateException.class, () -> trainer.train(START, DATA, new Forgetful()));

    assertTrue(error.getMessage().contains("holds [method.kept] in vain"), error.getMessage());
  }

  @Test
  void resume_stateOfAnotherTraining_isLeftOut() throws IOException {
    TrainingResult whole = Trainer.with(OPTIONS).train(START, DATA, new WeightDecay(0.3));
    Trainer trainer = Trainer.with(OPTIONS).saving(saving()).listening(new StopsAt(33));
    trainer.train(START, DATA, PathProx.of(0.01));
    Path other = training();
    trainer.train(START, DATA, new WeightDecay(0.3));
    Path mine = list(folder).get(list(folder).indexOf(other) == 0 ? 1 : 0);
    for (Path state : list(mine).subList(1, 3)) {
      Files.copy(other.resolve(state.getFileName()), state, StandardCopyOption.REPLACE_EXISTING);
    }
    TrainingResult result =
        Trainer.with(OPTIONS).saving(saving()).train(START, DATA, new WeightDecay(0.3));

    assertEquals(whole.network().fingerprint(), result.network().fingerprint());
    String said = result.diagnosis().orElseThrow();
    assertTrue(said.contains("it is a state of PathProx-0.01-"), said);
  }

  @Test
  void resume_partsOfAKilledProcess_areDeleted() throws IOException {
    stopped(20);
    String name = "state-0000000017.safetensors.3999999-123e4567-e89b-12d3-a456-426614174000.part";
    Files.writeString(training().resolve(name), "half");
    resumed(OPTIONS, DATA, METHOD);

    assertEquals(List.of("network.safetensors", "result.json", "start.safetensors"), files());
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

  static Stream<String> damages() {
    return Stream.of("{}", "null", "", "[1]", "{\"history\":{}}");
  }

  @ParameterizedTest
  @MethodSource("damages")
  void train_damagedResult_isRefusedNamingTheFile(String json) throws IOException {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    trainer.train(START, DATA, METHOD);
    Path file = training().resolve("result.json");
    Files.writeString(file, json);
    var error = assertThrows(UncheckedIOException.class, () -> trainer.train(START, DATA, METHOD));

    assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
  }

  @Test
  void train_networkOfAnotherResult_isRefused() {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    trainer.train(START, DATA, METHOD);
    Checkpoint.save(START, training().resolve("network.safetensors"));
    var error = assertThrows(UncheckedIOException.class, () -> trainer.train(START, DATA, METHOD));

    assertTrue(error.getMessage().contains("is of another network"), error.getMessage());
  }

  @Test
  void saving_forever_isNeverDue() {
    Saving never = Saving.in(folder).every(Duration.ofSeconds(Long.MAX_VALUE));
    Trainer.with(OPTIONS).saving(never).listening(new StopsAt(3)).train(START, DATA, METHOD);

    assertEquals(2, files().size());
    assertTrue(never.toString().endsWith(" s"), never.toString());
  }
}
