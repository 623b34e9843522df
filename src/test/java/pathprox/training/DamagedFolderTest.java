package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.io.Checkpoint;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.method.WeightDecay;
import pathprox.network.running.WorkingNetwork;

/** What is said of a folder that is damaged, is gone, or holds what belongs to others. */
class DamagedFolderTest extends SavedTraining {
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
    String said = folder + " must hold one training, holds 0; name the folder that";
    assertTrue(error.getMessage().startsWith(said), error.getMessage());
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
}
