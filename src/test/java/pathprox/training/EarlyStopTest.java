package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.experiment.Comparison;
import pathprox.experiment.CrossValidation;
import pathprox.experiment.Lambdas;
import pathprox.experiment.RegularizationPath;
import pathprox.loss.CrossEntropy;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.metrics.Score;
import pathprox.network.Network;

/** Trainings that end before their time: by a validation set, and by what listeners say. */
class EarlyStopTest {
  private static final Dataset DATA = Problem.data().withType(DataType.FLOAT);
  private static final Network START = Problem.withUnpairedLayer(DataType.FLOAT);

  /** A third of the samples with wrong classes: what is learned by heart is worth nothing. */
  private static final Split SPLIT = new Split(misnamed(DATA.first(24)), DATA.rows(range(24, 48)));

  private static final TrainingOptions OPTIONS =
      Problem.options().withIterations(400).withLearningRate(0.5).withRecordEvery(5);

  @TempDir private Path folder;

  private static Dataset misnamed(Dataset data) {
    int[] classes = data.classes();
    for (int i = 0; i < classes.length; i += 3) {
      classes[i] = 1 - classes[i];
    }
    return Dataset.classification("misnamed", data.features(), classes, data.classNames());
  }

  private static int[] range(int from, int to) {
    int[] rows = new int[to - from];
    Arrays.setAll(rows, i -> from + i);
    return rows;
  }

  static Stream<Method> methods() {
    return Stream.of(
        new WeightDecay(1e-4).withMomentum(0.9), PathProx.of(1e-4), PathProx.recommended(1e-4));
  }

  private static double testLoss(Measurement row) {
    return row.test().loss();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void stoppingEarly_givesBackTheBestNetwork(Method method) {
    TrainingOptions options = OPTIONS.stoppingEarly(10);
    TrainingResult result = Trainer.with(options).train(START, SPLIT, method);
    List<Measurement> rows = result.history().measurements();
    Measurement last = result.history().last();
    Measurement best = rows.stream().min(Comparator.comparingDouble(EarlyStopTest::testLoss)).get();

    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertTrue(result.iterations() < 400, "ended at " + result.iterations());
    assertEquals(50, result.iterations() - best.iteration(), "after ten rows");
    assertEquals(result.iterations(), last.iteration());
    assertTrue(last.undoneSteps() - best.undoneSteps() >= 50, "told as undone");
    assertEquals(best.test(), last.test());
    assertEquals(
        last.test().loss(),
        Score.of(result.network(), SPLIT.test(), new CrossEntropy()).loss(),
        1e-6);
    String where = "gone back to iteration %s, where the loss on the second set was lowest";
    assertTrue(result.setting().endsWith(where.formatted(best.iteration())), result.setting());
  }

  @Test
  void stoppingEarly_patienceForMore_goesBackAtTheEnd() {
    Method method = new WeightDecay(1e-4).withMomentum(0.9);
    TrainingOptions patient = OPTIONS.stoppingEarly(1000);
    TrainingResult result = Trainer.with(patient).train(START, SPLIT, method);
    TrainingResult stopped = Trainer.with(OPTIONS.stoppingEarly(10)).train(START, SPLIT, method);

    assertEquals(400, result.iterations());
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(stopped.network().fingerprint(), result.network().fingerprint());
  }

  @Test
  void stoppingEarly_lossThatAlwaysFalls_changesNothing() {
    Split same = new Split(DATA, DATA);
    TrainingOptions options = Problem.options().withRecordEvery(10);
    Method method = new WeightDecay(1e-3);
    TrainingResult plain = Trainer.with(options).train(START, same, method);
    TrainingResult early = Trainer.with(options.stoppingEarly(2)).train(START, same, method);

    assertEquals(Outcome.COMPLETED, early.outcome());
    assertEquals(plain.network().fingerprint(), early.network().fingerprint());
  }

  @Test
  void stoppingEarly_noSecondSet_isRefusedBeforeAnyStep() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trainer.with(OPTIONS.stoppingEarly(3)).train(START, DATA, new WeightDecay(0.1)));
    assertEquals(
        "an early stop looks at a second set: train on a Split, such as data.split(0.8, 0)",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.stoppingEarly(0));
  }

  @Test
  void stoppingEarly_inPathsComparisonsAndFolds_endsTheirTrainings() {
    Trainer trainer = Trainer.with(OPTIONS.stoppingEarly(5));
    Method decay = new WeightDecay(1e-4).withMomentum(0.9);
    List<TrainingResult> results = new ArrayList<>();
    results.addAll(
        RegularizationPath.over(Lambdas.of(1e-5, 1e-4))
            .withMethod(lambda -> new WeightDecay(lambda).withMomentum(0.9))
            .train(trainer, START, SPLIT)
            .results());
    results.addAll(Comparison.of(decay).train(trainer, START, SPLIT).results());
    List<Split> folds = List.of(SPLIT, SPLIT);
    CrossValidation.of(decay).train(trainer, START, folds).results().forEach(results::addAll);

    assertEquals(5, results.size());
    for (TrainingResult result : results) {
      assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    }
  }

  /** As by a time limit: what a listener ends gives back the best network, too. */
  @ParameterizedTest
  @ValueSource(ints = {98, 100})
  void stoppingEarly_endedByAListener_givesBackTheBestNetwork(int end) {
    TrainingResult result =
        Trainer.with(OPTIONS.stoppingEarly(1000))
            .listening(new StopsAt(end))
            .train(START, SPLIT, new WeightDecay(1e-4).withMomentum(0.9));
    List<Measurement> rows = result.history().measurements();
    double lowest = rows.stream().mapToDouble(EarlyStopTest::testLoss).min().orElseThrow();

    assertEquals(Outcome.STOPPED, result.outcome());
    assertEquals(end, result.history().last().iteration());
    assertEquals(lowest, result.history().last().test().loss());
    double found = Score.of(result.network(), SPLIT.test(), new CrossEntropy()).loss();
    assertEquals(lowest, found, 1e-6);
    assertTrue(result.setting().contains("gone back to iteration"), result.setting());
  }

  /** One listener for all, as in parallel trainings. */
  private record Stops(AtomicInteger asked, int at) implements TrainingListener {
    @Override
    public Verdict records(Measurement row, Supplier<Network> network) {
      asked.incrementAndGet();
      return row.iteration() >= at ? Verdict.STOP : Verdict.GO_ON;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 20})
  void verdict_stopAtARecord_endsThisTrainingAlone(int at) {
    Stops listener = new Stops(new AtomicInteger(), at);
    Trainer trainer = Trainer.with(OPTIONS).listening(listener);
    TrainingResult first = trainer.train(START, SPLIT, new WeightDecay(0.1));
    TrainingResult second = trainer.train(START, SPLIT, new WeightDecay(0.1));

    for (TrainingResult result : List.of(first, second)) {
      assertEquals(Outcome.STOPPED, result.outcome());
      assertEquals(at, result.iterations());
      assertEquals(at, result.history().last().iteration());
    }
    assertFalse(Thread.interrupted(), "nobody is interrupted");
    assertEquals(2 * (at / 5 + 1), listener.asked.get());
  }

  /** The way that was documented before verdicts: the thread stays interrupted. */
  @Test
  void interrupt_oneTraining_endsTheNextWithAClearMessage() {
    Thread.currentThread().interrupt();
    TrainingResult result = Trainer.with(OPTIONS).train(START, SPLIT, new WeightDecay(0.1));
    assertTrue(Thread.interrupted());

    assertEquals(Outcome.INTERRUPTED, result.outcome());
    var error = assertThrows(IllegalStateException.class, result::objective);
    assertTrue(error.getMessage().contains("nothing was recorded"), error.getMessage());
  }

  @Test
  void records_network_isThatOfTheRow() {
    List<Double> losses = new ArrayList<>();
    TrainingListener looking =
        new TrainingListener() {
          @Override
          public Verdict records(Measurement row, Supplier<Network> network) {
            Score score = Score.of(network.get(), SPLIT.test(), new CrossEntropy());
            losses.add(score.loss() - row.test().loss());
            return Verdict.GO_ON;
          }
        };
    Trainer.with(OPTIONS).listening(looking).train(START, SPLIT, PathProx.recommended(1e-3));

    assertEquals(81, losses.size());
    losses.forEach(difference -> assertEquals(0, difference, 1e-6));
  }

  /** What experiments keep in a folder is read again, not trained. */
  @Test
  void saving_inPathsSearchesAndFolds_trainsNothingTwice() {
    AtomicInteger steps = new AtomicInteger();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public Verdict steps(int iteration, double batchLoss) {
            steps.incrementAndGet();
            return Verdict.GO_ON;
          }
        };
    Trainer trainer = Trainer.with(OPTIONS.withIterations(40)).saving(folder).listening(counting);
    List<String> texts = new ArrayList<>();
    for (int call = 0; call < 2; call++) {
      int before = steps.get();
      String path =
          RegularizationPath.over(Lambdas.of(1e-4, 1e-2)).train(trainer, START, SPLIT).toString();
      String folds =
          CrossValidation.over(Lambdas.of(1e-4, 1e-2))
              .train(trainer, START, List.of(SPLIT, SPLIT))
              .toString();
      texts.add(path + folds);
      assertEquals(call == 0, steps.get() > before, "steps in call " + call);
    }
    assertEquals(texts.get(0), texts.get(1));
  }
}
