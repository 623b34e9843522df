package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.table.SeedMeans;
import pathprox.table.TableFile;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;
import tech.tablesaw.api.Table;

/** Grids of trainings, in memory and in a folder. */
class SweepTest {
  private static final Dataset DATA = Problem.data().withType(DataType.FLOAT);
  private static final Split SPLIT = new Split(DATA, DATA);
  private static final TrainingOptions OPTIONS = Problem.options().withIterations(30);
  private static final Architecture ONE = Architecture.mlp(6, 8, 2);
  private static final Architecture OTHER = Architecture.mlp(6, 12, 2);
  private static final Sweep SWEEP =
      Sweep.of(ONE, OTHER)
          .withMethods(Lambdas.of(0.001, 0.01), PathProx::recommended)
          .withMethods(new WeightDecay(0.01))
          .withLearningRates(0.05, 0.1)
          .withSeeds(1, 2);

  @TempDir private Path folder;

  /** Counts the trainings that begin anew. */
  private record Counter(AtomicInteger begun) implements TrainingListener {
    Counter() {
      this(new AtomicInteger());
    }

    @Override
    public void begins(TrainingPlan plan) {
      begun.addAndGet(plan.from() == 0 ? 1 : 0);
    }
  }

  @Test
  void train_eachMember_isWhatATrainingAloneGives() {
    SweepResult result = SWEEP.train(Trainer.with(OPTIONS), SPLIT);

    assertEquals(24, result.members());
    assertTrue(result.isComplete());
    SweepMember member = SWEEP.members(OPTIONS).get(14);
    assertEquals("6-12-2", member.architecture().line());
    TrainingResult alone =
        Trainer.with(OPTIONS.withLearningRate(0.1).withSeed(1))
            .train(OTHER.initialize(1), SPLIT, PathProx.recommended(0.001));
    assertEquals(alone.network().fingerprint(), result.results().get(14).network().fingerprint());
  }

  @Test
  void table_ofAGrid_isTidy() {
    Table table = SWEEP.train(Trainer.with(OPTIONS), SPLIT).table();

    assertEquals(24, table.rowCount());
    assertEquals(24, table.stringColumn("run").unique().size(), "each run has a name of its own");
    assertEquals(
        List.of("PathProx recommended", "weight decay"),
        table.stringColumn("method").unique().asList().stream().sorted().toList());
    assertEquals(2, table.doubleColumn("lambda").unique().size());
    assertEquals(2, table.longColumn("seed").unique().size());
    assertEquals(2, table.stringColumn("schedule").unique().size());
    assertEquals(2, table.stringColumn("architecture").unique().size());
    assertEquals(0, table.doubleColumn("test_accuracy").countMissing());
  }

  @Test
  void means_ofAGrid_areOverTheSeeds() {
    SweepResult result = SWEEP.train(Trainer.with(OPTIONS), SPLIT);
    Table means = result.means();
    double[] first =
        result.results().stream().limit(2).mapToDouble(TrainingResult::objective).toArray();

    assertEquals(12, means.rowCount());
    assertEquals(
        List.of("method", "schedule", "architecture", "lambda", "seeds", "objective"),
        means.columnNames().stream().filter(name -> !name.contains("_")).limit(6).toList());
    assertEquals(2, means.intColumn("seeds").getInt(0));
    assertEquals((first[0] + first[1]) / 2, means.doubleColumn("objective").get(0), 1e-12);
    assertEquals(Math.min(first[0], first[1]), means.doubleColumn("objective_lowest").get(0));
    assertEquals(Math.max(first[0], first[1]), means.doubleColumn("objective_highest").get(0));
  }

  /** Other data are in no column, so the mean would be of both without a word. */
  @Test
  void means_ofOtherDataWithTheSameSeeds_areRefused() {
    Trainer trainer = Trainer.with(OPTIONS);
    SweepResult both = SWEEP.train(trainer, SPLIT).and(SWEEP.train(trainer, SPLIT));
    String message = assertThrows(IllegalArgumentException.class, both::means).getMessage();

    assertTrue(message.startsWith("seed 1 of "), message);
    assertTrue(message.contains("stands in two rows"), message);
  }

  /** As of files of two days, where nothing but the names of the runs tells of the momentum. */
  @Test
  void means_ofRunsThatDifferInNoColumn_areApart() {
    Trainer trainer = Trainer.with(OPTIONS);
    Sweep plain = Sweep.of(ONE).withMethods(new WeightDecay(0.01));
    Sweep inert = Sweep.of(ONE).withMethods(new WeightDecay(0.01).withMomentum(0.9));
    Table one = plain.withSeeds(1).train(trainer, SPLIT).table();
    Table means = SeedMeans.of(one.append(inert.withSeeds(2).train(trainer, SPLIT).table()));

    assertEquals(
        List.of("weight decay", "weight decay, momentum 0.9"), means.stringColumn("run").asList());
    assertEquals(List.of(1, 1), means.intColumn("seeds").asList());
  }

  @Test
  void and_where_putSweepsTogetherAndTakeSome() {
    Trainer trainer = Trainer.with(OPTIONS);
    SweepResult one = SWEEP.withSeeds(1).train(trainer, SPLIT);
    SweepResult both = one.and(SWEEP.withSeeds(2).train(trainer, SPLIT));
    SweepResult decay = both.where(it -> it.parameters().get("method").equals("weight decay"));

    assertEquals(24, both.members());
    assertEquals(8, decay.results().size());
    assertTrue(both.isComplete() && decay.isComplete());
  }

  @Test
  void train_inAFolder_keepsMembersAndTheTable() throws IOException {
    SweepResult result = SWEEP.train(Trainer.with(OPTIONS).saving(folder), SPLIT);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(24 + 1, files.count());
    }
    assertEquals(
        result.table().setName("members").print(100),
        TableFile.load(folder.resolve("members.csv")).print(100));
  }

  @Test
  void train_again_trainsWhatIsMissing() {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    Sweep half = SWEEP.withSeeds(1);
    SweepResult first = half.train(trainer, SPLIT);
    Counter counter = new Counter();
    SweepResult second = SWEEP.train(trainer.listening(counter), SPLIT);
    SweepResult whole = SWEEP.train(Trainer.with(OPTIONS), SPLIT);

    assertEquals(12, counter.begun.get());
    assertEquals(12, first.results().size());
    for (int i = 0; i < 24; i++) {
      TrainingResult expected = whole.results().get(i);
      TrainingResult found = second.results().get(i);
      assertEquals(expected.network().fingerprint(), found.network().fingerprint());
      assertEquals(expected.parameters(), found.parameters());
    }
  }

  @Test
  void train_interrupted_keepsWhatHasEnded() {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    AtomicInteger ended = new AtomicInteger();
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void ends(TrainingResult result) {
            if (ended.incrementAndGet() == 7) {
              Thread.currentThread().interrupt();
            }
          }
        };
    SweepResult cut = SWEEP.train(trainer.listening(interrupting), SPLIT);
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertFalse(cut.isComplete());
    int kept = cut.results().size();
    assertTrue(kept >= 6 && kept < 10, "ended: " + kept);
    assertEquals(kept, TableFile.load(folder.resolve("members.csv")).rowCount());

    Counter counter = new Counter();
    assertTrue(SWEEP.train(trainer.listening(counter), SPLIT).isComplete());
    assertTrue(counter.begun.get() <= 24 - kept, "begun anew: " + counter.begun);
  }

  /** Class numbers for one output fit no cross-entropy. */
  @Test
  void train_oneFails_isARowWithItsMessage() {
    Sweep sweep = Sweep.of(ONE, Architecture.mlp(6, 4, 1)).withMethods(new WeightDecay(0.01));
    SweepResult result = sweep.train(Trainer.with(OPTIONS).saving(folder), SPLIT);

    assertEquals(
        List.of(Outcome.COMPLETED, Outcome.FAILED),
        result.results().stream().map(TrainingResult::outcome).toList());
    Table table = TableFile.load(folder.resolve("members.csv"));
    assertEquals("failed", table.stringColumn("outcome").get(1));
    String diagnosis = table.stringColumn("diagnosis").get(1);
    assertTrue(diagnosis.contains("needs as many outputs"), diagnosis);
    assertTrue(result.toString().contains("2 of 2 members: 1 completed, 1 failed"), "" + result);
  }

  @Test
  void train_oneDiverges_isARow() {
    Sweep sweep = Sweep.of(ONE).withMethods(new WeightDecay(0.01)).withLearningRates(0.1, 1e30);
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    for (int call = 0; call < 2; call++) {
      SweepResult result = sweep.train(trainer, SPLIT);
      assertEquals(Outcome.DIVERGED, result.results().get(1).outcome());
      String said = result.toString();
      assertTrue(said.contains("weight decay λ=0.01, learning rate 1.0E30: diverged"), said);
    }
  }

  @Test
  void train_resultOfOneIsDamaged_isAFailureAndTheOthersGoOn() throws IOException {
    Trainer trainer = Trainer.with(OPTIONS).saving(folder);
    Sweep sweep = Sweep.of(ONE).withMethods(new WeightDecay(0.01));
    sweep.withSeeds(1).train(trainer, SPLIT);
    Files.delete(folder.resolve("members.csv"));
    for (Path result : kept("result.json")) {
      Files.writeString(result, "");
    }
    SweepResult both = sweep.withSeeds(1, 2).train(trainer, SPLIT);

    String said = both.results().get(0).diagnosis().orElseThrow();
    assertTrue(said.contains("result.json: no result of a training"), said);
    assertTrue(said.contains("to train it anew, delete the folder"), said);
    assertEquals(Outcome.COMPLETED, both.results().get(1).outcome());
    assertFalse(both.isComplete());
  }

  private List<Path> kept(String file) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.endsWith(file)).toList();
    }
  }

  @Test
  void train_timeLimit_endsMembersAndSaysSo() {
    Sweep sweep =
        Sweep.of(ONE).withMethods(new WeightDecay(0.01)).withTimeLimit(Duration.ofMillis(50));
    Trainer trainer =
        Trainer.with(OPTIONS.withIterations(Integer.MAX_VALUE).withRecordEvery(100_000));
    TrainingResult result = sweep.train(trainer, SPLIT).results().get(0);

    assertEquals(Outcome.STOPPED, result.outcome());
    assertEquals("the time limit of 0.05 s was reached", result.diagnosis().orElseThrow());
    assertEquals(result.iterations(), result.history().last().iteration());
  }

  @Test
  void train_stoppingEarly_worksInMembers() {
    int[] wrong = Arrays.stream(DATA.classes()).map(each -> 1 - each).toArray();
    Dataset misnamed = Dataset.classification("wrong", DATA.features(), wrong, DATA.classNames());
    SweepResult result =
        SWEEP.train(Trainer.with(OPTIONS.stoppingEarly(2)), new Split(DATA, misnamed));
    assertTrue(
        result.results().stream().anyMatch(each -> each.outcome() == Outcome.STOPPED_EARLY),
        result.toString());
  }

  @Test
  void of_whatStandsTwice_isRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> SWEEP.withSeeds(1, 2, 1));
    assertEquals("the seeds of a sweep must all be different, were [1, 2, 1]", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> SWEEP.withMethods(new WeightDecay(0.01)));
    assertThrows(
        IllegalArgumentException.class, () -> Sweep.of(ONE).train(Trainer.with(OPTIONS), SPLIT));
  }

  @Test
  void verdict_ofAListener_endsOneMemberOnly() {
    TrainingListener first =
        new TrainingListener() {
          private final AtomicInteger begun = new AtomicInteger();

          @Override
          public Verdict steps(int iteration, double batchLoss) {
            return iteration == 5 && begun.incrementAndGet() == 1 ? Verdict.STOP : Verdict.GO_ON;
          }
        };
    SweepResult result = SWEEP.train(Trainer.with(OPTIONS).listening(first), SPLIT);
    assertEquals(
        1, result.results().stream().filter(it -> it.outcome() == Outcome.STOPPED).count());
  }
}
